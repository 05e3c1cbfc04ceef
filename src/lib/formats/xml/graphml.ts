/** GraphML: the format of graphdrawing.org that most programs for graphs read and write. */
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { readGraphml } from '#lib/formats/xml/graphml-reader.ts';
import { writeGraphml } from '#lib/formats/xml/graphml-writer.ts';
import { EDGE_ROLES, NODE_ROLES } from '#lib/formats/staged.ts';
import { rootName } from '#lib/formats/xml/xml.ts';

export const GRAPHML: ForeignFormat = {
	id: 'graphml',
	name: 'GraphML',
	extensions: ['.graphml'],
	recognises: (head) => rootName(head) === 'graphml',
	reader: readGraphml,
	missingEnds: 'leave-out',
	write: writeGraphml,
	keeps: {
		nodes: NODE_ROLES.filter((role) => role !== 'id'),
		edges: EDGE_ROLES,
		attributes: true,
		direction: true,
		remarks: [
			'Control characters have no place in XML; each is written as �. An id that has one is replaced by a number.',
			'Ids with blanks or signs that GraphML does not allow are replaced by numbers for other programs; the ids themselves stand beside them.',
			'Networkx does not read a file in which some relations have a direction and others have none.'
		]
	}
};
