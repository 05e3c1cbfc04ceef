/** The shape of a mapping, for those that come from a file or a storage that anybody may have written into. */
import * as v from 'valibot';
import { EDGE_USES, NODE_USES } from '#lib/formats/meaning/mapping.ts';
import { ACTOR_KINDS, FAMILIES, MODALITIES } from '#lib/model/document.ts';

const TEXT = v.string();
const TURNED = { turned: v.optional(v.boolean()) };
const OWN = v.strictObject({
	name: TEXT,
	reverse: TEXT,
	family: v.picklist(FAMILIES),
	nature: v.picklist(['state', 'act']),
	sign: v.picklist(['+', '-', '0'])
});
const TYPE = v.union([v.strictObject({ id: TEXT, ...TURNED }), v.strictObject({ own: OWN, ...TURNED })]);

/** All of a Mapping (mapping.ts), and nothing else. */
export const MAPPING_SCHEMA = v.strictObject({
	title: TEXT,
	nodes: v.array(v.picklist(NODE_USES)),
	edges: v.array(v.picklist(EDGE_USES)),
	types: v.array(v.strictTuple([TEXT, TYPE])),
	untyped: TYPE,
	untypedNegative: TYPE,
	kinds: v.array(v.strictTuple([TEXT, v.picklist(ACTOR_KINDS)])),
	modalities: v.array(v.strictTuple([TEXT, v.picklist(MODALITIES)])),
	missingEnds: v.picklist(['make', 'leave-out']),
	undirected: v.picklist(['one', 'both']),
	positions: v.boolean(),
	dateOrder: v.nullable(v.picklist(['day-first', 'month-first'])),
	separator: v.pipe(TEXT, v.length(1)),
	sameRelation: v.picklist(['id', 'alike', 'never']),
	chain: v.picklist(['whole', 'quoted']),
	spaces: v.picklist(['keep', 'trim'])
});
