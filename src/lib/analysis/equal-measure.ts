import type { Measure } from './measure.ts';

export const equalMeasure: Measure = {
	id: 'equal',
	name: 'All alike',
	help: 'Every actor has the same size.',
	run: (document) => new Map(document.actors.map((actor) => [actor.id, 1]))
};
