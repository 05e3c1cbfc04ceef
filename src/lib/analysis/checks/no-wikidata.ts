import type { Actor } from '#lib/model/document.ts';
import type { Check } from './check.ts';

export const noWikidata: Check = {
	id: 'no-wikidata',
	name: 'Actors without a Wikidata id',
	severity: 'note',
	help: 'An id makes sure that two documents mean the same actor. Not asked of groups of unnamed people or of several actors spoken of as one.',
	run: ({ document }) =>
		document.actors
			.filter((actor) => mayHaveOne(actor) && !actor.sameAs?.some((id) => /^wikidata:/i.test(id)))
			.map(({ id }) => ({ place: { what: 'actor', id } }))
};

function mayHaveOne({ kind, collective }: Actor): boolean {
	return kind !== 'people' && kind !== 'unknown' && collective !== true;
}
