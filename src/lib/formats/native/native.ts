/** Our own format (docs/data-format.md): reads all that can be read, writes the same bytes every time. */
import * as v from 'valibot';
import { refuseTooLarge } from '#lib/formats/format.ts';
import type { Format } from '#lib/formats/format.ts';
import { jsonLine, keyOrder, parseJson } from '#lib/formats/json/json.ts';
import { glanceJson } from '#lib/formats/json/json-parse.ts';
import { membersOf } from '#lib/formats/json/json-tree.ts';
import {
	CORRECT,
	readPicture,
	readPositions,
	readRecords,
	readUnknown
} from '#lib/formats/native/native-records.ts';
import { LISTS, settle } from '#lib/model/check.ts';
import type { Document, Id, Point } from '#lib/model/document.ts';
import { ProblemLog } from '#lib/model/problem-log.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import type { Problem } from '#lib/model/problems.ts';
import { PICTURE, RECORDS, TEXTS, isPlainObject } from '#lib/model/schema.ts';

const VERSION = 1;
/** In which a document says what it is: we write it first, and texts inside other files may say anything. */
const HEAD_CHARACTERS = 64 * 1024;

/** An object of the file. A key such as `__proto__` is its own: JSON.parse defines, it does not assign. */
type Json = Readonly<Record<string, unknown>>;

const TEXT_KEYS = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
const SCALAR_KEYS = ['format', 'version', ...TEXT_KEYS];
const KNOWN: ReadonlySet<string> = new Set([...SCALAR_KEYS, ...LISTS, 'positions', 'picture']);
const PICTURE_KEYS = keyOrder(Object.keys(PICTURE.entries));
const RECORD_KEYS = new Map(LISTS.map((list) => [list, keyOrder(Object.keys(RECORDS[list].entries))]));

export const NATIVE: Format = {
	id: 'dramatis',
	name: 'Dramatis document',
	extensions: ['.dramatis.json'],
	recognises: (text) => membersOf(glanceJson(text.slice(0, HEAD_CHARACTERS))).get('format') === 'dramatis',
	read: readNative,
	write: writeNative
};

/**
 * Reads a document, record by record. What cannot stand is left out and reported; the rest is whole.
 * Throws UnreadableError when the text is too large, not JSON, not a document, or of another version.
 */
export function readNative(text: string): { document: Document; problems: Problem[] } {
	refuseTooLarge(text);
	const root = rootOf(parseJson(text));
	const log = new ProblemLog();
	const numbers = new Map<object, number>();
	const lists = LISTS.filter((list) => list !== 'types' || root[list] !== undefined);
	const positions = readPositions(root.positions, log);
	const picture = readPicture(root.picture, log);
	const read = {
		...readUnknown(root, KNOWN, log),
		format: 'dramatis',
		version: VERSION,
		...readTexts(root, log),
		...Object.fromEntries(lists.map((list) => [list, readRecords(list, root[list], numbers, log)])),
		...(positions && { positions }),
		...(picture && { picture })
	} as unknown as Document;
	return { document: settle(read, numbers, log), problems: log.list() };
}

function rootOf(root: unknown): Json {
	const other = 'Choose a file that ends in .dramatis.json.';
	if (!isPlainObject(root)) throw new UnreadableError('The file is JSON, but not an object.', other);
	const { format, version } = root as Json;
	if (format !== 'dramatis')
		throw new UnreadableError('The file is not a Dramatis document.', other, 'format');
	if (version === VERSION) return root as Json;
	if (typeof version === 'number' && version > VERSION)
		throw new UnreadableError(
			`The file is in version ${version} of the format, and this program reads version ${VERSION}.`,
			'Open it with a newer version of Dramatis.',
			'version'
		);
	throw new UnreadableError('The file does not say its version.', `Set "version" to ${VERSION}.`, 'version');
}

function readTexts(root: Json, log: ProblemLog): Json {
	const texts = new Map<string, unknown>();
	for (const key of TEXT_KEYS) {
		const result = v.safeParse(TEXTS[key], root[key]);
		if (result.success) texts.set(key, root[key]);
		else if (key === 'title') {
			const message = 'The document has no title that can be read; it is called “Untitled” now.';
			log.add('mended', key, message, 'Give it a title.');
			texts.set(key, 'Untitled');
		} else log.add('refused', key, `${key} ${result.issues[0].message}; it was left out.`, CORRECT);
	}
	return Object.fromEntries([...texts].filter(([, value]) => value !== undefined));
}

/**
 * Writes a document as text: a record a line, keys in the order of the interfaces and then the unknown
 * ones in their own, positions in the order of the actors. So the same document gives the same bytes.
 */
export function writeNative(document: Document): string {
	const root = document as unknown as Json;
	const parts: string[] = [];
	const put = (key: string, value: string) => parts.push(`  ${JSON.stringify(key)}: ${value}`);
	for (const key of SCALAR_KEYS) if (root[key] !== undefined) put(key, jsonLine(root[key]));
	for (const list of LISTS) {
		const records: readonly object[] | undefined = document[list];
		const keys = RECORD_KEYS.get(list);
		if (records)
			put(
				list,
				block(
					'[',
					records.map((record) => jsonLine(record, keys)),
					']'
				)
			);
	}
	if (document.positions) put('positions', block('{', positionLines(document, document.positions), '}'));
	if (document.picture) put('picture', jsonLine(document.picture, PICTURE_KEYS));
	for (const key of Object.keys(root))
		if (!KNOWN.has(key) && root[key] !== undefined) put(key, jsonLine(root[key]));
	return `{\n${parts.join(',\n')}\n}\n`;
}

function block(open: string, lines: readonly string[], close: string): string {
	return lines.length === 0 ? open + close : `${open}\n    ${lines.join(',\n    ')}\n  ${close}`;
}

/**
 * In the order of the actors: an object in memory moves keys like "7" to the front, so that the order
 * of a file would not survive its being read.
 */
function positionLines(document: Document, positions: ReadonlyMap<Id, Point>): string[] {
	const ids = new Set([...document.actors.map(({ id }) => id), ...positions.keys()]);
	return [...ids].flatMap((id) => {
		const point = positions.get(id);
		return point ? [`${JSON.stringify(id)}: ${jsonLine(point)}`] : [];
	});
}
