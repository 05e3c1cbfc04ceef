/** Text as XML 1.0 can hold it. */

/** What XML 1.0 does not allow at all (its production 2, Char): not even as a number. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Cs}/u;
const ALL_FORBIDDEN = new RegExp(FORBIDDEN, 'gu');

const ESCAPES = new Map([
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['"', '&quot;'],
	// Readers turn these into spaces or other line ends unless they are written as numbers.
	['\t', '&#9;'],
	['\n', '&#10;'],
	['\r', '&#13;']
]);

/** Whether XML can hold the text as it is. */
export function fitsXml(text: string): boolean {
	return !FORBIDDEN.test(text);
}

/** The text with U+FFFD for what XML cannot hold: control characters, halves of surrogate pairs, U+FFFE, U+FFFF. */
function forXml(text: string): string {
	return fitsXml(text) ? text : text.replace(ALL_FORBIDDEN, '\ufffd');
}

/** For between tags. */
export function xmlText(text: string): string {
	return forXml(text).replace(/[&<>\r]/g, (character) => ESCAPES.get(character)!);
}

/** For between double quotes. */
export function xmlAttribute(text: string): string {
	return forXml(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES.get(character)!);
}

/** Whether it is a NMTOKEN of XML 1.0, fifth edition, which the ids of GraphML have to be. */
export function isNameToken(text: string): boolean {
	return NAME_TOKEN.test(text);
}

// Each range on its own: together, the joiners would look like parts of other characters.
const NAME_TOKEN =
	/^(?:[-.:\w\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff]|[\u200c\u200d]|[\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff]|[\uf900-\ufdcf\ufdf0-\ufffd]|[\u{10000}-\u{effff}])+$/u;
