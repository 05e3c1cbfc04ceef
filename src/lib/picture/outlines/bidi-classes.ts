/** What Unicode's bidirectional algorithm (UAX 9, table 4) takes a character for. Regular expressions do not know it. */

export type BidiClass = 'L' | 'R' | 'AL' | 'EN' | 'ES' | 'ET' | 'AN' | 'CS' | 'NSM' | 'BN' | 'WS' | 'ON';

/**
 * Tried in order. Explicit marks (embeddings, overrides, isolates) count as if they were not there: names have been
 * cleaned of them (view/text.ts).
 */
const CLASSES: readonly (readonly [BidiClass, RegExp])[] = [
	['NSM', /[\p{Mn}\p{Me}]/u],
	['AN', /[\u0600-\u0605\u0660-\u0669\u066b\u066c\u06dd\u08e2]/u],
	['BN', /[\p{Cf}\p{Cc}]/u],
	['EN', /[0-9\u00b2\u00b3\u00b9\u06f0-\u06f9\u2070\u2074-\u2079\u2080-\u2089\uff10-\uff19]/u],
	['ES', /[+\-\u207a\u207b\u208a\u208b\u2212\ufb29\ufe62\ufe63\uff0b\uff0d]/u],
	['AL', /[\u0608\u060b\u060d\u061b\u061d-\u061f\u0640\u066d\u06d4\u06fd\u06fe\ufdfc]/u],
	['ET', /[#%\u00b0\u00b1\u0609\u060a\u066a\u2030-\u2034\u212e\u2213\ufe5f\ufe6a\uff03\uff05\p{Sc}]/u],
	['CS', /[,./:\u00a0\u060c\u202f\u2044\ufe50\ufe52\ufe55\uff0c\uff0e\uff0f\uff1a]/u],
	['WS', /\p{Z}/u],
	['AL', /(?=[\p{L}\p{Nl}\p{No}\p{Po}])[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u],
	[
		'R',
		/(?!\p{S})[\p{Script=Hebrew}\u07c0-\u085f\u{10800}-\u{10cff}\u{10e80}-\u{10fff}\u{1e800}-\u{1efff}]/u
	],
	// Letters that only modify others.
	['ON', /[\u02b9\u02ba\u02c6-\u02cf\u02ec\u0374]/u],
	['L', /[\p{L}\p{Mc}\p{Nl}\p{Nd}]/u]
];

const ASCII = Array.from({ length: 128 }, (_, code) => found(String.fromCharCode(code)));

/** The class of a character, given as the string of its one code point. */
export function bidiClass(character: string): BidiClass {
	return ASCII[character.codePointAt(0)!] ?? found(character);
}

function found(character: string): BidiClass {
	return CLASSES.find(([, pattern]) => pattern.test(character))?.[0] ?? 'ON';
}

/** Brackets by pairs (BidiBrackets.txt, as far as names have them): opening and closing ones by turns. */
const BRACKETS = '()[]{}\u2045\u2046\u207d\u207e\u2329\u232a\u27e6\u27e7\u27e8\u27e9\u3008\u3009\uff08\uff09';
/** Other characters that look the other way where text runs to the left (BidiMirroring.txt). */
const MIRRORED = '<>\u00ab\u00bb\u2039\u203a\u2264\u2265';

function partners(pairs: string): Map<string, string> {
	const characters = Array.from(pairs);
	return new Map(characters.map((one, i) => [one, characters[i ^ 1]!]));
}

const MIRRORS = partners(BRACKETS + MIRRORED);

/** The character that stands for another one where text runs to the left. */
export function mirrored(character: string): string {
	return MIRRORS.get(character) ?? character;
}

/** Whether a character opens or closes a pair, and which other one it makes it with. */
export function bracket(
	character: string
): { readonly opens: boolean; readonly partner: string } | undefined {
	const at = BRACKETS.indexOf(character);
	return at < 0 ? undefined : { opens: at % 2 === 0, partner: BRACKETS[at ^ 1]! };
}
