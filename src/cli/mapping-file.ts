/** A mapping in a file: what was guessed, written for a human to correct, and read again. */
import * as v from 'valibot';
import { EDGE_USES, NODE_USES, type Mapping } from '#lib/formats/mapping.ts';
import { ACTOR_KINDS, FAMILIES, MODALITIES } from '#lib/model/document.ts';
import { Failure } from './failure.ts';
import { safe } from './terminal.ts';

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

const MAPPING = v.partial(
	v.strictObject({
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
	})
);

/**
 * The guess with what a file says instead.
 * @throws Failure that says what of the file makes no mapping
 */
export function mappingFrom(text: string, guessed: Mapping): Mapping {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		throw new Failure(`--mapping: it is not JSON (${safe(error instanceof Error ? error.message : '')}).`);
	}
	const result = v.safeParse(MAPPING, data);
	if (!result.success) {
		const [issue] = result.issues;
		const place = v.getDotPath(issue);
		throw new Failure(
			`--mapping: ${place ? `${safe(place)}: ` : ''}${safe(issue.message)}.`,
			'--show-mapping writes one that is right.'
		);
	}
	// Keys that the file has, with values that are there.
	return { ...guessed, ...(result.output as Partial<Mapping>) };
}
