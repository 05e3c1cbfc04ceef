/** The faces that a picture is written in, as CSS that needs no other file. */
import arabic from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url';
import latinExtended from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff2?url';
import latin from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url';

const FACES = [
	{ family: 'IBM Plex Sans', url: latin },
	{ family: 'IBM Plex Sans', url: latinExtended, range: 'U+0100-02BA,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20CF' },
	{ family: 'IBM Plex Sans Arabic', url: arabic, range: 'U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFC' }
];

let css: Promise<string> | null = null;

/** `@font-face` rules with the fonts as data URLs; read from our own files, once. */
export function fontCss(): Promise<string> {
	css ??= Promise.all(FACES.map(rule)).then((rules) => rules.join('\n'));
	return css;
}

async function rule({ family, url, range }: (typeof FACES)[number]): Promise<string> {
	const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
	let text = '';
	// In slices: a call takes only so many arguments.
	for (let at = 0; at < bytes.length; at += 8192)
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	const source = `src:url(data:font/woff2;base64,${btoa(text)}) format('woff2');`;
	return `@font-face{font-family:'${family}';font-weight:400;${source}${range ? `unicode-range:${range};` : ''}}`;
}
