/** The faces of a picture, read from the app's own files. */
import arabic from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url';
import arabicStrong from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url';
import extended from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff2?url';
import extendedStrong from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-600-normal.woff2?url';
import latin from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url';
import latinStrong from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url';
import { faceRule, facesFor, type Face } from '#lib/picture/faces.ts';

const URLS: readonly string[] = [arabic, arabicStrong, extended, extendedStrong, latin, latinStrong];
const read = new Map<string, Promise<string>>();

/** `@font-face` rules, with the fonts as data URLs, for the faces that a picture (SVG text) needs. */
export async function fontCss(svg: string): Promise<string> {
	const rules = facesFor(svg).map(async (face) => faceRule(face, await fileOf(face)));
	return (await Promise.all(rules)).join('\n');
}

/** A face's file in base64; each is read once. */
function fileOf({ file }: Face): Promise<string> {
	const known = read.get(file);
	if (known) return known;
	// The name of a built file has a hash between stem and ending.
	const stem = file.replace(/^.*\//, '').replace(/\.woff2$/, '');
	const url = URLS.find((one) => one.includes(stem));
	if (!url) throw new Error(`The font ${stem} is not among the app's files.`);
	const base64 = fetch(url)
		.then((response) => response.arrayBuffer())
		.then((buffer) => toBase64(new Uint8Array(buffer)));
	read.set(file, base64);
	return base64;
}

function toBase64(bytes: Uint8Array): string {
	let text = '';
	// In slices: a call takes only so many arguments.
	for (let at = 0; at < bytes.length; at += 8192)
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return btoa(text);
}
