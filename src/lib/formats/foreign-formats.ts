/** The formats of other programs. */
import { CX } from '#lib/formats/json/cx.ts';
import { CX2 } from '#lib/formats/json/cx2.ts';
import { CYTOSCAPE_JSON } from '#lib/formats/json/cytoscape-json.ts';
import { DOT } from '#lib/formats/text/dot.ts';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { FTM } from '#lib/formats/ftm/ftm.ts';
import { GEXF } from '#lib/formats/xml/gexf.ts';
import { GML } from '#lib/formats/text/gml.ts';
import { GRAPHML } from '#lib/formats/xml/graphml.ts';
import { JGF } from '#lib/formats/json/jgf.ts';
import { NODE_LINK } from '#lib/formats/json/node-link.ts';
import { PAJEK } from '#lib/formats/text/pajek.ts';
import { STIX } from '#lib/formats/stix/stix.ts';

/** In the order in which they are asked whether they know a text: what is said most plainly comes first. */
export const FOREIGN_FORMATS: readonly ForeignFormat[] = [
	GRAPHML,
	GEXF,
	STIX,
	FTM,
	CX2,
	CX,
	CYTOSCAPE_JSON,
	JGF,
	NODE_LINK,
	GML,
	PAJEK,
	DOT
];
