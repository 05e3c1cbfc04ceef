/** Takes the records of a file of our own format one by one, and leaves out what the schema refuses. */
import * as v from 'valibot';
import { MAX_DEPTH, deeperThan } from '#lib/formats/json/json.ts';
import type { Id, Picture, Point } from '#lib/model/document.ts';
import { quoted } from '#lib/model/problem-log.ts';
import type { ProblemLog } from '#lib/model/problem-log.ts';
import { PICTURE, POINT, RECORDS, isPlainObject } from '#lib/model/schema.ts';
import type { ListName } from '#lib/model/schema.ts';

/** What to do about most problems. */
export const CORRECT = 'Correct it in the file, then open the file again.';

const TOO_DEEP = `is nested in more than ${MAX_DEPTH} levels`;

/**
 * The records of one list that can be taken, as they are in the file. `numbers` is told which entry
 * each of them was; the log, what was left out and why.
 */
export function readRecords(
	list: ListName,
	value: unknown,
	numbers: Map<object, number>,
	log: ProblemLog
): object[] {
	if (value === undefined) return [];
	if (!Array.isArray(value)) {
		log.add('refused', list, `${list} should be a list of records; it was left out.`, CORRECT);
		return [];
	}
	const records: object[] = [];
	value.forEach((entry: unknown, number) => {
		const record = readRecord(list, entry, `${list}[${number}]`, log);
		if (!record) return;
		records.push(record);
		numbers.set(record, number);
	});
	return records;
}

function readRecord(list: ListName, entry: unknown, place: string, log: ProblemLog): object | null {
	const schema: v.GenericSchema = RECORDS[list];
	const result = v.safeParse(schema, entry, { abortEarly: true });
	const fault = result.success ? null : wordsFor(result.issues[0]);
	if (fault === null) return withoutDepth(list, entry as object, place, log);
	log.add('refused', place, `${fault}; this record was left out.`, CORRECT);
	return null;
}

function wordsFor(issue: v.BaseIssue<unknown>): string {
	const path = issue.path
		?.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('');
	const key = path?.slice(1) ?? 'The record';
	return issue.received === 'undefined' ? `${key} is missing` : `${key} ${issue.message}`;
}

/** The record, or a copy without the unknown keys that are nested too deeply, or null when a known one is. */
function withoutDepth(list: ListName, record: object, place: string, log: ProblemLog): object | null {
	const deep = Object.entries(record).filter(([, value]) => deeperThan(MAX_DEPTH, value));
	if (deep.length === 0) return record;
	const known = deep.find(([key]) => Object.hasOwn(RECORDS[list].entries, key));
	if (known) {
		log.add('refused', place, `${known[0]} ${TOO_DEEP}; this record was left out.`, CORRECT);
		return null;
	}
	for (const [key] of deep)
		log.add('mended', place, `The key ${quoted(key)} ${TOO_DEEP}; it was left out of the record.`, CORRECT);
	const left = new Set(deep.map(([key]) => key));
	return Object.fromEntries(Object.entries(record).filter(([key]) => !left.has(key)));
}

/** The keys of a file that we do not know, but for those that are nested too deeply. */
export function readUnknown(root: object, known: ReadonlySet<string>, log: ProblemLog): object {
	const unknown = Object.entries(root).filter(([key]) => !known.has(key));
	const kept = unknown.filter(([key, value]) => {
		if (!deeperThan(MAX_DEPTH, value)) return true;
		log.add('refused', '', `The key ${quoted(key)} ${TOO_DEEP}; it was left out.`, CORRECT);
		return false;
	});
	return Object.fromEntries(kept);
}

/** Positions by actor; undefined when the file has none. Whether the actors exist is not looked at. */
export function readPositions(value: unknown, log: ProblemLog): ReadonlyMap<Id, Point> | undefined {
	if (value === undefined) return undefined;
	if (!isPlainObject(value)) {
		log.add('refused', 'positions', 'positions should be an object; it was left out.', CORRECT);
		return undefined;
	}
	const positions = new Map<Id, Point>();
	for (const [id, point] of Object.entries(value))
		if (v.is(POINT, point)) positions.set(id, point);
		else {
			const message = `The position of ${quoted(id)} is not two numbers that can be drawn; it was left out.`;
			log.add('refused', 'positions', message, 'Write [x, y].');
		}
	return positions;
}

/** What the file says about pictures; undefined when that is nothing, or nothing that can be taken. */
export function readPicture(value: unknown, log: ProblemLog): Picture | undefined {
	if (value === undefined) return undefined;
	const result = v.safeParse(PICTURE, value, { abortEarly: true });
	const fault = result.success
		? deeperThan(MAX_DEPTH, value) && TOO_DEEP
		: wordsFor(result.issues[0]).replace(/^The record/, 'picture');
	if (!fault) return value as Picture;
	log.add('refused', 'picture', `${fault}; what was chosen for pictures was left out.`, CORRECT);
	return undefined;
}
