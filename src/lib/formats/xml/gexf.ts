/** GEXF: the format of Gephi. */
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { readGexf } from '#lib/formats/xml/gexf-reader.ts';
import { writeGexf } from '#lib/formats/xml/gexf-writer.ts';
import { EDGE_ROLES, NODE_ROLES } from '#lib/formats/staged.ts';
import { rootName } from '#lib/formats/xml/xml.ts';

export const GEXF: ForeignFormat = {
	id: 'gexf',
	name: 'GEXF',
	extensions: ['.gexf'],
	recognises: (head) => rootName(head) === 'gexf',
	reader: readGexf,
	missingEnds: 'leave-out',
	write: writeGexf,
	keeps: {
		nodes: NODE_ROLES.filter((role) => role !== 'id'),
		edges: EDGE_ROLES,
		attributes: true,
		direction: true,
		remarks: [
			'Days and periods of days are written as Gephi shows them; dates that are less exact stand in an attribute only.',
			'Control characters have no place in XML; each is written as �. An id that has one is replaced by a number.',
			'Networkx does not read a file in which some relations have a direction and others have none.'
		]
	}
};
