/**
 * Thirty made-up documents, each with a view of it, that between them show all that a picture can show. Seeded: the
 * same every time. tests/unit/picture/pictured.test.ts holds that nothing is missing; tests/e2e/equal.spec.ts draws
 * them.
 */
import { ACTOR_KINDS, FAMILIES, MODALITIES } from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { diceFrom } from '../made-up/dice.mjs';

export interface Pictured {
	readonly name: string;
	/** A native file. */
	readonly file: string;
	/** The view, as it stands in the address. */
	readonly view: string;
}

type Dice = ReturnType<typeof diceFrom>;

/** Of a picture, in pixels; a scene unit each. The height is that of the test's window. */
export const PICTURED = { width: 1000, height: 700 };

/** Actors stand in a grid, each somewhere in the middle of its cell. All sizes in scene units. */
interface Grid {
	readonly columns: number;
	readonly rows: number;
	readonly width: number;
	readonly height: number;
	readonly loose: number;
	readonly relations: number;
	/** Powers of two: at any other zoom the canvas shows what it has drawn at one of these, stretched. */
	readonly zoom: number;
}

const NEAR: Grid = { columns: 3, rows: 3, width: 160, height: 112, loose: 12, relations: 24, zoom: 2 };
const WIDE: Grid = { columns: 5, rows: 4, width: 185, height: 155, loose: 26, relations: 44, zoom: 1 };
const FAR: Grid = { ...WIDE, zoom: 0.5 };

/** Mostly near, where a small mistake is large. */
const gridOf = (seed: number): Grid => [NEAR, NEAR, WIDE, NEAR, NEAR, NEAR, FAR][seed % 7]!;

const NAMES = [
	'Amal Rahimi',
	'Ministry of the Northern Provinces',
	'كتائب حزب الله',
	'نیروی قدس سپاه پاسداران',
	'Żółw & Świt “Łódź”',
	'قوات PMF في 2024 (لواء 45)',
	'Harbour Patrol 7',
	'IRGC فيلق القدس',
	'Ağrı–Doğubayazıt',
	'مُحَمَّد شِيَاع السُّودَانِيّ',
	'WAVE AVENUE, Toffee Office',
	'می\u200cرود به خانه‌ها',
	'Ellen',
	'Q',
	'«الحشد» – the 3rd brigade',
	'Ágota Čapek-Åström',
	'Coalition of the Unwilling and of the Willing',
	''
];

/** How things are said: claims by their modality; none for what is unsourced. */
const SAID: readonly (readonly (typeof MODALITIES)[number][])[] = [
	['stated'],
	['stated'],
	['claimed', 'stated'],
	['stated', 'denied'],
	['denied'],
	['alleged'],
	['hypothetical', 'expected'],
	[]
];

/** As of 30 January 2024 these are certain, possible, carried forward, over or still to come. */
const WHEN = [
	undefined,
	'2024-01-30',
	'2023/..',
	'[2024-01-27..2024-02-03]',
	'2024-01-28~',
	'2014',
	'2023-05/2023-08',
	'2024-01-29/2024-02-06',
	'2024-02-04',
	'2024'
];

const SIDES = [undefined, 'North', 'South', 'East', 'West', 'Coast', 'Hills', 'Islands'];

/** What else a view may show, by turns. */
const VIEWS = [
	'',
	'asof=2024-01-30',
	'fans=all',
	'asof=2024-01-30&with=2023-06-15',
	'lines=voice',
	'kinds=person,media,state,armed-group&dim=kinds',
	'asof=2024-01-30/2024-02-04&lines=voice',
	'with=2024-01-30',
	'fans=all&asof=2024-01-30'
];

export function picturedDocuments(): readonly Pictured[] {
	return Array.from({ length: 30 }, (_, seed) => {
		const [dice, grid] = [diceFrom(seed + 1), gridOf(seed)];
		const file = JSON.stringify(documentOf(seed, grid, dice));
		return { name: `picture ${seed + 1}`, file, view: viewOf(seed, grid, dice) };
	});
}

function viewOf(seed: number, { columns, rows, relations, zoom }: Grid, dice: Dice): string {
	const theme = seed % 2 ? 'dark' : 'light';
	const actor = `actors=a${dice.between(0, columns * rows - 1)}`;
	const lines = `relations=r${dice.between(0, 9)},r${dice.between(10, relations - 1)}`;
	const chosen = ['', '', actor, lines][seed % 4];
	return ['v1', VIEWS[seed % VIEWS.length], `theme=${theme}`, `camera=0,0,${zoom}`, chosen]
		.filter(Boolean)
		.join('&');
}

function documentOf(seed: number, grid: Grid, dice: Dice) {
	const count = grid.columns * grid.rows;
	const actors = Array.from({ length: count }, (_, i) => ({
		id: `a${i}`,
		name: NAMES[(seed * 7 + i) % NAMES.length],
		kind: ACTOR_KINDS[(seed * 5 + i) % ACTOR_KINDS.length],
		side: dice.pick(SIDES),
		...(dice.chance(0.25) && { collective: true })
	}));
	const relations = Array.from({ length: grid.relations }, (_, i) => relationOf(i, grid, dice));
	return {
		format: 'dramatis',
		version: 1,
		title: `Picture ${seed + 1}`,
		sources: [{ id: 's', title: 'A report', publisher: 'A desk', published: '2024-02-18' }],
		voices: Array.from({ length: 9 }, (_, i) => ({ id: `v${i}`, label: `Voice ${i}` })),
		actors,
		relations,
		events: [],
		links: [],
		claims: relations.flatMap(({ id }) => claimsOf(id, dice)),
		positions: Object.fromEntries(actors.map(({ id }, i) => [id, placeOf(i, grid, dice)]))
	};
}

function placeOf(i: number, grid: Grid, { between }: Dice): [number, number] {
	const { columns, rows, width, height, loose } = grid;
	const [column, row] = [(i % columns) - (columns - 1) / 2, Math.floor(i / columns) - (rows - 1) / 2];
	return [
		Math.round(column * width) + between(-loose, loose),
		Math.round(row * height - height / 8) + between(-loose, loose)
	];
}

function relationOf(i: number, grid: Grid, dice: Dice) {
	const [from, to] = pairOf(i, grid, dice);
	const [start, end] = dice.chance(0.3) ? [to, from] : [from, to];
	const wanted = dice.pick(FAMILIES);
	const type = RELATION_TYPES.filter(({ family }) => family === wanted);
	return { id: `r${i}`, type: dice.pick(type).id, from: `a${start}`, to: `a${end}`, when: dice.pick(WHEN) };
}

/** Some loops; a third between few pairs, so that lines are bundled or run beside each other; others to a neighbour. */
function pairOf(i: number, { columns, rows }: Grid, dice: Dice): [number, number] {
	const count = columns * rows;
	const any = dice.between(0, count - 1);
	if (i % 11 === 10) return [any, any];
	if (i % 3 === 0) return [i % 2, columns + (i % 4)];
	return [any, (any + dice.pick([1, columns, columns + 1, 2])) % count];
}

function claimsOf(relation: string, dice: Dice) {
	return (dice.pick(SAID) as (typeof SAID)[number]).map((modality, i) => ({
		id: `c-${relation}-${i}`,
		about: [relation],
		statement: 'So it is said.',
		modality,
		voices: [`v${Math.min(dice.between(0, 8), dice.between(0, 8))}`],
		source: 's'
	}));
}
