import { whenOf } from '#lib/model/document.ts';
import { isToldAsFact, type Check, type Finding, type Place } from './check.ts';

/** States without a date have a check of their own: a report seldom says since when. */
export const missingDate: Check = {
	id: 'missing-date',
	name: 'No date',
	severity: 'doubtful',
	help: 'An act, an event or a publication without a date: it cannot be placed in time, not even roughly.',
	run(material) {
		const { document, events: all, typeOf } = material;
		const acts = document.relations.filter(
			(relation) =>
				whenOf(relation, all) === undefined &&
				typeOf(relation).nature === 'act' &&
				isToldAsFact(material, relation)
		);
		const events = document.events.filter(({ when }) => when === undefined);
		const sources = document.sources.filter(({ published }) => published === undefined);
		return [
			...acts.map(({ id }) => at('relation', id)),
			...events.map(({ id }) => at('event', id)),
			...sources.map(({ id }) => at('source', id))
		];
	}
};

function at(what: Place['what'], id: string): Finding {
	return { place: { what, id } };
}
