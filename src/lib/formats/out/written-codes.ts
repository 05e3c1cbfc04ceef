/** The codes that other vocabularies have for values of columns of ours: kinds of actors and types of relations. */
import type { Codes } from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { KINDS } from '#lib/model/vocabulary.ts';

const OF_TYPES = new Map(
	RELATION_TYPES.flatMap(({ id, name, codes }) => [[id, codes] as const, [name, codes] as const])
);
const OF_KINDS = new Map<string, Codes>(KINDS.map(({ id, codes }) => [id, codes]));

/** @param type the id or the name of a relation type */
export function codesOfType(type: string | undefined): Codes {
	return (type === undefined ? undefined : OF_TYPES.get(type)) ?? {};
}

/** @param kind the id of a kind of actors */
export function codesOfKind(kind: string | undefined): Codes {
	return (kind === undefined ? undefined : OF_KINDS.get(kind)) ?? {};
}

/** A code without the `<` that says that its vocabulary reads it to → from, and whether that was there. */
export function termOf(code: string): { readonly term: string; readonly turned: boolean } {
	return code.startsWith('<') ? { term: code.slice(1), turned: true } : { term: code, turned: false };
}
