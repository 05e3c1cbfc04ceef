/** STIX 2.1 bundles (OASIS), as teams for threats to computers exchange them; 2.0 is read as far as it is the same. */
import { GRAPH_EDGE_ROLES, GRAPH_NODE_ROLES } from '#lib/formats/json/json-columns.ts';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { glanceJson } from '#lib/formats/json/json-parse.ts';
import { listOf, membersOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import { stixReader } from '#lib/formats/stix/stix-reader.ts';
import { isStixId } from '#lib/formats/stix/stix-words.ts';
import { writeStix } from '#lib/formats/stix/stix-writer.ts';

export const STIX: ForeignFormat = {
	id: 'stix',
	name: 'STIX 2.1',
	extensions: ['.stix.json', '.stix', '.json'],
	recognises: isStix,
	reader: stixReader,
	// A bundle need not hold what its relationships name.
	missingEnds: 'make',
	write: writeStix,
	keeps: {
		nodes: GRAPH_NODE_ROLES,
		edges: GRAPH_EDGE_ROLES,
		attributes: true,
		direction: true,
		remarks: [
			'Actors are identities to other programs, and relations that STIX has no word for are “related-to”; all else is in an extension that they may drop.',
			'Markings such as TLP:AMBER become plain attributes in that extension: mark the bundle anew before you pass it on.',
			'The times of making are 1 January 1970 throughout, so that the same document gives the same file; programs that have an earlier export may keep that one.'
		]
	}
};

/** By the bundle around, or by the ids of the objects: a type, two hyphens and a UUID. */
function isStix(head: string): boolean {
	const tree = glanceJson(head);
	const root = membersOf(tree);
	if (root.get('type') === 'bundle' && (root.has('objects') || root.has('spec_version') || isObject(root)))
		return true;
	return [tree, listOf(tree)[0], listOf(root.get('objects'))[0]].some(isObject);
}

function isObject(tree: JsonTree | undefined): boolean {
	const [id, type] = [membersOf(tree).get('id'), membersOf(tree).get('type')];
	return typeof id === 'string' && typeof type === 'string' && isStixId(id) && id.startsWith(`${type}--`);
}
