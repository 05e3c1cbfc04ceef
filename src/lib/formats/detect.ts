/** What a file is, by what it holds; its name decides only where the content leaves it open. */
import { CSV } from '#lib/formats/tables/csv.ts';
import { FOREIGN_FORMATS } from '#lib/formats/foreign-formats.ts';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { NATIVE } from '#lib/formats/native/native.ts';
import { rootName } from '#lib/formats/xml/xml.ts';
import { RECORDS } from '#lib/formats/tables/records.ts';
import { refuseKnown } from '#lib/formats/bytes/signatures.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** The first bytes by which it is told. */
export const HEAD_BYTES = 64 * 1024;

type Container = 'gzip' | 'zip' | 'text';

/**
 * What the bytes are wrapped in.
 * @param whole whether `head` is the whole file
 * @throws UnreadableError for what cannot be read, such as a PDF or an empty file, that says what it is
 */
export function containerOf(head: Uint8Array, whole: boolean): Container {
	if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
	if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
	refuseKnown(head, whole);
	return 'text';
}

/** Formats that can be read, in the order in which they are asked; tables come last, since most text has commas. */
function readable(): readonly ForeignFormat[] {
	const others = FOREIGN_FORMATS.filter(({ id, reader }) => reader && id !== CSV.id && id !== RECORDS.id);
	return [...others, RECORDS, CSV];
}

/**
 * The format of a text.
 * @param head the beginning of the text, without a byte order mark
 * @throws UnreadableError when it is in none that is known, with what was found instead
 */
export function formatOf(name: string, head: string): 'native' | ForeignFormat {
	if (NATIVE.recognises(head)) return 'native';
	const formats = readable();
	const known = formats.find((format) => format.recognises(head));
	if (known) return known;
	const ending = name.toLowerCase().replace(/\.gz$/, '');
	if (NATIVE.extensions.some((extension) => ending.endsWith(extension))) return 'native';
	const named = formats.find((format) => meant(format).some((extension) => ending.endsWith(extension)));
	if (named && mayBe(named, head)) return named;
	throw unknown(head);
}

/** Endings that say a format: .json, .xml and .txt are given to anything. */
function meant({ extensions }: ForeignFormat): readonly string[] {
	return extensions.filter((extension) => !/^\.(?:json|xml|txt)$/.test(extension));
}

/** Names end in .csv whatever was saved. */
function mayBe(format: ForeignFormat, head: string): boolean {
	return format.id !== CSV.id || !/^\s*(?:[<{]|\[\s*[[{"\]])/.test(head.slice(0, 1000));
}

const READABLE =
	'What can be read: a Dramatis document, CSV, Excel (.xlsx), and the graph formats in the list.';

function unknown(head: string): UnreadableError {
	const start = head.slice(0, 4000).trimStart();
	const root = start.startsWith('<') ? rootName(head) : null;
	if (root)
		return new UnreadableError(
			`The file is XML whose outermost element is <${root.slice(0, 60)}>, which is no format that is known here.`,
			READABLE
		);
	if (/^[[{]/.test(start))
		return new UnreadableError(
			'The file looks like JSON, but like no graph format that is known here.',
			READABLE
		);
	return new UnreadableError(
		'The file is text, but neither a table nor a graph format that is known here.',
		READABLE
	);
}
