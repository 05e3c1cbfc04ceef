import { whenOf } from '#lib/model/document.ts';
import { parseWhen } from '#lib/model/time.ts';
import { isToldAsFact, type Check } from './check.ts';

export const stateWithoutStart: Check = {
	id: 'state-without-start',
	name: 'States without a start',
	severity: 'note',
	help: 'Nobody says since when it has been so. Seen as of a day, it counts as if it had always been.',
	run: (material) =>
		material.document.relations
			.filter((relation) => {
				if (material.typeOf(relation).nature !== 'state' || !isToldAsFact(material, relation)) return false;
				const when = whenOf(relation, material.events);
				// What cannot be read is told by another check.
				return when === undefined || parseWhen(when)?.startUnknown === true;
			})
			.map(({ id }) => ({ place: { what: 'relation', id } }))
};
