/** Writes STIX 2.1: actors as identities, relations as relationships, and what STIX cannot say in an extension. */
import { writeExact } from '#lib/formats/json/exact-values.ts';
import { textMembers } from '#lib/formats/json/json-columns.ts';
import { plainPeriod } from '#lib/formats/plain-period.ts';
import type { StagedEdge, StagedGraph, StagedNode, Values } from '#lib/formats/staged.ts';
import { EXTENSION, TITLE_ID, TOOL_ID } from '#lib/formats/stix/stix-frame.ts';
import { uuidOf } from '#lib/formats/stix/uuid5.ts';
import { STIX } from '#lib/formats/meaning/type-codes.ts';
import { codesOfKind, codesOfType } from '#lib/formats/out/written-codes.ts';
import { firstDay, lastDay, parseWhen } from '#lib/model/time.ts';
import { dayToIso } from '#lib/model/time-days.ts';

/** STIX wants times of making; we have no clock, and the same graph is to give the same bytes. */
const MADE = '"created":"1970-01-01T00:00:00.000Z","modified":"1970-01-01T00:00:00.000Z"';

/** A graph as a bundle, in pieces. */
export function* writeStix(graph: StagedGraph): Generator<string> {
	const nodeIds = graph.nodes.map(({ id }) => `identity--${uuidOf('actor', id ?? '')}`);
	const edgeIds = idsOfEdges(graph);
	const byId = new Map(graph.nodes.map(({ id }, index) => [id, nodeIds[index]!]));
	yield `{"type":"bundle","id":"bundle--${uuidOf('bundle', graph.title ?? '', nodeIds.join(' '))}","objects":[\n`;
	yield `${tool()},\n${extension()}`;
	if (graph.title !== undefined || graph.description !== undefined)
		yield `,\n${grouping(graph, [TOOL_ID, ...nodeIds, ...edgeIds])}`;
	const valueIn = lookup(graph);
	for (const [index, node] of graph.nodes.entries())
		yield `,\n${identity(graph, node, nodeIds[index]!, valueIn)}`;
	for (const [index, edge] of graph.edges.entries()) {
		const ends = [byId.get(edge.source) ?? '', byId.get(edge.target) ?? ''] as const;
		yield `,\n${relationship(graph, edge, edgeIds[index]!, ends, valueIn)}`;
	}
	yield '\n]}\n';
}

type Lookup = (element: 'node' | 'edge', role: string, values: Values) => string | undefined;

function lookup({ nodeColumns, edgeColumns }: StagedGraph): Lookup {
	const columns = {
		node: new Map(nodeColumns.map(({ role }, index) => [role ?? '', index])),
		edge: new Map(edgeColumns.map(({ role }, index) => [role ?? '', index]))
	};
	return (element, role, values) => {
		const column = columns[element].get(role);
		return column === undefined ? undefined : values[column];
	};
}

/** Of its own id where it has one, else of what it says; equal ones are numbered. */
function idsOfEdges({ edges, edgeColumns }: StagedGraph): string[] {
	const [idAt, typeAt] = ['id', 'type'].map((name) => edgeColumns.findIndex(({ role }) => role === name));
	const counts = new Map<string, number>();
	return edges.map(({ source, target, values }) => {
		const id = values[idAt!];
		const parts =
			id === undefined ? ['tie', source ?? '', target ?? '', values[typeAt!] ?? ''] : ['relation', id];
		const key = JSON.stringify(parts);
		const count = counts.get(key) ?? 0;
		counts.set(key, count + 1);
		return `relationship--${uuidOf(...parts, ...(count === 0 ? [] : [String(count)]))}`;
	});
}

function head(type: string, id: string): string {
	return `"type":"${type}","spec_version":"2.1","id":"${id}",${MADE}`;
}

function tool(): string {
	return `{${head('identity', TOOL_ID)},"name":"Dramatis","identity_class":"system"}`;
}

function extension(): string {
	const about = textMembers(
		['created_by_ref', TOOL_ID],
		['name', 'Dramatis values'],
		[
			'description',
			'The values of actors and relations that STIX has no property for, as lists of column, role and value.'
		],
		[
			'schema',
			'values: a list of lists of three texts; id: the id of the actor; directed: whether the relation has a direction'
		],
		['version', '1.0.0']
	);
	return `{${head('extension-definition', EXTENSION)},${about.join(',')},"extension_types":["property-extension"]}`;
}

function grouping({ title, description }: StagedGraph, ids: readonly string[]): string {
	const own = textMembers(
		['extension_type', 'property-extension'],
		['title', title],
		['description', description]
	);
	const shown = textMembers(
		['created_by_ref', TOOL_ID],
		['name', title],
		['description', description],
		['context', 'unspecified']
	);
	const refs = ids.map((id) => `"${id}"`).join(',');
	return `{${head('grouping', TITLE_ID)},${shown.join(',')},"object_refs":[${refs}],"extensions":{"${EXTENSION}":{${own.join(',')}}}}`;
}

function identity(graph: StagedGraph, { id, values }: StagedNode, stixId: string, valueIn: Lookup): string {
	const value = (role: string) => valueIn('node', role, values);
	const shown = textMembers(
		['name', value('name') ?? id ?? ''],
		['description', value('description')],
		['identity_class', codesOfKind(value('kind')).stix ?? 'unknown']
	);
	const exact = writeExact(
		[
			['extension_type', 'property-extension'],
			['id', id ?? '']
		],
		graph.nodeColumns,
		values
	);
	return `{${head('identity', stixId)},${shown.join(',')},"extensions":{"${EXTENSION}":${exact}}}`;
}

/** The words of STIX for types that a document has for itself, because a bundle brought them along. */
const WORDS = new Map(
	[...STIX].flatMap(([code, choice]) => ('own' in choice ? [[choice.own.name, code] as const] : []))
);

function relationship(
	graph: StagedGraph,
	{ directed, values }: StagedEdge,
	stixId: string,
	[source, target]: readonly [string, string],
	valueIn: Lookup
): string {
	const value = (role: string) => valueIn('edge', role, values);
	const period = plainPeriod(value('when') ?? '');
	const [type, note] = [value('type'), value('note')];
	const code = codesOfType(type).stix ?? WORDS.get(type ?? '');
	const shown = textMembers(
		['relationship_type', code ?? 'related-to'],
		['description', code === undefined && type !== undefined ? (note ? `${type}: ${note}` : type) : note],
		['source_ref', source],
		['target_ref', target],
		['start_time', period?.start && `${boundOf(period.start, firstDay)}T00:00:00.000Z`],
		['stop_time', period?.end && `${boundOf(period.end, lastDay)}T23:59:59.999Z`]
	);
	const exact = writeExact(
		[
			['extension_type', 'property-extension'],
			['directed', directed]
		],
		graph.edgeColumns,
		values
	);
	return `{${head('relationship', stixId)},${shown.join(',')},"extensions":{"${EXTENSION}":${exact}}}`;
}

function boundOf(date: string, bound: typeof firstDay): string {
	return dayToIso(bound(parseWhen(date)!));
}
