/** The formats of other programs. */
import { CX } from '#lib/formats/cx.ts';
import { CX2 } from '#lib/formats/cx2.ts';
import { CYTOSCAPE_JSON } from '#lib/formats/cytoscape-json.ts';
import { DOT } from '#lib/formats/dot.ts';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { FTM } from '#lib/formats/ftm.ts';
import { GEXF } from '#lib/formats/gexf.ts';
import { GML } from '#lib/formats/gml.ts';
import { GRAPHML } from '#lib/formats/graphml.ts';
import { JGF } from '#lib/formats/jgf.ts';
import { NODE_LINK } from '#lib/formats/node-link.ts';
import { PAJEK } from '#lib/formats/pajek.ts';
import { STIX } from '#lib/formats/stix.ts';

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
