/**
 * 25 stories of ten events each, over three years: a raid is followed by blame, blame by a visit, and so on.
 * A story has two sides and somebody between them. Links run inside a story, some from one to another.
 */
import { FIRST_DAY, LAST_DAY, blurred } from './dates.mjs';
import { endsFor } from './types.mjs';
import { ISSUES, TOWNS } from './words.mjs';

const STORIES = 25;
const CHAPTERS = 10;
const LINKS = 200;

/** What can happen: its title, its acts as [type, from, to] with A, B (sides) and M (between them), its figures. */
const PLOTS = [
	{
		title: 'Raid on {place} over {issue}',
		acts: ['attacks A B', 'attacks A B', 'kills A B', 'warns M B'],
		figures: [
			['people killed', 1, 14, 'people'],
			['people wounded', 3, 60, 'people']
		]
	},
	{
		title: '{B} blames {A} for the raid on {place}',
		acts: ['accuses B A', 'accuses B A', 'threatens B A', 'tells B M'],
		figures: []
	},
	{
		title: 'Envoys come to {place} about {issue}',
		acts: ['meets M A', 'meets M B', 'urges M A', 'tells A M'],
		figures: [['envoys', 2, 9, 'people']]
	},
	{
		title: '{B} asks for help with {issue}',
		acts: ['asks_for_help B M', 'asks_for_help B M', 'tells M B'],
		figures: [['trucks of aid', 5, 120, 'trucks']]
	},
	{
		title: 'Talks at {place} about {issue}',
		acts: ['negotiates_with A B', 'negotiates_with A M', 'meets A B', 'urges M B'],
		figures: [['hours of talks', 2, 30, 'hours']]
	},
	{
		title: '{A} turns down the offer on {issue}',
		acts: ['refuses A M', 'refuses A B', 'warns M A'],
		figures: []
	},
	{
		title: 'Agreement of {place} on {issue}',
		acts: ['agrees_with A M', 'agrees_with B M', 'meets A B'],
		figures: [['prisoners exchanged', 4, 90, 'people']]
	},
	{
		title: '{A} says that it will hold its fire at {place}',
		acts: ['announces_halt A B', 'announces_halt A B', 'tells A M'],
		figures: [['days without a shot', 7, 90, 'days']]
	}
];

/** @returns events, links, the acts in the events, and of each event its true day and its story */
export function storiesFrom(dice, camps, kinds, nameOf) {
	const drafts = [];
	for (let story = 0; story < STORIES; story++) {
		const [a, b, m] = dice.some([0, 1, 2, 3, 4, 5], 3).map((camp) => castFrom(dice, camps[camp], kinds));
		const cast = { A: a, B: b, M: m };
		let day = FIRST_DAY + dice.between(0, 760);
		const first = dice.between(0, PLOTS.length - 1);
		for (let chapter = 0; chapter < CHAPTERS; chapter++) {
			const plot = PLOTS[(first + chapter) % PLOTS.length];
			drafts.push({ story, chapter, plot, cast, day: Math.min(day, LAST_DAY) });
			day += dice.between(1, 52);
		}
	}
	drafts.sort((x, y) => x.day - y.day);
	const events = drafts.map((draft, i) => eventFrom(dice, draft, `e${i + 1}`, nameOf));
	const chapters = new Map(drafts.map((draft, i) => [`${draft.story} ${draft.chapter}`, events[i].id]));
	return {
		events,
		days: new Map(drafts.map(({ day }, i) => [events[i].id, day])),
		acts: drafts.flatMap((draft, i) => actsFrom(dice, draft, events[i], kinds)),
		links: linksFrom(dice, drafts, events, chapters)
	};
}

/** Somebody armed, people, one of the camp's heads, and others; the first speaks for all. */
function castFrom(dice, camp, kinds) {
	const known = camp.slice(0, -1);
	const of = (...wanted) => known.filter((id) => wanted.includes(kinds.get(id)));
	const armed = dice.some(of('armed-group', 'military'), 2);
	const people = dice.some(of('person', 'people'), 2);
	return [...new Set([...armed, known[dice.between(0, 2)], ...people, ...dice.some(known, 2)])];
}

function eventFrom(dice, { story, plot, cast, day }, id, nameOf) {
	const words = {
		issue: ISSUES[story % ISSUES.length],
		place: dice.pick(TOWNS),
		A: nameOf(cast.A[0]),
		B: nameOf(cast.B[0])
	};
	const title = plot.title.replace(/\{(\w+)\}/g, (_, word) => words[word]);
	const figures = plot.figures.filter(() => dice.chance(0.75)).map((figure) => figureFrom(dice, figure));
	const isDated = !dice.chance(0.02);
	return {
		id,
		title: title[0].toUpperCase() + title.slice(1),
		...(isDated && { when: blurred(dice, day) }),
		...(dice.chance(0.9) && { place: words.place }),
		...(figures.length && { figures })
	};
}

function figureFrom({ between, weighed }, [what, least, most, unit]) {
	const value = between(least, most);
	const figure = weighed([
		[6, { value }],
		[2, { min: value }],
		[1, { max: value }],
		[2, { min: value, max: value + between(1, 8) }]
	]);
	return { what, ...figure, unit };
}

function actsFrom(dice, { plot, cast, day }, event, kinds) {
	const kept = plot.acts.filter((_, i) => i === 0 || dice.chance(0.72));
	return kept.flatMap((act) => {
		const [type, from, to] = act.split(' ');
		const ends = endsFor(dice, type, kinds, cast[from], cast[to]);
		const when = dice.chance(0.75) ? event.when : blurred(dice, day);
		return ends ? [{ relation: { type, ...ends, ...(when && { when }), event: event.id }, day }] : [];
	});
}

/** `led_to` runs from the earlier to the later; `followed` and `in_response_to` from the later to the earlier. */
function linksFrom(dice, drafts, events, chapters) {
	const pairs = [];
	drafts.forEach(({ story, chapter }, i) => {
		const next = chapters.get(`${story} ${chapter + 1}`);
		if (next && dice.chance(0.8)) pairs.push([events[i].id, next]);
	});
	while (pairs.length < LINKS) {
		const i = dice.between(0, drafts.length - 12);
		const j = i + dice.between(1, 11);
		if (drafts[i].day < drafts[j].day) pairs.push([events[i].id, events[j].id]);
	}
	return pairs.slice(0, LINKS).map(([earlier, later], i) => {
		const type = dice.weighed([
			[5, 'led_to'],
			[3, 'followed'],
			[3, 'in_response_to']
		]);
		const [from, to] = type === 'led_to' ? [earlier, later] : [later, earlier];
		return { id: `l${i + 1}`, type, from, to };
	});
}
