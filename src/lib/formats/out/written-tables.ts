/** Tables as we write them, to CSV and to spreadsheets: the same columns in both. */
import type { Document, Event, Figure } from '#lib/model/document.ts';
import type { Column, StagedGraph, Values } from '#lib/formats/staged.ts';

export interface WrittenTable {
	/** `Actors`: the name of a sheet, and in lower case of a file. */
	readonly name: string;
	readonly header: readonly string[];
	/** Each with as many values as the header has. To be gone through as often as needed. */
	readonly rows: Iterable<Values>;
}

/** The two tables that hold a whole graph: actors by id, and relations from id to id, a row for each claim. */
export function graphTables(graph: StagedGraph): readonly [actors: WrittenTable, relations: WrittenTable] {
	const { nodes, edges, nodeColumns, edgeColumns } = graph;
	const ids = !nodeColumns.some(({ role }) => role === 'id');
	const both = edges.some(({ directed }) => !directed);
	return [
		{
			name: 'Actors',
			header: [...(ids ? ['id'] : []), ...names(nodeColumns)],
			rows: mapped(nodes, ({ id, values }) => [...(ids ? [id ?? ''] : []), ...full(values, nodeColumns)])
		},
		{
			name: 'Relations',
			header: ['from', 'to', ...(both ? ['directed'] : []), ...names(edgeColumns)],
			rows: mapped(edges, ({ source, target, directed, values }) => [
				source ?? '',
				target ?? '',
				...(both ? [String(directed)] : []),
				...full(values, edgeColumns)
			])
		}
	];
}

const EVENTS = 'Events';
const SOURCES = 'Sources';

/** What the other two tables refer to, for reading; it is not read back. */
export const EXTRA_TABLES: readonly string[] = [EVENTS, SOURCES];

/** Events and sources of a document, each with what the tables of the graph have no place for. */
export function extraTables({
	events,
	sources,
	links
}: Document): readonly [events: WrittenTable, sources: WrittenTable] {
	const linked = (id: string, type: string) =>
		links.filter((link) => link.from === id && link.type === type).map(({ to }) => to);
	return [
		{
			name: EVENTS,
			header: ['id', 'title', 'when', 'place', 'figures', 'led to', 'followed', 'in response to'],
			rows: mapped(events, (event: Event) => [
				event.id,
				event.title,
				event.when,
				event.place,
				listed((event.figures ?? []).map(figureText)),
				listed(linked(event.id, 'led_to')),
				listed(linked(event.id, 'followed')),
				listed(linked(event.id, 'in_response_to'))
			])
		},
		{
			name: SOURCES,
			header: ['id', 'title', 'publisher', 'published', 'kind', 'language', 'authors', 'url', 'retrieved'],
			rows: mapped(sources, (source) => [
				...[source.id, source.title, source.publisher, source.published, source.kind, source.language],
				listed(source.authors ?? []),
				source.url,
				source.retrieved
			])
		}
	];
}

function figureText({ what, value, min, max, unit }: Figure): string {
	const range = [min, max].filter((one) => one !== undefined).join('–');
	return [`${what}:`, value === undefined ? range : String(value), unit].filter(Boolean).join(' ');
}

function listed(texts: readonly string[]): string | undefined {
	return texts.length === 0 ? undefined : texts.join('; ');
}

function names(columns: readonly Column[]): string[] {
	return columns.map(({ name }) => name);
}

function full(values: Values, columns: readonly Column[]): Values {
	return columns.map((_, column) => values[column]);
}

function mapped<T>(items: readonly T[], row: (item: T) => Values): Iterable<Values> {
	return {
		*[Symbol.iterator]() {
			for (const item of items) yield row(item);
		}
	};
}
