/** 4,000 claims: who says what of which record, in which report. */
import { TYPES } from './types.mjs';
import { iso } from './dates.mjs';

const CLAIMS = 4000;
const UNSOURCED = 45;
const DISPUTED = 60;
const OF_ACTORS = 120;

const MODALITIES = [
	[58, 'stated'],
	[24, 'alleged'],
	[7, 'expected'],
	[5, 'hypothetical'],
	[3, 'denied']
];
const PHRASES = {
	stated: ['{it}', '{it}', 'By several accounts {it}', 'There is no doubt that {it}'],
	claimed: ['In its own words, {it}', 'Of itself it says that {it}'],
	alleged: ['It is said that {it}', 'There is talk that {it}', 'As others tell it, {it}'],
	denied: ['It is not true that {it}', 'Nothing shows that {it}', 'It has never been the case that {it}'],
	expected: ['It looks as if {it}', 'Soon it will be said that {it}'],
	hypothetical: ['Should the talks fail, it may be that {it}', 'If the letters are real, {it}']
};
const OF_EVENTS = ['this happened: {title}', 'there was this to report: {title}'];
const OF_LINKS = {
	led_to: ['one thing brought about the other: first “{from}”, then “{to}”'],
	followed: ['“{from}” came after “{to}”'],
	in_response_to: ['“{from}” was the answer to “{to}”']
};
const ABOUT_ACTORS = ['{it} wants no wider war', '{it} is short of money', '{it} has split into two camps'];

/**
 * @param world records, true days by id, voices and sources as document.mjs has them
 * @returns drafts of claims without ids and paragraphs, each with what its sentence says
 */
export function claimsFrom(dice, world) {
	const { relations, events, links, actors, twice } = world;
	const pairs = new Set(twice.flat());
	const single = relations.filter(({ id }) => !pairs.has(id));
	const silent = new Set(dice.some(single, UNSOURCED).map(({ id }) => id));
	const told = single.filter(({ id }) => !silent.has(id));
	const one = (record, wish) => draft(dice, world, record, wish);
	const claims = [
		...told.map((record) => one(record)),
		...[...events, ...links, ...dice.some(actors, OF_ACTORS)].map((record) => one(record)),
		...dice.some(told, DISPUTED).flatMap((record) => dispute(dice, world, record)),
		...twice.flatMap((ids) => datedTwice(dice, world, ids))
	];
	while (claims.length < CLAIMS) {
		const list = dice.weighed([
			[75, told],
			[15, events],
			[10, links]
		]);
		// The square makes a few records much talked about.
		claims.push(one(list[Math.floor(dice.random() ** 2 * list.length)]));
	}
	return claims;
}

/** One says so, another denies it, in another publication. */
function dispute(dice, world, record) {
	const [says, denies] = dice.some(world.quoted, 2);
	return [
		draft(dice, world, record, { modality: 'stated', voice: says }),
		draft(dice, world, record, { modality: 'denied', voice: denies })
	];
}

function datedTwice(dice, world, ids) {
	const voices = dice.some(world.quoted, 2);
	const day = iso(world.days.get(ids[0]));
	const lead = [`On ${day}, and not before, `, 'Days before the date that others give, '];
	return ids.map((id, i) => {
		const wish = { modality: 'stated', voice: voices[i], lead: lead[i] };
		return draft(dice, world, world.byId.get(id), wish);
	});
}

function draft(dice, world, record, { modality, voice, lead = '' } = {}) {
	const own = modality ? undefined : world.voiceOf.get(record.from ?? record.id);
	const how = modality ?? (own && dice.chance(0.35) ? 'claimed' : dice.weighed(MODALITIES));
	const source = sourceFor(dice, world, record, how);
	const said = fill(dice, world, record);
	return {
		about: [record.id, ...(record.event && dice.chance(0.3) ? [record.event] : [])],
		statement: sentence(lead + dice.pick(PHRASES[how]).replace('{it}', () => said)),
		said,
		modality: how,
		voices: chainFor(dice, world, source, how === 'claimed' ? own : voice),
		source,
		...(dice.chance(0.1) && { grade: `${dice.pick([...'ABCDEF'])}${dice.between(1, 6)}` })
	};
}

/** A report that came out after it; what is only expected may have been in print before. */
function sourceFor(dice, { sources, sourceDays, days }, { id }, how) {
	const day = days.get(id) ?? sourceDays[0];
	const early = how === 'expected' || how === 'hypothetical' ? dice.between(0, 3) : 0;
	const after = sourceDays.findIndex((published) => published >= day);
	const first = after < 0 ? sources.length - 1 : after;
	const index = first - early + Math.floor(dice.random() ** 2 * 12);
	return sources[Math.max(0, Math.min(sources.length - 1, index))].id;
}

/** The publication, then whom it quotes, then, now and then, whom that one heard it from. */
function chainFor(dice, { publisherOf, quotedIn }, source, last) {
	const publisher = publisherOf.get(source);
	if (!last && dice.chance(0.22)) return [publisher];
	const inner = last ?? dice.pick(quotedIn.get(source));
	const between = dice.pick(quotedIn.get(source));
	return dice.chance(0.14) && between !== inner ? [publisher, between, inner] : [publisher, inner];
}

function fill(dice, { spoken, byId }, record) {
	const type = TYPES.get(record.type);
	const name = (id) => spoken.get(id) ?? byId.get(id).title;
	const pattern = type
		? dice.pick(type.said)
		: record.title
			? dice.pick(OF_EVENTS)
			: dice.pick(OF_LINKS[record.type] ?? ABOUT_ACTORS);
	const words = {
		from: () => name(record.from),
		to: () => name(record.to),
		title: () => record.title,
		it: () => name(record.id)
	};
	return pattern.replace(/\{(\w+)\}/g, (_, word) => words[word]());
}

export function sentence(text) {
	return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
