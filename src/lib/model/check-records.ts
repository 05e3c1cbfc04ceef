/** Notices what is odd about records that can stand. Nothing is changed or left out. */
import type { Claim, Document, Event, Id, Relation, RelationType, Source } from '#lib/model/document.ts';
import type { ProblemLog } from '#lib/model/problem-log.ts';
import { quoted } from '#lib/model/problem-log.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import type { ListName } from '#lib/model/schema.ts';
import { parseWhen } from '#lib/model/time.ts';
import { relationTypes } from '#lib/model/vocabulary.ts';

/** Where a record is in the input, such as `relations[3]`. */
export type Place = (list: ListName, record: object) => string;

type Ids = ReadonlySet<Id>;

/** Reports one oddity of a record. `where` continues the place of the record, such as `.when`. */
type Notice = (where: string, message: string, remedy: string) => void;

/**
 * Puts into the log, as `noticed`: references to nothing, relation types that nobody explains, texts
 * that should be dates and are none, and figures and passages that make no sense.
 */
export function noticeOddities(document: Document, place: Place, log: ProblemLog): void {
	const actors = idsOf(document.actors);
	const events = idsOf(document.events);
	const things = [actors, idsOf(document.relations), events, idsOf(document.links)];
	const sources = idsOf(document.sources);
	const voices = idsOf(document.voices);

	each('sources', noticeSource);
	each('voices', ({ actor }, notice) => noticeMissing('.actor', 'actor', actor, actors, notice));
	each('actors', ({ when }, notice) => noticeDate('.when', when, notice));
	each('relations', ({ when, event }, notice) => {
		noticeDate('.when', when, notice);
		noticeMissing('.event', 'event', event, events, notice);
	});
	each('events', noticeEvent);
	each('claims', (claim, notice) => {
		noticeAbout(claim, things, notice);
		noticeMissing('.source', 'source', claim.source, sources, notice);
		for (const voice of claim.voices) noticeMissing('.voices', 'voice', voice, voices, notice);
		noticeClaim(claim, notice);
	});
	each('types', noticeOwnType);
	noticeStrangeTypes(document, place, log);

	function each<L extends ListName>(list: L, look: (record: RecordOf<L>, notice: Notice) => void): void {
		const records = (document[list] ?? []) as readonly RecordOf<L>[];
		for (const record of records)
			// The place is put together only for a problem: it would cost more than all the checks.
			look(record, (where, ...words) => log.add('noticed', place(list, record) + where, ...words));
	}
}

type RecordOf<L extends ListName> = NonNullable<Document[L]>[number];

function noticeSource({ published, retrieved, sha256 }: Source, notice: Notice): void {
	noticeDate('.published', published, notice);
	noticeDate('.retrieved', retrieved, notice);
	if (sha256 === undefined || /^[0-9a-f]{64}$/i.test(sha256)) return;
	const message = 'This is not a SHA-256, so no text will be recognised as the one of this source.';
	notice('.sha256', message, 'Write 64 hexadecimal digits, or remove the key.');
}

function noticeEvent({ when, figures }: Event, notice: Notice): void {
	noticeDate('.when', when, notice);
	figures?.forEach(({ value, min, max }, number) => {
		if (value === undefined && min === undefined && max === undefined)
			notice(`.figures[${number}]`, 'The figure has no number.', 'Add value, or min or max.');
		if (min !== undefined && max !== undefined && min > max)
			notice(
				`.figures[${number}]`,
				`The least, ${min}, is more than the most, ${max}.`,
				'Exchange min and max.'
			);
	});
}

function noticeClaim({ voices, start, end }: Claim, notice: Notice): void {
	if (voices.length === 0)
		notice('.voices', 'The claim has no voice.', 'Name who says so: at least the publication.');
	if (start !== undefined && end !== undefined && end <= start)
		notice('.end', 'The passage ends before it starts.', 'Correct start and end.');
}

/** `things` are the ids of each list that a claim can be about. */
function noticeAbout({ about }: Claim, things: readonly Ids[], notice: Notice): void {
	const remedy = 'Name a relation, an event, a link or an actor of this document.';
	const missing = about.filter((id) => !things.some((ids) => ids.has(id)));
	if (missing.length === about.length) {
		const named = missing[0] === undefined ? '' : `: there is no record ${quoted(missing[0])}`;
		notice('.about', `The claim is about nothing in this document${named}.`, remedy);
	} else for (const id of missing) notice('.about', `There is no record ${quoted(id)}.`, remedy);
	for (const id of about) {
		if (things.filter((ids) => ids.has(id)).length < 2) continue;
		const message = `Records in several lists have the id ${quoted(id)}; the claim counts for all of them.`;
		notice('.about', message, 'Give them different ids.');
	}
}

function noticeOwnType({ id }: RelationType, notice: Notice): void {
	if (!RELATION_TYPES.some((type) => type.id === id)) return;
	const message = `The vocabulary has a type ${quoted(id)} already, and that one is used.`;
	notice('.id', message, 'Give the type of this document another id.');
}

/** Once for each type, however many relations have it: a thousand equal lines would hide all else. */
function noticeStrangeTypes(document: Document, place: Place, log: ProblemLog): void {
	const types = relationTypes(document);
	const strange = new Map<string, { readonly first: Relation; count: number }>();
	for (const relation of document.relations) {
		if (types.has(relation.type)) continue;
		const known = strange.get(relation.type);
		if (known) known.count++;
		else strange.set(relation.type, { first: relation, count: 1 });
	}
	for (const [id, { first, count }] of strange) {
		const message = `The relation type ${quoted(id)} is not known (relations that have it: ${count}).`;
		log.add(
			'noticed',
			`${place('relations', first)}.type`,
			message,
			'Add it to types, or choose a known type.'
		);
	}
}

function noticeMissing(where: string, what: string, id: Id | undefined, known: Ids, notice: Notice): void {
	if (id === undefined || known.has(id)) return;
	notice(where, `There is no ${what} ${quoted(id)}.`, `Add the ${what}, or name another one.`);
}

function noticeDate(where: string, when: string | undefined, notice: Notice): void {
	if (when === undefined || parseWhen(when) !== null) return;
	const message = `${quoted(when)} is not a date that we can read; it is kept as text.`;
	notice(where, message, 'Write it as 2024-01-29, 2024-01, 2024 or as a period: 2024-01-27/2024-01-28.');
}

/** The ids of records, as a set. */
export function idsOf(records: readonly { readonly id: Id }[]): Ids {
	return new Set(records.map((record) => record.id));
}
