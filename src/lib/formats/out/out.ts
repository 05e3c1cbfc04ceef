/** The ways out, one by one: to add one, an entry in WAYS_OUT, and here where it is no foreign format. */
import { brokenValues, changedWhenSafe, writeCsvZip } from '#lib/formats/tables/csv-writer.ts';
import { flatten } from '#lib/formats/out/flatten.ts';
import { FOREIGN_FORMATS } from '#lib/formats/foreign-formats.ts';
import type { Keeps } from '#lib/formats/foreign.ts';
import { losses } from '#lib/formats/out/loss.ts';
import { writeNative } from '#lib/formats/native/native.ts';
import type { Outlet } from '#lib/formats/out/outlet.ts';
import { PLOVER_OUT } from '#lib/formats/out/plover-out.ts';
import { EDGE_ROLES, NODE_ROLES } from '#lib/formats/staged.ts';
import { WAYS_OUT } from '#lib/formats/out/ways-out.ts';
import { graphTables } from '#lib/formats/out/written-tables.ts';
import { cutInXlsx, writeXlsx } from '#lib/formats/tables/xlsx-writer.ts';
import type { Document } from '#lib/model/document.ts';

const ALL: Keeps = { nodes: NODE_ROLES, edges: EDGE_ROLES, attributes: true, direction: true, remarks: [] };
const UNTITLED =
	'The title is in the name of the file alone; what describes the document has no place in tables.';

const asClaims = (document: Document) => flatten(document, { rows: 'claim' });

function* native(document: Document): Generator<string> {
	yield writeNative(document);
}

const NATIVE_OUT: Outlet = {
	name: 'Dramatis document',
	keeps: ALL,
	losses: () => [],
	write: native
};

function formulas(changed: number): string[] {
	if (changed === 0) return [];
	const [begin, get] = changed === 1 ? ['value begins', 'gets'] : ['values begin', 'get'];
	return [
		`${changed.toLocaleString('en')} ${begin} as a formula would and ${get} an apostrophe in front, so that no spreadsheet runs it.`
	];
}

function halves(broken: number): string[] {
	if (broken === 0) return [];
	const has = broken === 1 ? 'value has' : 'values have';
	return [
		`${broken.toLocaleString('en')} ${has} halves of characters, which no file of text can hold; each is written as �. An id that has one is replaced by a number.`
	];
}

const CSV_OUT: Outlet = {
	name: 'CSV',
	keeps: { ...ALL, remarks: [UNTITLED] },
	rows: 'claim',
	losses: (document) => losses(document, asClaims(document), ALL, 'CSV'),
	remarks: (document, style) => {
		const tables = graphTables(asClaims(document));
		return [...formulas(style === 'safe' ? changedWhenSafe(tables) : 0), ...halves(brokenValues(tables))];
	},
	*write(document, style) {
		yield writeCsvZip(asClaims(document), style);
	}
};

/** They have sheets of their own, which our reader passes over. */
const IN_SHEETS = [
	'event: date, place, figures',
	'events that no relation names',
	'links between events',
	'sources: publisher, authors, address, and the rest'
];

const XLSX_OUT: Outlet = {
	name: 'Excel',
	keeps: {
		...ALL,
		remarks: [UNTITLED, 'Every cell is text: no program takes an id for a number or a date.']
	},
	rows: 'claim',
	notes: IN_SHEETS,
	losses: (document) => losses(document, asClaims(document), ALL, 'Excel', IN_SHEETS),
	remarks: (document) => {
		const cut = cutInXlsx(graphTables(asClaims(document)));
		if (cut === 0) return [];
		return [
			`${cut === 1 ? '1 value is' : `${cut.toLocaleString('en')} values are`} longer than a cell can be (32,767 characters); the rest is cut off.`
		];
	},
	*write(document) {
		yield writeXlsx(asClaims(document), document);
	}
};

/** By the ids of WAYS_OUT. */
const OUTLETS: ReadonlyMap<string, Outlet> = new Map([
	['dramatis', NATIVE_OUT],
	['csv', CSV_OUT],
	['xlsx', XLSX_OUT],
	['plover', PLOVER_OUT],
	...WAYS_OUT.flatMap(({ id, called }) => foreignOutlet(id, called))
]);

function foreignOutlet(id: string, name: string): [string, Outlet][] {
	const { write, keeps, rows = 'relation' } = FOREIGN_FORMATS.find((one) => one.id === id) ?? {};
	if (!write || !keeps) return [];
	const graph = (document: Document) => flatten(document, { rows });
	return [
		[
			id,
			{
				name,
				keeps,
				rows,
				losses: (document) => losses(document, graph(document), keeps, name),
				write: (document) => write(graph(document))
			}
		]
	];
}

/** How a document is taken out in a format of WAYS_OUT. @throws RangeError for an id that is none of them */
export function outletOf(id: string): Outlet {
	const outlet = OUTLETS.get(id);
	if (!outlet) throw new RangeError('There is no format of that name.');
	return outlet;
}
