/** The faces of a picture, read from the app's own files. */
import arabic from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url';
import arabicStrong from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url';
import extended from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff2?url';
import extendedStrong from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-600-normal.woff2?url';
import latin from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url';
import latinStrong from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url';
import { faceRule, facesFor, type Face } from '#lib/picture/faces.ts';
import type { FontFile } from '#lib/picture/outlines/lettering.ts';

const URLS: ReadonlyMap<string, string> = new Map([
	['arabic-400', arabic],
	['arabic-600', arabicStrong],
	['latin-ext-400', extended],
	['latin-ext-600', extendedStrong],
	['latin-400', latin],
	['latin-600', latinStrong]
]);
const read = new Map<string, Promise<string>>();

/** `@font-face` rules, with the fonts as data URLs, for the faces that a picture (SVG text) needs. */
export async function fontCss(svg: string): Promise<string> {
	const rules = facesFor(svg).map(async (face) => faceRule(face, await fileOf(face)));
	return (await Promise.all(rules)).join('\n');
}

/** The files of the faces that a picture (SVG text) needs. */
export async function fontFiles(svg: string): Promise<readonly FontFile[]> {
	const files = facesFor(svg).map(async (face) => ({ face, bytes: fromBase64(await fileOf(face)) }));
	return Promise.all(files);
}

function fromBase64(base64: string): Uint8Array {
	return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** A face's file in base64; each is read once. */
function fileOf(face: Face): Promise<string> {
	const known = read.get(face.file);
	if (known) return known;
	const base64 = base64Of(fontUrl(face));
	read.set(face.file, base64);
	return base64;
}

/** Where a face's file is: an address of the site, or a data URL in a saved page. */
export function fontUrl({ file }: Face): string {
	const [, subset = ''] = /-(arabic-\d+|latin(?:-ext)?-\d+)-normal\.woff2$/.exec(file) ?? [];
	const url = URLS.get(subset);
	if (url === undefined) throw new Error(`The font ${file} is not among the app's files.`);
	return url;
}

async function base64Of(url: string): Promise<string> {
	// A saved page may not fetch anything, not even what it has in itself.
	if (url.startsWith('data:')) return url.slice(url.indexOf(',') + 1);
	const response = await fetch(url);
	return toBase64(new Uint8Array(await response.arrayBuffer()));
}

function toBase64(bytes: Uint8Array): string {
	let text = '';
	// In slices: a call takes only so many arguments.
	for (let at = 0; at < bytes.length; at += 8192)
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return btoa(text);
}
