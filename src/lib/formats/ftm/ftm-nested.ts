/** Entities that stand inside the properties of others, as the programming interfaces of Aleph and OpenSanctions give them. */
import { EDGE_SCHEMATA, ENTITY_PROPERTIES } from '#lib/formats/ftm/ftm-schemata.ts';
import { JsonObject, idOf, listOf, membersOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';

/** An entity found in another one, and the id of that. */
export interface Nested {
	readonly tree: JsonObject;
	readonly place: string;
	readonly outer: string;
}

export interface TakenApart {
	/** As if the entity stood in a file of its own: ids in the place of entities. */
	readonly properties: JsonObject;
	readonly nested: readonly Nested[];
	/** Properties that had entities in them, so that they hold ids, whatever their names. */
	readonly keys: ReadonlySet<string>;
}

/**
 * Takes entities out of the properties of another one, of one level; theirs are taken out when their turn comes.
 * An entity that says itself how the two are tied (an ownership in an owner's list) leaves no id behind.
 */
export function takeApart(id: string, schema: string, properties: JsonObject, place: string): TakenApart {
	const plain = new JsonObject();
	const nested: Nested[] = [];
	const keys = new Set<string>();
	for (const [key, value] of properties.entries()) {
		const list = Array.isArray(value) ? value : [value];
		const kept: JsonTree[] = [];
		for (const [index, one] of list.entries()) {
			const innerId = one instanceof JsonObject ? idOf(one.get('id')) : undefined;
			if (!(one instanceof JsonObject) || innerId === undefined) {
				kept.push(one);
				continue;
			}
			if (typeof one.get('schema') === 'string')
				nested.push({ tree: one, place: `${place}, ${key}[${index}]`, outer: id });
			keys.add(key);
			const isFurther = !EDGE_SCHEMATA.has(schema) && !ENTITY_PROPERTIES.has(key);
			if (!isFurther || !saysTie(one, id)) kept.push(innerId);
		}
		if (keys.has(key) && kept.length === 0) continue;
		plain.keys.push(key);
		plain.values.push(keys.has(key) ? kept : value);
	}
	return { properties: plain, nested, keys };
}

/** Whether an entity is a tie, or names the outer one in a property of its own. */
function saysTie(inner: JsonObject, outer: string): boolean {
	const schema = inner.get('schema');
	if (typeof schema === 'string' && EDGE_SCHEMATA.has(schema)) return true;
	const properties = membersOf(inner.get('properties'));
	return properties.keys.some(
		(key) =>
			ENTITY_PROPERTIES.has(key) &&
			listOf(properties.get(key)).some((one) => (idOf(one) ?? idOf(membersOf(one).get('id'))) === outer)
	);
}

/** Where entities are kept in what is around them: `ftm enrich` has `entities`, answers to searches have `results`. */
const ENVELOPES = ['entities', 'results', 'entity'] as const;

export interface Envelope {
	readonly key: string;
	readonly entities: readonly (readonly [tree: JsonTree, place: string])[];
}

/** What is in an envelope, with places such as `entities[3]`; null when it is none, but an entity or anything else. */
export function envelopeOf(tree: JsonTree | undefined): Envelope | null {
	const members = membersOf(tree);
	if (members.has('schema')) return null;
	for (const key of ENVELOPES) {
		const inside = members.get(key);
		if (Array.isArray(inside))
			return { key, entities: inside.map((one, index) => [one, `${key}[${index}]`] as const) };
		if (inside instanceof JsonObject && inside.has('schema')) return { key, entities: [[inside, key]] };
	}
	return null;
}
