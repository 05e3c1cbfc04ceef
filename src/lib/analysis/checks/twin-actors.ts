import type { Actor } from '#lib/model/document.ts';
import { fold, skeletons } from '../spelling.ts';
import type { Check, Finding } from './check.ts';

/** Names of one actor that are looked at, and characters of each; a hostile file may have millions. */
const MOST_NAMES = 20;
const LONGEST_NAME = 200;
/** Shorter skeletons are shared by names that have nothing to do with each other. */
const SHORTEST_SOUND = 4;
/** Actors between two rests: some 5 ms of work. */
const PIECE = 200;
const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /[a-z]/;
/** Words that come and go when a name is turned round: "Coast Guard", "Guard of the Coast". */
const FILLING = new Set(['of', 'the', 'and', 'for', 'in', 'al', 'el', 'ال', 'و']);

/**
 * `others`: the actor that it looks like, the first of several. `reason`: `id` (both are said to be the same thing
 * elsewhere), `name` (the same words, case, accents and order apart) or `sound` (they sound alike).
 * `texts`: the name or id of the first actor of the two by which they meet.
 */
export const twinActors: Check = {
	id: 'twin-actors',
	name: 'Actors that look like one',
	severity: 'doubtful',
	help: 'Two actors have a name, an alias or an id in common, or names that sound alike, in Latin and Arabic script too. If they are one, merge them.',
	*run({ document }) {
		const holders = new Map<string, Actor>();
		const all: Finding[] = [];
		for (const [number, actor] of document.actors.entries()) {
			if (number % PIECE === PIECE - 1) yield;
			const found = new Map<Actor, Finding>();
			for (const { key, meets = key, reason, text } of marksOf(actor)) {
				const twin = holders.get(meets);
				if (twin && twin !== actor && !found.has(twin) && !areToldApart(twin, actor)) {
					const place = { what: 'actor', id: actor.id } as const;
					found.set(twin, { place, reason, others: [twin.id], texts: [text] });
				}
				if (!holders.has(key)) holders.set(key, actor);
			}
			all.push(...found.values());
		}
		return all;
	}
};

/** Whether somebody has told them apart: each has an id in Wikidata, and another one. */
function areToldApart(one: Actor, other: Actor): boolean {
	const [first = [], second = []] = [one, other].map(({ sameAs = [] }) =>
		sameAs.filter((id) => /^wikidata:/i.test(id))
	);
	return first.length > 0 && second.length > 0 && !first.some((id) => second.includes(id));
}

/** Something that an actor is known by. Two actors look like one if what one `meets` is a `key` of the other. */
interface Mark {
	readonly key: string;
	readonly meets?: string;
	readonly reason: 'id' | 'name' | 'sound';
	readonly text: string;
}

/** What an actor is known by, the surest first. A person and a state of one name are not one. */
function* marksOf(actor: Actor): Generator<Mark> {
	for (const id of actor.sameAs?.slice(0, MOST_NAMES) ?? [])
		yield { key: `id ${id}`, reason: 'id', text: id };
	const sort = actor.kind === 'person' ? 'person' : 'other';
	const names = [actor.name, ...(actor.names ?? []).slice(0, MOST_NAMES).map(({ text }) => text)];
	const all = [...names, ...(actor.aliases ?? []).slice(0, MOST_NAMES)];
	const folded = all.map((text) => fold(text.slice(0, LONGEST_NAME)));
	for (const [place, name] of folded.entries()) {
		const text = all[place] ?? '';
		if (name) yield { key: `${sort} ${orderless(name)}`, reason: 'name', text };
	}
	for (const [place, text] of names.entries()) yield* soundsOf(sort, text, folded[place] ?? '');
}

function orderless(folded: string): string {
	const words = folded.split(' ');
	const full = words.filter((word) => !FILLING.has(word));
	return (full.length ? full : words).sort().join(' ');
}

/** By its consonants a name meets those of the other script; by its vowels too, roughly, those of its own. */
function* soundsOf(sort: string, text: string, folded: string): Generator<Mark> {
	const [skeleton = ''] = skeletons(folded);
	if (skeleton.length < SHORTEST_SOUND) return;
	const sound = `${sort} sound ${folded.match(/\d+/g)?.join(' ') ?? ''} ${skeleton}`;
	if (ARABIC.test(folded)) yield { key: `${sound} ar`, meets: `${sound} la`, reason: 'sound', text };
	else if (LATIN.test(folded)) {
		yield { key: `${sound} la`, meets: `${sound} ar`, reason: 'sound', text };
		yield { key: `${sound} ${vowelsOf(folded)}`, reason: 'sound', text };
	}
}

/** Runs of vowels, each as dark (o, u) or light: Mohammed and Muhammad have the same, Hassan and Hussein have not. */
function vowelsOf(folded: string): string {
	const runs = folded.match(/[aeiouy]+/g) ?? [];
	return runs.map((run) => (/[ou]/.test(run) ? 'o' : 'a')).join('');
}
