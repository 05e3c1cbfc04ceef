/**
 * A second document, so that nothing fits only the bundled report: an investigation into people and states that do
 * not exist, by rule from a seed. 300 actors, 1,500 relations, 4,000 claims of 120 voices in 36 reports of twelve
 * publications over three years, 250 events; dates of every sort, voices that contradict each other.
 */
import { actorsFrom, positionsOf } from './made-up/actors.mjs';
import { claimsFrom } from './made-up/claims.mjs';
import { diceFrom } from './made-up/dice.mjs';
import { storiesFrom } from './made-up/events.mjs';
import { relationsFrom } from './made-up/relations.mjs';
import { sha256, textsFrom } from './made-up/texts.mjs';
import { sourcesFrom, voicesFrom } from './made-up/voices.mjs';

/** A native document as plain data: JSON.stringify it to get a file. The same seed gives the same document. */
export function madeUpDocument(seed = 1) {
	return madeUp(seed).document;
}

/** What its sources say, by their ids: the texts that the passages of its claims lie in. */
export function madeUpTexts(seed = 1) {
	return madeUp(seed).texts;
}

function madeUp(seed) {
	const dice = diceFrom(seed);
	const { actors, camps } = actorsFrom(dice);
	const names = new Map(actors.map(({ id, name }) => [id, name]));
	const kinds = new Map(actors.map(({ id, kind }) => [id, kind]));
	const stories = storiesFrom(dice, camps, kinds, (id) => names.get(id));
	const { relations, days, twice } = relationsFrom(dice, camps, kinds, stories.acts);
	const { sources, days: sourceDays } = sourcesFrom(dice);
	const { voices, quoted } = voicesFrom(dice, actors, camps);
	const { events, links } = stories;
	const world = {
		...{ actors, relations, events, links, twice, sources, sourceDays, quoted },
		days: new Map([
			...days,
			...stories.days,
			...links.map((link) => [link.id, dayOfLink(link, stories.days)])
		]),
		byId: new Map([...actors, ...relations, ...events, ...links].map((record) => [record.id, record])),
		spoken: new Map(actors.map((actor) => [actor.id, spoken(actor)])),
		voiceOf: new Map(voices.flatMap(({ id, actor }) => (actor ? [[actor, id]] : []))),
		publisherOf: new Map(sources.map(({ id, publisher }) => [id, publisherIn(voices, publisher)])),
		quotedIn: new Map(sources.map(({ id }) => [id, dice.some(quoted, 18)]))
	};
	const drafts = claimsFrom(dice, world);
	const labels = new Map(
		voices.map(({ id, label, actor }) => [id, world.spoken.get(actor) ?? inside(label)])
	);
	const { claims, texts } = textsFrom(dice, drafts, sources, labels);
	const document = {
		format: 'dramatis',
		version: 1,
		title: 'The Harrow Valley papers',
		description: 'Made up by a program: no such people, groups or states exist.',
		language: 'en',
		license: 'CC0-1.0',
		sources: sources.map((source) => ({ ...source, sha256: sha256(texts.get(source.id)) })),
		...{ voices, actors, relations, events, links, claims },
		positions: positionsOf(camps, degreesOf(relations))
	};
	return { document, texts };
}

function publisherIn(voices, publisher) {
	return voices.find(({ label, actor }) => label === publisher && !actor).id;
}

function dayOfLink({ from, to }, days) {
	return Math.max(days.get(from), days.get(to));
}

/** As it stands in a sentence: "the Karsk Harbour Courier", but "Ilka Veshti". */
function spoken({ name, kind }) {
	if (kind === 'unknown') return name[0].toLowerCase() + name.slice(1);
	const isBare = kind === 'person' || kind === 'state' || kind === 'people' || /[^ -ž’]/.test(name);
	return isBare ? name : `the ${name}`;
}

/** A label that begins with an article or a number, as it stands inside a sentence. */
function inside(label) {
	return label[0].toLowerCase() + label.slice(1);
}

function degreesOf(relations) {
	const degrees = new Map();
	for (const { from, to } of relations) {
		for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
	}
	return degrees;
}
