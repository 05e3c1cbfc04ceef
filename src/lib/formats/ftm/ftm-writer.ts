/** Writes FollowTheMoney: an entity a line, valid for its schema, with all that it has no property for beside that. */
import { ClearIds } from '#lib/formats/json/clear-ids.ts';
import { writeExact } from '#lib/formats/json/exact-values.ts';
import { EDGE_SCHEMATA, fits } from '#lib/formats/ftm/ftm-schemata.ts';
import { MARK, textMembers } from '#lib/formats/json/json-columns.ts';
import { plainPeriod } from '#lib/formats/plain-period.ts';
import type { Column, StagedEdge, StagedGraph, StagedNode, Values } from '#lib/formats/staged.ts';
import { splitList } from '#lib/formats/meaning/text-lists.ts';
import { codesOfKind, codesOfType, termOf } from '#lib/formats/out/written-codes.ts';

/** A graph as lines, each a piece. */
export function* writeFtm(graph: StagedGraph): Generator<string> {
	const title = textMembers(['title', graph.title], ['description', graph.description]);
	if (graph.nodes.length === 0) return yield `{"${MARK}":{${title.join(',')}}}\n`;
	const ids = new ClearIds(graph);
	const schemata = new Map(graph.nodes.map((node) => [node.id, schemaOf(node, graph.nodeColumns)]));
	for (const [index, node] of graph.nodes.entries()) {
		const about =
			index === 0
				? ([
						['title', graph.title],
						['description', graph.description]
					] as const)
				: [];
		yield `${entity(node, graph.nodeColumns, ids, schemata.get(node.id)!, about)}\n`;
	}
	for (const edge of graph.edges) yield `${tie(edge, graph.edgeColumns, ids, schemata)}\n`;
}

type Property = readonly [name: string, values: readonly (string | undefined)[]];

function record(id: string, schema: string, properties: readonly Property[], exact: string): string {
	const lists = properties.flatMap(([name, values]) => {
		const some = values.filter((value) => value !== undefined && value !== '');
		return some.length === 0 ? [] : [`"${name}":${JSON.stringify(some)}`];
	});
	return `{"id":${JSON.stringify(id)},"schema":"${schema}","properties":{${lists.join(',')}},"${MARK}":${exact}}`;
}

function valueIn(columns: readonly Column[], values: Values): (role: string) => string | undefined {
	return (role) => {
		const column = columns.findIndex((one) => one.role === role);
		return column < 0 ? undefined : values[column];
	};
}

/** Whoever is neither a person nor a body for sure is a LegalEntity, which can be both. */
function schemaOf({ values }: StagedNode, columns: readonly Column[]): string {
	return codesOfKind(valueIn(columns, values)('kind')).ftm ?? 'LegalEntity';
}

function entity(
	{ id, values }: StagedNode,
	columns: readonly Column[],
	ids: ClearIds,
	schema: string,
	about: readonly (readonly [string, string | undefined])[]
): string {
	const value = valueIn(columns, values);
	const wikidata = splitList(value('sameAs') ?? '', ';').flatMap(
		(one) => /^wikidata:(Q\d+)$/.exec(one)?.[1] ?? []
	);
	const written = ids.ofNode(id);
	const properties: Property[] = [
		// A thing without a name is no valid entity.
		['name', [value('name')?.trim() ? value('name') : written]],
		['alias', splitList(value('aliases') ?? '', ';')],
		['description', [value('description')]],
		['wikidataId', wikidata]
	];
	return record(written, schema, properties, writeExact([...about, ['id', id ?? '']], columns, values));
}

function tie(
	{ source, target, directed, values }: StagedEdge,
	columns: readonly Column[],
	ids: ClearIds,
	schemata: ReadonlyMap<string | null, string>
): string {
	const value = valueIn(columns, values);
	const type = value('type');
	const { term, turned } = termOf(codesOfType(type).ftm ?? '');
	const [from, to] = turned ? [target, source] : [source, target];
	const isFit = directed && fits(term, schemata.get(from) ?? '', schemata.get(to) ?? '');
	const schema = isFit ? term : 'UnknownLink';
	const names = EDGE_SCHEMATA.get(schema)!;
	const [first, last] = isFit ? [from, to] : [source, target];
	const period = plainPeriod(value('when') ?? '');
	const isDay = period?.start !== undefined && period.start === period.end;
	const properties: Property[] = [
		[names.source, [ids.ofNode(first)]],
		[names.target, [ids.ofNode(last)]],
		['role', [isFit ? undefined : type]],
		['description', [value('note')]],
		...(isDay
			? [['date', [period.start]] as const]
			: [['startDate', [period?.start]] as const, ['endDate', [period?.end]] as const]),
		['publisher', [value('source')]]
	];
	const frame = [
		['source', source ?? ''],
		['target', target ?? ''],
		['directed', directed]
	] as const;
	return record(ids.ofEdge(value('id')), schema, properties, writeExact(frame, columns, values));
}
