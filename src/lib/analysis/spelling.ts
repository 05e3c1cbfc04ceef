/**
 * Two readings of a text, made so that what people type meets what a document says.
 *
 * `fold` is strict: the same letters, whatever their case, marks or punctuation.
 * `skeleton` is loose: the consonants that are left when a name has been carried from one script to another
 * and back. It is ours: a small phonetic key in the manner of Soundex, for names from Arabic and Persian.
 */

/** Straight, curly and spacing accents that stand for hamza or ayn, and the half rings themselves. */
const APOSTROPHES = /['`´‘’‛′ʹʻʼʽʾʿˀˁˈʔʕ＇]/gu;
const INITIALS = /(?<!\p{L})(?:\p{L}\.)+\p{L}?(?!\p{L})/gu;
/** Parts words in Persian ("حزب‌الله"), unlike the other invisible characters. */
const ZERO_WIDTH_NON_JOINER = /\u200c/g;
const MARKS_AND_INVISIBLES = /[\p{M}\p{Cf}ـء]/gu;
const NO_LETTERS_OR_DIGITS = /[^\p{L}\p{N}]+/gu;
const ASCII_ONLY = /^[\0-\x7f]*$/;
const ASCII_SEPARATORS = /[^a-z0-9]+/g;

/** Letters that NFKD leaves whole though readers take them for one and the same. */
const SAME_LETTERS = new Map(
	Object.entries({
		ٱ: 'ا',
		ى: 'ي',
		ی: 'ي',
		ې: 'ي',
		ێ: 'ي',
		ے: 'ي',
		ک: 'ك',
		ڪ: 'ك',
		ة: 'ه',
		ۃ: 'ه',
		ہ: 'ه',
		ھ: 'ه',
		ە: 'ه',
		ۆ: 'و',
		ς: 'σ',
		ı: 'i',
		ł: 'l',
		ø: 'o',
		đ: 'd',
		ð: 'd',
		þ: 'th',
		ħ: 'h',
		ə: 'a',
		ß: 'ss',
		æ: 'ae',
		œ: 'oe'
	})
);
const SAME_LETTER = new RegExp(`[${[...SAME_LETTERS.keys()].join('')}]`, 'gu');
const ARABIC_DIGIT = /[٠-٩۰-۹]/g;

/**
 * A text as it is compared: words of letters and digits in lower case, parted by single spaces, without
 * diacritics, apostrophes and invisible characters; Arabic script with one form for each letter.
 * Folding twice changes nothing. A text of nothing but signs ("!!!") stays itself, trimmed; never throws.
 */
export function fold(text: string): string {
	const undotted = text.includes('.') ? text.replace(INITIALS, (run) => run.replaceAll('.', '')) : text;
	const folded = ASCII_ONLY.test(undotted)
		? undotted.toLowerCase().replace(/['`]/g, '').replace(ASCII_SEPARATORS, ' ')
		: foldUnicode(undotted);
	return folded.trim() || text.trim().toLowerCase();
}

function foldUnicode(text: string): string {
	return text
		.replace(APOSTROPHES, '')
		.replace(ZERO_WIDTH_NON_JOINER, ' ')
		.normalize('NFKD')
		.toLowerCase()
		.replace(MARKS_AND_INVISIBLES, '')
		.replace(SAME_LETTER, (letter) => SAME_LETTERS.get(letter) ?? letter)
		.replace(ARABIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf))
		.replace(NO_LETTERS_OR_DIGITS, ' ');
}

/**
 * What a letter or a group of letters leaves in a skeleton. A class is named by one of its Latin letters:
 * k (q, k, g, gh: Qassem, Kassem, Ghassem), z (s, z, th, dh), c (sh, ch), x (kh), w and y only at the front.
 */
const CLASSES = new Map<string, string>();
for (const [kept, members] of Object.entries({
	a: 'a e i o u ا ع',
	w: 'w v و',
	y: 'y ي',
	b: 'b p ب پ',
	t: 't ت ط',
	d: 'd د ض',
	z: 's z th dh ث ذ ز س ص ظ',
	j: 'j dj zh ج ژ',
	c: 'sch tch sh ch ش چ',
	x: 'kh خ',
	k: 'k q g gh c ck غ ق ك گ',
	f: 'f ph ف ڤ',
	h: 'h ه ح',
	l: 'l ل',
	m: 'm م',
	n: 'n ن',
	r: 'r ر',
	kz: 'x'
}))
	for (const member of members.split(' ')) CLASSES.set(member, kept);

const LETTER_GROUP = /sch|tch|[kgsczdtp]h|dj|ck|./gsu;
const VOWEL = new Set(['a', 'w', 'y']);

/**
 * The consonants of a word, the same for its spellings in Latin and in Arabic script: "Kataib", "Ketaeb" and
 * "كتائب" all give `ktb`. Spaces are passed over, so that "حزب الله" gives what "Hezbollah" gives.
 * A vowel at the front is kept as `a`; other vowels, a last h and the second of two equal consonants go.
 * Letters of other scripts and digits stay. Empty only for a text that folds to nothing.
 */
export function skeleton(word: string): string {
	return consonants(fold(word));
}

/** The skeleton of a text that is folded already: folding is slow, and not to be done twice. */
function consonants(folded: string): string {
	const text = folded
		.replaceAll(' ', '')
		.replace(/^ou(?=[aei])/, 'w')
		.replace(/^y(?![aeiou])/, 'i')
		.replace(/c(?=[eiy])/g, 's')
		.replace(/(?<=.)[hهح]$/u, '');
	const groups = text.match(LETTER_GROUP) ?? [];
	const kept = groups.map((group, place) => {
		const letter = CLASSES.get(group) ?? group;
		return place > 0 && VOWEL.has(letter) ? '' : letter;
	});
	return kept.join('').replace(/(.)\1+/gu, '$1');
}

/**
 * All skeletons that a folded word may have: its own; without a written-on article ("السوداني", "alsudani");
 * with a last ه that is heard as t ("حركة", Harakat); with a ض that is heard as z ("رضا", Reza).
 */
export function skeletons(word: string): string[] {
	const readings = [word];
	const bare = withoutArticle(word);
	if (bare !== word) readings.push(bare);
	if (word.length > 2 && word.endsWith('ه')) readings.push(`${bare.slice(0, -1)}ت`);
	if (word.includes('ض')) readings.push(bare.replaceAll('ض', 'ظ'));
	return readings.map(consonants);
}

/** A folded word without an article that is written on to it, where enough is left for a name. */
export function withoutArticle(word: string): string {
	return word.replace(/^ال(?=.{3})|^[ae]l(?=.{4})/u, '');
}

/**
 * Whether a folded word is an article that names are written with and without: the, al, el, ال, and the forms
 * of al that take the sound of the next word ("as Sudani", "ash Shaabi").
 */
export function isArticle(word: string, next: string): boolean {
	if (word === 'al' || word === 'el' || word === 'ال' || word === 'the') return true;
	const sun = /^[ae](sh|ch|[dnrstz])$/.exec(word)?.[1];
	return sun !== undefined && next.startsWith(sun);
}

/** Whether one letter added, left out or changed, or two neighbours swapped, make one word of the other. */
export function oneEditApart(one: string, other: string): boolean {
	const longer = Math.abs(one.length - other.length);
	if (longer > 1 || one === other) return false;
	const long = one.length > other.length ? one : other;
	const short = long === one ? other : one;
	const last = short.length - 1;
	let start = 0;
	while (start <= last && short[start] === long[start]) start++;
	let end = 0;
	while (end <= last - start && short[last - end] === long[last + longer - end]) end++;
	const different = short.length - start - end;
	if (longer === 1) return different === 0;
	const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
	return different === 1 || (different === 2 && swapped);
}
