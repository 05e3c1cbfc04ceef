/** What differs between two views, as a list in words. */
import type { Id, Relation } from '#lib/model/document.ts';
import { CERTAINTY_WORDS, relationCertainty } from '#lib/view/as-of.ts';
import { DIFFERENCES, type Difference } from '#lib/view/fate.ts';
import { DIFFERENCE_WORDS } from '#lib/view/receipt.ts';
import { relationAloud } from '#lib/view/sentences.ts';
import type { Moment } from '#lib/view/settings.ts';
import type { Told } from '#lib/view/told.ts';

/** One of the two views: who tells it, and as of when. */
export interface Side {
	readonly told: Told;
	readonly asOf: Moment | null;
}

export interface CompareGroup {
	readonly difference: Difference;
	readonly name: string;
	readonly relations: readonly Relation[];
}

/** The relations that differ, and those that do not, by how, in the document's order; only groups that have any. */
export function compareGroups(told: Told, differences: ReadonlyMap<Id, Difference>): CompareGroup[] {
	const groups = new Map<Difference, Relation[]>(DIFFERENCES.map((difference) => [difference, []]));
	for (const relation of told.document.relations) {
		const difference = differences.get(relation.id);
		if (difference) groups.get(difference)!.push(relation);
	}
	return [...groups].flatMap(([difference, relations]) => {
		const name = DIFFERENCE_WORDS[difference];
		return relations.length
			? [{ difference, name: `${name[0]!.toUpperCase()}${name.slice(1)}`, relations }]
			: [];
	});
}

/** A relation as the side tells it that has it, and how sure; of one that changed, what it was and what it is. */
export function compareRow(
	relation: Relation,
	difference: Difference,
	before: Side,
	now: Side,
	language: string
): string {
	const side = difference === 'ended' ? before : now;
	const sentence = relationAloud(side.told, relation, language);
	const note = difference === 'changed' ? changeOf(relation, before, now) : howSure(relation, side);
	return note ? `${sentence}: ${note}` : sentence;
}

/** What is to be said of a relation that is not certain in the view that has it; '' for all others. */
function howSure(relation: Relation, { told, asOf }: Side): string {
	const certainty = asOf && relationCertainty(told, relation, asOf);
	if (certainty === 'possible') return 'possibly';
	// Only an act is there though it is over, because it was not yet on the earlier day.
	return certainty === 'over' ? 'between the two days' : '';
}

function changeOf(relation: Relation, before: Side, now: Side): string {
	const [was, is] = [before, now].map(({ told, asOf }) => ({
		certainty: asOf && CERTAINTY_WORDS[relationCertainty(told, relation, asOf)],
		standing: told.standings.get(relation.id) ?? 'unsourced'
	}));
	const parts = [
		was!.certainty && is!.certainty && was!.certainty !== is!.certainty
			? `${was!.certainty} before, ${is!.certainty} now`
			: '',
		was!.standing !== is!.standing ? `${was!.standing} before, ${is!.standing} now` : ''
	];
	return parts.filter(Boolean).join('; ');
}
