/** What the words of STIX (2.0 and 2.1, OASIS) are here. */
import type { JsonObject } from '#lib/formats/json/json-tree.ts';
import { textOf } from '#lib/formats/json/json-tree.ts';
import type { ActorKind } from '#lib/model/document.ts';

/** Objects that are about a bundle and not about the world. */
export const META_OBJECTS: ReadonlyMap<string, string> = new Map([
	['marking-definition', 'It says who may see what; its name stands with each object that it marks.'],
	['extension-definition', 'It describes additions to STIX, not an actor.'],
	[
		'language-content',
		'It translates texts of other objects, and those are taken in the language in which they stand.'
	]
]);

/** Objects that gather others, or speak of them. */
export const GATHERING: ReadonlySet<string> = new Set([
	'report',
	'grouping',
	'note',
	'opinion',
	'observed-data'
]);

/** What an object is called by, in the order in which to look; only the first is a name to STIX. */
export const NAMES = [
	...['name', 'value', 'display_name', 'account_login', 'user_id', 'path', 'key', 'subject', 'abstract'],
	...['product', 'city', 'administrative_area', 'country', 'region', 'content', 'opinion', 'pattern']
] as const;

const IDENTITY_CLASSES: ReadonlyMap<string, ActorKind> = new Map([
	['individual', 'person'],
	['group', 'people'],
	['organization', 'organisation']
]);
const RESOURCE_LEVELS: ReadonlyMap<string, ActorKind> = new Map([
	['individual', 'person'],
	['organization', 'organisation']
]);

/** A property as plain text; undefined for lists and objects. */
function word(object: JsonObject, key: string): string {
	return textOf(object.get(key)) ?? '';
}

/**
 * The kind of actor that an object is. A threat actor may be a person or a body, which only its resource level tells,
 * and that only at times: a persona with the means of a government is no government.
 */
export function kindOf(type: string, object: JsonObject): ActorKind {
	if (type === 'identity') return IDENTITY_CLASSES.get(word(object, 'identity_class')) ?? 'unknown';
	if (type === 'threat-actor') return RESOURCE_LEVELS.get(word(object, 'resource_level')) ?? 'unknown';
	if (type === 'intrusion-set') return 'organisation';
	const isCountry = object.has('country') && !FINER_THAN_A_COUNTRY.some((key) => object.has(key));
	return type === 'location' && isCountry ? 'state' : 'unknown';
}

const FINER_THAN_A_COUNTRY = [
	'administrative_area',
	'city',
	'street_address',
	'postal_code',
	'latitude',
	'longitude'
];

/** The marking definitions that everybody has, so that bundles leave them out: the Traffic Light Protocol, 1 and 2. */
export const TLP: ReadonlyMap<string, string> = new Map([
	['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', 'TLP:WHITE'],
	['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', 'TLP:GREEN'],
	['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', 'TLP:AMBER'],
	['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'TLP:RED'],
	['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487', 'TLP:CLEAR'],
	['marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'TLP:GREEN'],
	['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'TLP:AMBER'],
	['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003', 'TLP:AMBER+STRICT'],
	['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1', 'TLP:RED']
]);

/** Whether a text is an id of STIX: a type, two hyphens, a UUID. */
export function isStixId(text: string): boolean {
	return text.length < 300 && /^[a-z0-9-]+--[0-9a-fA-F-]{36}$/.test(text);
}
