/** FollowTheMoney (followthemoney.tech), the entities of Aleph and OpenSanctions. */
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { envelopeOf } from '#lib/formats/ftm/ftm-nested.ts';
import { ftmReader } from '#lib/formats/ftm/ftm-reader.ts';
import { writeFtm } from '#lib/formats/ftm/ftm-writer.ts';
import { GRAPH_EDGE_ROLES, GRAPH_NODE_ROLES, MARK } from '#lib/formats/json/json-columns.ts';
import { glanceJson } from '#lib/formats/json/json-parse.ts';
import { JsonObject, listOf, membersOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';

export const FTM: ForeignFormat = {
	id: 'ftm',
	name: 'FollowTheMoney entities',
	extensions: ['.ftm.json', '.ftm', '.json'],
	recognises: isFtm,
	reader: ftmReader,
	missingEnds: 'leave-out',
	write: writeFtm,
	keeps: {
		nodes: GRAPH_NODE_ROLES,
		edges: GRAPH_EDGE_ROLES,
		attributes: true,
		direction: true,
		remarks: [
			'Relations for which FollowTheMoney has no schema between such actors are of the schema UnknownLink, with the type as their role; what has no property is beside the properties, where other programs do not look.'
		]
	}
};

/** By the first entity: an object with a schema and properties. */
function isFtm(head: string): boolean {
	const tree = glanceJson(head);
	const root = membersOf(tree);
	const first = listOf(tree)[0] ?? envelopeOf(tree)?.entities[0]?.[0] ?? tree;
	if (isEntity(first)) return true;
	if (root.keys.length === 1 && root.get(MARK) instanceof JsonObject) return true;
	return Array.isArray(root.get('entities')) && root.has('layout');
}

function isEntity(tree: JsonTree | undefined): boolean {
	const members = membersOf(tree);
	const properties = members.get('properties');
	return typeof members.get('schema') === 'string' && properties instanceof JsonObject;
}
