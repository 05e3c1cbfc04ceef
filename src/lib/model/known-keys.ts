/** A document without the keys that the format does not know. */
import type { Document } from '#lib/model/document.ts';
import { RECORDS, TEXTS, type ListName } from '#lib/model/schema.ts';

/** Keys of what stands inside records, by the key that it stands under. */
const INSIDE: ReadonlyMap<string, readonly string[]> = new Map([
	['names', ['text', 'lang']],
	['figures', ['what', 'value', 'min', 'max', 'unit']],
	['print', ['before', 'exact', 'after']],
	['quote', ['exact', 'prefix', 'suffix']],
	['codes', ['plover', 'ftm', 'stix', 'wikidata']],
	['words', ['of', 'alternative', 'description']],
	['picture', ['title', 'subtitle', 'credit', 'without', 'words']]
]);

const TOP = ['format', 'version', ...Object.keys(TEXTS), ...Object.keys(RECORDS), 'positions', 'picture'];

/** The document with what the format knows of it; itself where there is nothing else. */
export function withKnownKeys(document: Document): Document {
	const lists = (Object.keys(RECORDS) as ListName[]).flatMap((list) => {
		const known = Object.keys(RECORDS[list].entries);
		const records = document[list] as readonly object[] | undefined;
		return records ? [[list, records.map((record) => only(record, known))] as const] : [];
	});
	const { picture } = document;
	const bare = { ...only(document, TOP), ...Object.fromEntries(lists) };
	return (picture ? { ...bare, picture: only(picture, INSIDE.get('picture')!) } : bare) as Document;
}

function only(record: object, known: readonly string[]): object {
	const entries = Object.entries(record).filter(([key]) => known.includes(key));
	return Object.fromEntries(entries.map(([key, value]) => [key, inside(key, value)]));
}

function inside(key: string, value: unknown): unknown {
	const known = INSIDE.get(key);
	if (!known || key === 'picture') return value;
	if (Array.isArray(value)) return value.map((one: object) => only(one, known));
	return typeof value === 'object' && value !== null ? only(value, known) : value;
}
