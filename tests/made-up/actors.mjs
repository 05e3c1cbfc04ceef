/** 300 actors in six camps, and where they stand. */
import {
	CAMPS,
	DESCRIPTIONS,
	FIRST_NAMES,
	KIND_WEIGHTS,
	LOOKALIKES,
	NAMED_IN_SCRIPT,
	NAMES,
	NAMES_IN_SCRIPT,
	SURNAMES_BEGIN,
	SURNAMES_END
} from './words.mjs';

const A_CAMP = 50;

/**
 * @returns the actors, some pairs of which may be one, and their ids by camps, heads first.
 * Of each camp the last is to be in no relation.
 */
export function actorsFrom(dice) {
	const taken = new Set();
	const actors = [];
	const special = CAMPS.map(() => []);
	LOOKALIKES.forEach(([kind, ...names], i) => {
		for (const name of names) special[i % CAMPS.length].push({ name, kind });
	});
	NAMES_IN_SCRIPT.forEach(([name, ar, fa], i) => {
		const names = [
			{ text: ar, lang: 'ar' },
			{ text: fa, lang: 'fa' }
		];
		special[(i * 5 + 1) % CAMPS.length].push({ name, kind: 'person', names });
	});
	NAMED_IN_SCRIPT.forEach(([name, lang, kind, english], i) => {
		const names = [
			{ text: name, lang },
			{ text: english, lang: 'en' }
		];
		special[(i + 2) % CAMPS.length].push({ name, kind, names });
	});
	const camps = CAMPS.map((camp, number) => {
		const first = actors.length;
		const heads = headOf(camp);
		for (const { name } of [...heads, ...special[number]]) taken.add(name);
		const members = [...heads, ...special[number]];
		while (members.length < A_CAMP) members.push(member(camp, dice, taken));
		for (const each of members) actors.push(record(each, `a${actors.length + 1}`, camp, dice));
		return actors.slice(first).map(({ id }) => id);
	});
	return { actors, camps };
}

function headOf({ home, of }) {
	return [
		{ name: home, kind: 'state', aliases: [`${of} leadership`] },
		{ name: `${of} government`, kind: 'government' },
		{ name: `${of} Army`, kind: 'military' }
	];
}

function member(camp, dice, taken) {
	const kind = dice.weighed(KIND_WEIGHTS);
	for (let attempt = 0; ; attempt++) {
		const name =
			(kind === 'person' ? personName(dice) : NAMES[kind](camp, dice)) + (attempt > 20 ? ' II' : '');
		if (taken.has(name)) continue;
		taken.add(name);
		return { name, kind };
	}
}

function personName({ pick }) {
	return `${pick(FIRST_NAMES)} ${pick(SURNAMES_BEGIN)}${pick(SURNAMES_END)}`;
}

function record({ name, kind, names, aliases }, id, { side }, dice) {
	const several = kind === 'people' || (kind === 'unknown' && dice.chance(0.5));
	const described = dice.chance(0.5);
	const isAlias = kind === 'person' && dice.chance(0.08);
	return {
		id,
		name,
		kind,
		...(names && { names }),
		...(aliases && { aliases }),
		...(isAlias &&
			!aliases && { aliases: [`the ${dice.pick(['Engineer', 'Uncle', 'Schoolmaster', 'Pilot'])}`] }),
		...(described && { description: dice.pick(DESCRIPTIONS[kind] ?? DESCRIPTIONS.other) }),
		...(several && { collective: true }),
		...(kind !== 'unknown' && { side }),
		...(kind === 'party' && dice.chance(0.4) && { when: `${dice.between(1990, 2021)}/..` })
	};
}

/** Camps on a circle; in each the actors spiral outwards, as the seeds of a sunflower, those with most ties inside. */
export function positionsOf(camps, degrees) {
	const turn = Math.PI * (3 - Math.sqrt(5));
	const entries = camps.flatMap((ids, number) => {
		const angle = (2 * Math.PI * number) / camps.length;
		const [x, y] = [1350 * Math.cos(angle), 1350 * Math.sin(angle)];
		const ranked = [...ids].sort((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0));
		return ranked.map((id, rank) => {
			const radius = 82 * Math.sqrt(rank + 0.5);
			return [
				id,
				[Math.round(x + radius * Math.cos(rank * turn)), Math.round(y + radius * Math.sin(rank * turn))]
			];
		});
	});
	return Object.fromEntries(entries);
}
