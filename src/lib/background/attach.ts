/** Attaches a text to a source: whether it is the very text that the claims were read in, and where their passages stand. */
import { anchorClaims, anchorsByPosition, type Anchor, type Passage } from '#lib/analysis/anchor.ts';

/** Bytes of a text: longer ones make a page that nobody scrolls. Some twelve times the Bible. */
export const LARGEST_TEXT = 32 * 1024 * 1024;

/**
 * `same`: its SHA-256 is the source's. `other`: it is not. `unnamed`: the document does not say which text is meant.
 * `unchecked`: this page is not allowed to work out a SHA-256 (browsers allow it over https and on the same machine).
 */
export type Identity = 'same' | 'other' | 'unnamed' | 'unchecked';

export interface Attached {
	readonly text: string;
	/** Of the text in UTF-8, hexadecimal; null when it could not be worked out. */
	readonly sha256: string | null;
	readonly identity: Identity;
	/** One for each claim that was asked for, in their order. */
	readonly anchors: readonly Anchor[];
}

/** A text, or in words why there is none: an error that crosses a thread loses its class. */
export type AttachAnswer =
	| ({ readonly ok: true } & Attached)
	| { readonly ok: false; readonly message: string; readonly remedy: string };

/**
 * @param data the text, or a file that holds it in UTF-8, or in UTF-16 with a byte order mark
 * @param wanted the source's SHA-256 in hexadecimal, if it has one
 * @param claims those of the source
 */
export async function attachText(
	data: string | Blob,
	wanted: string | undefined,
	claims: readonly Passage[]
): Promise<AttachAnswer> {
	const read = await textOf(data);
	if (!read.ok) return read;
	const { text, sha256, identity } = await identified(read.text, wanted?.toLowerCase());
	return { ok: true, text, sha256, identity, anchors: anchorsOf(text, identity, claims) };
}

function refused(message: string, remedy: string) {
	return { ok: false, message, remedy } as const;
}

async function textOf(data: string | Blob) {
	const size = typeof data === 'string' ? data.length : data.size;
	if (size > LARGEST_TEXT)
		return refused(
			`The text has ${Math.round(size / 1e6)} MB; at most 32 MB can be read.`,
			'Open the part that matters.'
		);
	let text = data;
	try {
		if (typeof text !== 'string') text = decoded(await text.arrayBuffer());
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return refused(
			'The file is not text in UTF-8.',
			'Save it as plain text in UTF-8, or copy the text and paste it.'
		);
	}
	if (text.includes('\0'))
		return refused(
			'The file is not plain text.',
			'Save it as plain text in UTF-8, or copy the text and paste it.'
		);
	if (!/[\p{L}\p{N}\p{S}]/u.test(text))
		return refused('There is no text in it.', 'Choose another file, or paste the text.');
	return { ok: true, text } as const;
}

/**
 * The text of a file: in UTF-16 where it starts with the byte order mark of that, else in UTF-8.
 * @throws TypeError when it is neither
 */
function decoded(bytes: ArrayBuffer): string {
	const [first, second] = new Uint8Array(bytes);
	const encoding =
		first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
	// A byte order mark is left in: positions may count it.
	return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The text, or that spelling of it (line ends, a mark at its start, an empty line at its end) which is the very text. */
async function identified(text: string, wanted: string | undefined) {
	const own = await sha256Of(text);
	if (own === null) return { text, sha256: null, identity: 'unchecked' as const };
	if (wanted === undefined) return { text, sha256: own, identity: 'unnamed' as const };
	for (const spelling of spellingsOf(text)) {
		const sha256 = spelling === text ? own : await sha256Of(spelling);
		if (sha256 === wanted) return { text: spelling, sha256, identity: 'same' as const };
	}
	return { text, sha256: own, identity: 'other' as const };
}

/** What editors and the clipboard do to a text without changing a word. */
function spellingsOf(text: string): ReadonlySet<string> {
	const bare = text.replace(/^\uFEFF/, '');
	const unix = bare.replaceAll('\r\n', '\n');
	const ended = unix.replace(/\n+$/, '');
	return new Set([text, bare, unix, ended, `${ended}\n`, unix.replaceAll('\n', '\r\n')]);
}

/** Null where the page may not ask: over plain http, browsers keep `crypto.subtle` back. */
async function sha256Of(text: string): Promise<string | null> {
	const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
	if (!subtle) return null;
	const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Positions count in the very text only; there they are all that is needed. */
function anchorsOf(text: string, identity: Identity, claims: readonly Passage[]): readonly Anchor[] {
	if (identity !== 'same') return anchorClaims(text, claims);
	let length = 0;
	for (let unit = 0; unit < text.length; length++) unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
	const placed = anchorsByPosition(length, claims);
	const open = claims.filter(({ start }) => start === undefined);
	if (!open.length) return placed;
	const searched = new Map(anchorClaims(text, open).map((anchor) => [anchor.claim, anchor]));
	return placed.map((anchor) => searched.get(anchor.claim) ?? anchor);
}
