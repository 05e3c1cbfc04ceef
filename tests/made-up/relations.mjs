/** 1,500 relations: the acts of the stories, how each camp is built, and what there is between camps. */
import { FIRST_DAY, LAST_DAY, blurred, lasting } from './dates.mjs';
import { ACTS, STATES, endsFor } from './types.mjs';

const RELATIONS = 1500;
/** Acts that another voice dates otherwise: the same once more, with another date. */
const DATED_TWICE = 30;
/** How an actor of a kind hangs on what stands above it. */
const TIES = {
	person: ['holds_post', 'holds_post', 'member_of', 'advises'],
	military: ['part_of', 'based_at', 'deployed_in'],
	'armed-group': ['member_of', 'based_at', 'allied_with'],
	party: ['member_of', 'cooperates_with'],
	people: ['part_of', 'based_at']
};

/** @returns relations, the true day (of a state, of its beginning) of each, and pairs of ids of acts dated twice */
export function relationsFrom(dice, camps, kinds, acts) {
	const drafts = [...acts, ...camps.flatMap((camp) => structureOf(dice, camp, kinds))];
	while (drafts.length < RELATIONS - DATED_TWICE) drafts.push(...anyTie(dice, camps, kinds));
	const plain = dice.some(drafts, drafts.length);
	const all = plain.map(({ relation, day }, i) => ({ relation: { id: `r${i + 1}`, ...relation }, day }));
	const precise = all.filter(({ relation }) => relation.event && /^\d{4}-\d\d-\d\d$/.test(relation.when));
	const twice = dice.some(precise, DATED_TWICE).map(({ relation, day }, i) => {
		const other = {
			...relation,
			id: `r${plain.length + i + 1}`,
			when: blurred(dice, day - dice.between(2, 9))
		};
		all.push({ relation: other, day });
		return [relation.id, other.id];
	});
	return {
		relations: all.map(({ relation }) => relation),
		days: new Map(all.map(({ relation, day }) => [relation.id, day])),
		twice
	};
}

/** Each hangs on one of those before it in its camp. */
function structureOf(dice, camp, kinds) {
	return camp.slice(1, -1).map((id, i) => {
		const above = camp.slice(0, i + 1);
		const type = dice.pick(TIES[kinds.get(id)] ?? ['part_of', 'cooperates_with']);
		const ends = endsFor(dice, type, kinds, [id], above);
		return ends ? state(dice, type, ends) : state(dice, 'cooperates_with', { from: id, to: camp[0] });
	});
}

/** Often inside a camp, often with one of its heads; empty where chance found nobody that fits. */
function anyTie(dice, camps, kinds) {
	const camp = dice.pick(camps).slice(0, -1);
	const other = dice.chance(0.55) ? camp : dice.pick(camps).slice(0, -1);
	const part = (ids) => (dice.chance(0.35) ? ids.slice(0, 8) : ids);
	const isState = dice.chance(0.75);
	const type = dice.weighed(isState ? STATES : ACTS);
	const ends = endsFor(dice, type, kinds, part(camp), part(other));
	if (!ends) return [];
	if (isState) return [state(dice, type, ends)];
	const day = dice.between(FIRST_DAY, LAST_DAY);
	const when = dice.chance(0.9) && { when: blurred(dice, day) };
	return [{ relation: { type, ...ends, ...when }, day }];
}

function state(dice, type, ends) {
	const day = dice.between(FIRST_DAY - 900, LAST_DAY - 200);
	const end = dice.chance(0.35) ? day + dice.between(35, 800) : null;
	const when = dice.chance(0.8) && { when: lasting(dice, day, end) };
	const note = dice.chance(0.06) && {
		note: dice.pick(['on paper only', 'since the floods', 'through a go-between'])
	};
	return { relation: { type, ...ends, ...when, ...note }, day: Math.max(day, FIRST_DAY) };
}
