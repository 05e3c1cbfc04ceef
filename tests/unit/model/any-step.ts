/** Edits made at random: plain data, so that a failure can be read, and a function that does them. */
import fc from 'fast-check';
import type { Document, Id } from '#lib/model/document.ts';
import { addActor, changeActor, moveActors, removeActor } from '#lib/model/edit-actors.ts';
import { addClaim, changeClaim, removeClaim } from '#lib/model/edit-claims.ts';
import { addEvent, changeEvent, removeEvent } from '#lib/model/edit-events.ts';
import { mergeActors } from '#lib/model/edit-merge.ts';
import { addRelation, changeRelation, removeRelation } from '#lib/model/edit-relations.ts';
import { newId } from '#lib/model/edits.ts';
import { anyPoint, anyText } from '../generate-values.ts';

const picks = { first: fc.nat({ max: 50 }), second: fc.nat({ max: 50 }), text: anyText, point: anyPoint };
type Picks = { first: number; second: number; text: string; point: readonly [number, number] };

type Do = (document: Document, picks: Picks) => Document;

/** Each does nothing where there is nothing to do it to. */
const STEPS = {
	addActor: (document, { text }) =>
		addActor(document, { id: newId(document, text), name: text, kind: 'unknown' }),
	changeActor: (document, { first, text }) =>
		on(document, document.actors, first, (id) =>
			changeActor(document, id, { name: text, aliases: undefined, note: text } as object)
		),
	removeActor: (document, { first }) =>
		on(document, document.actors, first, (id) => removeActor(document, id)),
	mergeActors: (document, { first, second }) =>
		on(document, document.actors, first, (id) => {
			const others = [second, second + 1].map((number) => at(document.actors, number) ?? id);
			return mergeActors(
				document,
				id,
				others.filter((other) => other !== id)
			);
		}),
	moveActors: (document, { first, point }) =>
		on(document, document.actors, first, (id) => moveActors(document, new Map([[id, point]]))),
	addRelation: (document, { first, second, text }) =>
		on(document, document.actors, first, (from) => {
			const to = at(document.actors, second) ?? from;
			return addRelation(document, { id: newId(document, text), type: 'meets', from, to });
		}),
	changeRelation: (document, { first, second }) =>
		on(document, document.relations, first, (id) =>
			changeRelation(document, id, {
				from: at(document.actors, second),
				event: at(document.events, second),
				when: '2024'
			})
		),
	removeRelation: (document, { first }) =>
		on(document, document.relations, first, (id) => removeRelation(document, id)),
	addClaim: (document, { first, second, text }) =>
		on(document, document.sources, second, (source) => {
			const about = [document.relations, document.events, document.links, document.actors]
				.map((list) => at(list, first))
				.filter((id) => id !== undefined);
			const voices = document.voices.map((voice) => voice.id);
			const id = newId(document, 'claim');
			return about.length === 0
				? document
				: addClaim(document, {
						id,
						about: [...new Set(about)],
						statement: text,
						modality: 'stated',
						voices,
						source
					});
		}),
	changeClaim: (document, { first, text }) =>
		on(document, document.claims, first, (id) =>
			changeClaim(document, id, { statement: text, grade: undefined })
		),
	removeClaim: (document, { first }) =>
		on(document, document.claims, first, (id) => removeClaim(document, id)),
	addEvent: (document, { text }) => addEvent(document, { id: newId(document, ''), title: text }),
	changeEvent: (document, { first, text }) =>
		on(document, document.events, first, (id) =>
			changeEvent(document, id, { title: text, place: undefined })
		),
	removeEvent: (document, { first }) =>
		on(document, document.events, first, (id) => removeEvent(document, id))
} satisfies Record<string, Do>;

export interface Step extends Picks {
	readonly name: keyof typeof STEPS;
}

/** Any edit, or any of those named. */
export function anyStep(...names: Step['name'][]): fc.Arbitrary<Step> {
	const choice = names.length > 0 ? names : (Object.keys(STEPS) as Step['name'][]);
	return fc.record({ name: fc.constantFrom(...choice), ...picks });
}

/** The document after the step. */
export function taken(document: Document, step: Step): Document {
	return STEPS[step.name](document, step);
}

function at(records: readonly { readonly id: Id }[], number: number): Id | undefined {
	return records[number % records.length]?.id;
}

function on(
	document: Document,
	records: readonly { readonly id: Id }[],
	number: number,
	edit: (id: Id) => Document
): Document {
	const id = at(records, number);
	return id === undefined ? document : edit(id);
}

/** The document as one text, in which every value and the order of all keys and entries can be seen. */
export function written(document: Document): string {
	return JSON.stringify(document, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
