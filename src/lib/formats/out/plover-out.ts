/** Events in the manner of PLOVER as a way out: a part of a document, and less than other formats hold of it. */
import type { CsvStyle } from '#lib/formats/tables/csv-writer.ts';
import { flatten } from '#lib/formats/out/flatten.ts';
import type { Keeps } from '#lib/formats/foreign.ts';
import { losses, type Loss } from '#lib/formats/out/loss.ts';
import type { Outlet } from '#lib/formats/out/outlet.ts';
import { ploverEvents, writePloverCsv } from '#lib/formats/out/plover.ts';
import type { Document } from '#lib/model/document.ts';
import { partOfDocument } from '#lib/model/part.ts';

const NAME = 'PLOVER';

const KEEPS: Keeps = {
	nodes: ['name'],
	edges: ['id', 'when'],
	attributes: false,
	direction: true,
	remarks: [
		'Types become the codes of PLOVER, kinds of actors its sectors, and denied, expected and hypothetical acts its auxiliary modes.'
	]
};

/** What a row says in other words, or of the first claim only. */
const NOTES = [
	'actor: kind',
	'relation: type, by name',
	'event: date, place, figures',
	'claims about relations: statement',
	'claims about relations: modality',
	'sources: title'
];

/** Losses that are counted here, since they are of some claims and not of all. */
const CLAIMS: ReadonlySet<string> = new Set(NOTES.filter((thing) => thing.startsWith('claims')));

export const PLOVER_OUT: Outlet = {
	name: NAME,
	keeps: KEEPS,
	notes: NOTES,
	losses: ploverLosses,
	write: (document: Document, style: CsvStyle) => writePloverCsv(ploverEvents(document).events, style)
};

function ploverLosses(document: Document): Loss[] {
	const { events, states, uncoded } = ploverEvents(document);
	const written = new Set(events.map(({ id }) => id));
	const acts = document.relations.filter(({ id }) => written.has(id));
	const acting = new Set(acts.flatMap(({ from, to }) => [from, to]));
	const idle = document.actors.length - acting.size;
	const untold = document.claims.length - events.filter(({ text }) => text !== undefined).length;
	const part = partOfDocument(document, acting, written);
	const rest = losses(part, flatten(part, { rows: 'relation' }), KEEPS, NAME, NOTES);
	return [
		...lost(
			'relations that are states',
			states,
			['relation that is', 'relations that are'],
			'a state, not an act'
		),
		...lost('acts without a code', uncoded, ['act of', 'acts of'], 'a type without a PLOVER code'),
		...lost(
			'actors without an act',
			idle,
			['actor that does', 'actors that do'],
			'nothing in the events written'
		),
		...lost('claims beyond the first', untold, ['claim', 'claims'], 'beyond the first of each event'),
		...rest.filter(({ thing }) => !CLAIMS.has(thing))
	];
}

function lost(thing: string, count: number, [one, many]: readonly [string, string], why: string): Loss[] {
	if (count === 0) return [];
	const what = `${count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`} ${why}`;
	const [have, verb] = count === 1 ? ['has', 'is'] : ['have', 'are'];
	return [
		{ thing, count, fate: 'lost', what, text: `${what} ${have} no place in ${NAME} and ${verb} left out.` }
	];
}
