/** Bytes to text. What is not plainly said by the bytes is asked, never guessed. */
import { UnreadableError } from '#lib/model/problems.ts';

/** An encoding that a text may be in, with some of it as it would read. */
export interface EncodingChoice {
	/** A label of the WHATWG Encoding Standard. */
	readonly encoding: string;
	readonly name: string;
	readonly preview: string;
}

/** Thrown when the bytes do not say in which encoding they are. */
export class EncodingError extends UnreadableError {
	override name = 'EncodingError';
	constructor(
		message: string,
		/** Those that can be: the user reads the previews and chooses. */
		readonly choices: readonly EncodingChoice[],
		place = ''
	) {
		super(message, 'Choose the encoding in which names read right, or save the file again as UTF-8.', place);
	}
}

const CANDIDATES: readonly (readonly [encoding: string, name: string])[] = [
	['windows-1252', 'Western European (Windows-1252)'],
	['windows-1250', 'Central European (Windows-1250)'],
	['windows-1251', 'Cyrillic (Windows-1251)'],
	['windows-1253', 'Greek (Windows-1253)'],
	['windows-1254', 'Turkish (Windows-1254)'],
	['windows-1255', 'Hebrew (Windows-1255)'],
	['windows-1256', 'Arabic (Windows-1256)'],
	['windows-1257', 'Baltic (Windows-1257)'],
	['gb18030', 'Chinese (GB18030)'],
	['big5', 'Chinese (Big5)'],
	['shift_jis', 'Japanese (Shift JIS)'],
	['euc-jp', 'Japanese (EUC-JP)'],
	['euc-kr', 'Korean (EUC-KR)'],
	['koi8-r', 'Russian (KOI8-R)'],
	['macintosh', 'Western European (Mac)']
];

const PREVIEW = 160;

/** Whether a label names an encoding that can be read here. */
function isEncoding(label: string): boolean {
	try {
		new TextDecoder(label);
		return true;
	} catch {
		return false;
	}
}

/**
 * The encoding that the first bytes say: by a byte order mark, by the zeros of UTF-16, or in words (the XML
 * declaration, DOT's charset, an Emacs line); UTF-8 when they say nothing.
 * @param head some thousand bytes, the first of the file
 * @throws EncodingError for UTF-32, and for a declared encoding that nobody knows
 */
export function encodingOf(head: Uint8Array): string {
	const [a, b, c, d] = head;
	if (a === 0xff && b === 0xfe && c === 0 && d === 0) throw utf32();
	if (a === 0 && b === 0 && c === 0xfe && d === 0xff) throw utf32();
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	return zeros(head) ?? declared(head) ?? 'utf-8';
}

/** Text of Western letters in UTF-16 has a zero in nearly every second byte, always on the same side. */
function zeros(head: Uint8Array): string | undefined {
	const count = [0, 0];
	const length = Math.min(head.length, 4096) & ~1;
	for (let at = 0; at < length; at++) if (head[at] === 0) count[at & 1]!++;
	const [even = 0, odd = 0] = count;
	if (odd * 2 > length / 2 && even * 20 < length) return 'utf-16le';
	if (even * 2 > length / 2 && odd * 20 < length) return 'utf-16be';
	return undefined;
}

const DECLARATIONS = [
	/^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/,
	/^\s*(?:strict\s+)?(?:di)?graph\b[^]*?\bcharset\s*=\s*"?([\w.:-]{1,40})/i,
	/-\*-[^\n]{0,100}?coding:\s*([\w.-]{1,40})/
];

function declared(head: Uint8Array): string | undefined {
	const start = new TextDecoder('latin1').decode(head.subarray(0, 1000));
	for (const pattern of DECLARATIONS) {
		const label = pattern.exec(start)?.[1];
		if (label === undefined) continue;
		// Whoever can read this line as bytes does not read UTF-16; the bytes are what counts.
		if (/^(utf-?16|ucs-?2)/i.test(label)) return undefined;
		if (isEncoding(label)) return new TextDecoder(label).encoding;
		throw new EncodingError(
			`The file says that its encoding is ${label}, which is not known here.`,
			choicesFor(head)
		);
	}
	return undefined;
}

function utf32(): UnreadableError {
	return new UnreadableError('The text is in UTF-32.', 'Save it again as UTF-8.');
}

/** The encodings in which bytes are text without a fault, with a part of it. */
export function choicesFor(bytes: Uint8Array): EncodingChoice[] {
	return CANDIDATES.flatMap(([encoding, name]) => {
		const preview = decoded(bytes, encoding);
		return preview === undefined ? [] : [{ encoding, name, preview }];
	});
}

/** Without control characters and those for private use, which texts do not have, and without faults. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		// As a stream: the part may end within a character.
		const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
		return /[[\p{Cc}--[\t\n\r]]\p{Co}]/v.test(text) ? undefined : text;
	} catch {
		return undefined;
	}
}

/**
 * Text of bytes, piece by piece, without a byte order mark.
 * @param encoding a label of the WHATWG Encoding Standard
 * @throws EncodingError with choices at the first byte that is not of the encoding, UnreadableError where the text
 * breaks off within a character
 */
export async function* decodePieces(
	bytes: AsyncIterable<Uint8Array>,
	encoding: string
): AsyncGenerator<string> {
	const decoder = new TextDecoder(encoding, { fatal: true });
	let before = 0;
	for await (const chunk of bytes) {
		let text: string;
		try {
			text = decoder.decode(chunk, { stream: true });
		} catch {
			throw notInEncoding(chunk, before, encoding);
		}
		before += chunk.length;
		if (text !== '') yield text;
	}
	try {
		decoder.decode();
	} catch {
		throw new UnreadableError(
			'The file ends in the middle of a character.',
			'It seems to be cut off: get a whole copy.',
			`byte ${before}`
		);
	}
}

function notInEncoding(chunk: Uint8Array, before: number, encoding: string): EncodingError {
	const fault = faultIn(chunk, encoding);
	const start = Math.max(0, fault - PREVIEW / 2);
	// From a line's start where there is one: a part may not begin within a character.
	const lineStart = chunk.lastIndexOf(10, fault) + 1;
	const from = fault - lineStart <= PREVIEW ? lineStart : start;
	const place = `byte ${before + fault + 1}`;
	const name = encoding.toUpperCase();
	return new EncodingError(
		`The text is not valid ${name}: at ${place} is something else.`,
		choicesFor(chunk.subarray(from, from + PREVIEW)),
		place
	);
}

/** Roughly the first byte that cannot be: found by halving, since decoders do not say it. */
function faultIn(chunk: Uint8Array, encoding: string): number {
	let good = 0;
	let bad = chunk.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (isValid(chunk.subarray(0, middle), encoding)) good = middle;
		else bad = middle;
	}
	return good;
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
	try {
		// A character of the chunk before may end here: up to three bytes of it are let pass.
		let skip = 0;
		while (skip < 3 && ((bytes[skip] ?? 0) & 0xc0) === 0x80) skip++;
		new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(encoding === 'utf-8' ? skip : 0), {
			stream: true
		});
		return true;
	} catch {
		return false;
	}
}
