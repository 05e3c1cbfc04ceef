/** Checks that a document is whole: every id once, and everything that refers to a record finds it. */
import { idsOf, noticeOddities } from '#lib/model/check-records.ts';
import type { Place } from '#lib/model/check-records.ts';
import type { Document, Id, Point } from '#lib/model/document.ts';
import { ProblemLog, quoted } from '#lib/model/problem-log.ts';
import type { Problem } from '#lib/model/problems.ts';
import { RECORDS } from '#lib/model/schema.ts';
import type { ListName } from '#lib/model/schema.ts';

/** Which entry of its list a record was in the input, counted from 0. */
export type Numbers = ReadonlyMap<object, number>;

/** The lists of records of a document, its own relation types among them. */
export const LISTS = Object.keys(RECORDS) as ListName[];

/**
 * What is wrong with a document in memory; empty when it is whole. `refused` is what cannot stand and
 * what `settle` would leave out; `noticed` is all else. Takes time in proportion to the document.
 */
export function checkDocument(document: Document): Problem[] {
	const numbers = new Map<object, number>();
	for (const list of LISTS) document[list]?.forEach((record, number) => numbers.set(record, number));
	const log = new ProblemLog();
	settle(document, numbers, log);
	return log.list();
}

/**
 * The document without the records that cannot stand: the later of two with one id, relations and
 * links without an end, positions of nobody. What was left out, and what is wrong with the rest, goes
 * into the log, at the places that `numbers` says.
 */
export function settle(document: Document, numbers: Numbers, log: ProblemLog): Document {
	const place: Place = (list, record) => `${list}[${numbers.get(record)}]`;
	const settled = withEnds(withIdsOnce(document, place, log), place, log);
	noticeOddities(settled, place, log);
	return settled;
}

function withIdsOnce(document: Document, place: Place, log: ProblemLog): Document {
	const lists = LISTS.map((list) => {
		const first = new Map<Id, object>();
		const records: readonly { readonly id: Id }[] | undefined = document[list];
		const kept = records?.filter((record) => {
			const twin = first.get(record.id);
			if (!twin) first.set(record.id, record);
			else {
				const message = `The id ${quoted(record.id)} is taken by ${place(list, twin)}; this record was left out.`;
				log.add('refused', `${place(list, record)}.id`, message, 'Give one of the two another id.');
			}
			return !twin;
		});
		return [list, kept] as const;
	});
	// Never through Object.assign: it would call a setter for an unknown key named __proto__.
	return { ...document, ...Object.fromEntries(lists.filter(([, kept]) => kept)) };
}

function withEnds(document: Document, place: Place, log: ProblemLog): Document {
	const actors = idsOf(document.actors);
	const events = idsOf(document.events);
	const relations = document.relations.filter((relation) => bothEnds('relations', relation, actors));
	const links = document.links.filter((link) => bothEnds('links', link, events));
	if (!document.positions) return { ...document, relations, links };
	return { ...document, relations, links, positions: standing(document.positions, actors, log) };

	function bothEnds(list: 'relations' | 'links', record: { from: Id; to: Id }, ends: ReadonlySet<Id>) {
		const what = list === 'relations' ? 'actor' : 'event';
		const missing = (['from', 'to'] as const).filter((end) => !ends.has(record[end]));
		for (const end of missing.slice(0, 1))
			log.add(
				'refused',
				`${place(list, record)}.${end}`,
				`There is no ${what} ${quoted(record[end])}; this ${list.slice(0, -1)} was left out.`,
				`Add the ${what}, or name another one.`
			);
		return missing.length === 0;
	}
}

function standing(positions: ReadonlyMap<Id, Point>, actors: ReadonlySet<Id>, log: ProblemLog) {
	const kept = new Map<Id, Point>();
	for (const [id, point] of positions)
		if (actors.has(id)) kept.set(id, point);
		else {
			const message = `There is no actor ${quoted(id)}; its position was left out.`;
			log.add('refused', 'positions', message, 'Add the actor, or remove the position.');
		}
	return kept;
}
