/**
 * Documents made by rule, for measuring and for tests of size: preferential attachment with communities, as real
 * networks of actors have it (Barabási and Albert, Science 286, 1999). The same numbers give the same document.
 */

/** A small seeded generator of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

const TYPES = [
	'commands',
	'part_of',
	'backs',
	'allied_with',
	'meets',
	'tells',
	'urges',
	'accuses',
	'attacks',
	'deployed_in'
];
const KINDS = ['person', 'state', 'government', 'military', 'armed-group', 'party', 'organisation', 'people'];
const SIDES = ['North', 'South', 'East', 'West', 'Islands'];

/** A native document as plain data: JSON.stringify it to get a file. */
export function generatedDocument(actors, relations, seed = 1, options = { positions: true }) {
	const random = randomFrom(seed);
	const pick = (list) => list[Math.floor(random() * list.length)];
	const communities = Math.max(2, Math.round(Math.sqrt(actors) / 2));
	const people = Array.from({ length: actors }, (_, i) => ({
		id: `a${i}`,
		name: `${pick(['Council', 'Brigade', 'Ministry', 'Union', 'Movement', 'House'])} of ${pick(['Arden', 'Belmont', 'Cyprus', 'Dunsinane', 'Elsinore', 'Illyria'])} ${i}`,
		kind: pick(KINDS),
		side: SIDES[(i % communities) % SIDES.length]
	}));
	const ends = people.map(({ id }) => id);
	const ties = Array.from({ length: relations }, (_, i) => {
		const from = Math.floor(random() * actors);
		const within = random() < 0.7;
		const to = within
			? (from + communities * (1 + Math.floor(random() * 20))) % actors
			: Number(ends[Math.floor(random() ** 2 * ends.length)].slice(1));
		const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
		const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
		return {
			id: `r${i}`,
			type: pick(TYPES),
			from: `a${from}`,
			to: `a${to === from ? (to + 1) % actors : to}`,
			when: `2024-${month}-${day}`
		};
	});
	return {
		format: 'dramatis',
		version: 1,
		title: `Generated: ${actors} actors, ${relations} relations`,
		sources: [{ id: 's', title: 'Made by a program' }],
		voices: [{ id: 'v', label: 'The program' }],
		actors: people,
		relations: ties,
		events: [],
		links: [],
		claims: ties.map(({ id }, i) => ({
			id: `c${i}`,
			about: [id],
			statement: 'Made up.',
			modality: i % 7 === 0 ? 'alleged' : 'stated',
			voices: ['v'],
			source: 's',
			paragraph: 1
		})),
		...(options.positions && {
			positions: Object.fromEntries(people.map(({ id }, i) => [id, place(i, communities, random)]))
		})
	};
}

/** Communities stand on a circle, their actors around them. */
function place(index, communities, random) {
	const angle = (2 * Math.PI * (index % communities)) / communities;
	const radius = 260 * Math.sqrt(communities);
	const spread = 900 / Math.sqrt(communities);
	return [
		Math.round(radius * Math.cos(angle) + spread * (random() - 0.5) * 4),
		Math.round(radius * Math.sin(angle) + spread * (random() - 0.5) * 4)
	];
}
