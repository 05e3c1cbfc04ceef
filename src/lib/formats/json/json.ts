/** JSON in and out, for the formats that are JSON: faults with their place, depth, stable lines. */
import { findSyntaxFault } from '#lib/formats/json/json-syntax.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** Levels of lists and objects. structuredClone and IndexedDB overflow the stack at some 20,000. */
export const MAX_DEPTH = 64;

/** What a JSON text says. Throws UnreadableError with line and column, both counted from 1. */
export function parseJson(text: string): unknown {
	try {
		// Windows editors put a byte order mark first, which is not JSON.
		return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
	} catch {
		throw notJson(text);
	}
}

function notJson(text: string): UnreadableError {
	const start = text.startsWith('\uFEFF') ? 1 : 0;
	const body = text.slice(start);
	if (body.trim() === '') return new UnreadableError('The file is empty.', 'Choose another file.');
	const fault = findSyntaxFault(body);
	if (!fault) return new UnreadableError('The file is nested too deeply.', `Keep to ${MAX_DEPTH} levels.`);
	const place = placeOf(body, fault.offset);
	if (fault.offset >= body.length)
		return new UnreadableError(
			`The file ends too early, at ${place}: there should be ${fault.expected}.`,
			'It seems to be cut off: get a whole copy.',
			place
		);
	return new UnreadableError(
		`The file is not valid JSON: at ${place} there should be ${fault.expected}.`,
		'Correct the line in a text editor. The usual causes are a comma too many, a missing quote, or a file that is not JSON at all.',
		place
	);
}

/** Line and column of an offset in UTF-16 units, as `line 3, column 7`; columns count code points. */
function placeOf(text: string, offset: number): string {
	let line = 1;
	let start = 0;
	for (const { index, 0: end } of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
		line++;
		start = index + end.length;
	}
	let column = 1;
	for (let at = start; at < offset; at++) if (!isLowSurrogate(text.charCodeAt(at))) column++;
	return `line ${line}, column ${column}`;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether lists and objects are nested in more levels than given; a plain value has none. */
export function deeperThan(levels: number, value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => deeperThan(levels - 1, inner));
}

/** Keys that come first, in order, each with the text that it is written as. */
export type KeyOrder = ReadonlyMap<string, string>;

export function keyOrder(keys: readonly string[]): KeyOrder {
	return new Map(keys.map((key) => [key, `${JSON.stringify(key)}: `]));
}

/**
 * A value as JSON on one line, with ", " and ": ". The keys of `first` come first, the others in their
 * own order; lists and objects inside have theirs. Unlike JSON.stringify it keeps -0, and writes infinity
 * (which a file can say as 1e999) as a number. Leaves out keys without a value. Calls itself for each level.
 */
export function jsonLine(value: unknown, first: KeyOrder = NONE): string {
	if (typeof value === 'string') return JSON.stringify(value);
	if (typeof value === 'number') return numberText(value);
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	if (Array.isArray(value)) return `[${value.map((entry) => jsonLine(entry)).join(', ')}]`;
	const record = value as Readonly<Record<string, unknown>>;
	let line = '';
	for (const [key, prefix] of first) {
		if (!Object.hasOwn(record, key) || record[key] === undefined) continue;
		line += (line && ', ') + prefix + jsonLine(record[key]);
	}
	for (const key of Object.keys(record)) {
		if (first.has(key) || record[key] === undefined) continue;
		line += `${line && ', '}${JSON.stringify(key)}: ${jsonLine(record[key])}`;
	}
	return `{${line}}`;
}

const NONE: KeyOrder = new Map();

function numberText(value: number): string {
	if (Object.is(value, -0)) return '-0';
	if (value === Infinity || value === -Infinity) return value > 0 ? '1e999' : '-1e999';
	return JSON.stringify(value);
}
