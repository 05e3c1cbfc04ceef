/** Who says something, how, and where it is written: claims as sentences with numbered sources. */
import {
	tellerOf,
	type Claim,
	type Id,
	type Modality,
	type Source,
	type Voice
} from '#lib/model/document.ts';
import { whenInWords } from '#lib/model/time-words.ts';
import type { Facts } from '#lib/view/facts.ts';
import { figure } from '#lib/view/receipt.ts';
import { MODALITY_WORDS, isDescribed, shortened, voiceInWords } from '#lib/view/sentences.ts';
import { plainLine } from '#lib/view/text.ts';
import { fileWords, webAddress, type Sentence } from './wording.ts';

/** Where a claim is written: the number of a source in the twin's list, and a paragraph of it. */
export interface Cite {
	readonly source: number;
	readonly paragraph?: number;
}

/** A voice that says something in one way, in one or more places. */
export interface Said {
	readonly modality: Modality;
	readonly voice: Sentence;
	readonly cites: readonly Cite[];
	/** Places that are counted but not listed. */
	readonly moreCites: number;
}

/** All that is said of one record. */
export interface Testimony {
	readonly affirmed: readonly Said[];
	readonly denied: readonly Said[];
	/** Voices that are counted but not listed. */
	readonly more: number;
}

export interface TwinSource {
	readonly number: number;
	readonly publisher: Sentence;
	/** Between quotation marks, if it is one. */
	readonly title: Sentence;
	/** In words; '' where the document gives none. */
	readonly date: string;
	/** Null where there is none that is safe to print. */
	readonly url: string | null;
}

const MOST_SAID = 6;
const MOST_CITES = 6;

/** Numbers sources in the order in which they are first cited. */
export class Numbering {
	readonly #numbers = new Map<Id, number>();

	constructor(private readonly facts: Pick<Facts, 'sources'>) {}

	cite({ source, paragraph }: Claim): Cite {
		const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
		this.#numbers.set(source, number);
		return paragraph === undefined ? { source: number } : { source: number, paragraph };
	}

	/** The sources cited so far, by their numbers. */
	list(): TwinSource[] {
		return [...this.#numbers].map(([id, number]) => sourceOf(this.facts.sources.get(id), number));
	}
}

function sourceOf(source: Source | undefined, number: number): TwinSource {
	if (!source) return { number, publisher: [], title: ['a source that is missing'], date: '', url: null };
	const words = (text: string) => [fileWords(shortened(text, 300), source.language)];
	return {
		number,
		publisher: source.publisher?.trim() ? words(source.publisher) : [],
		title: titleWords(source),
		date: source.published === undefined ? '' : plainLine(whenInWords(source.published)),
		url: source.url === undefined ? null : webAddress(source.url)
	};
}

function titleWords({ title, language }: Source): Sentence {
	const words = fileWords(shortened(title, 300), language);
	if (!words.text) return ['(no title)'];
	return isDescribed(title) ? [words] : ['“', words, '”'];
}

/** Sorts what claims say by voice and way of saying, denials apart, in the order of the document. */
export function testimony(facts: Facts, claims: readonly Claim[], numbering: Numbering): Testimony {
	const groups = new Map<string, Claim[]>();
	for (const claim of claims) {
		const key = `${claim.modality} ${tellerOf(claim) ?? ''}`;
		const group = groups.get(key);
		if (group) group.push(claim);
		else groups.set(key, [claim]);
	}
	// A denial is never left out for want of room: half of a dispute is worse than none.
	const all = [...groups.values()];
	const [denials, others] = [all.filter(isDenial), all.filter((group) => !isDenial(group))];
	const say = (group: Claim[]) => saidBy(facts, group as [Claim, ...Claim[]], numbering);
	return {
		affirmed: others.slice(0, MOST_SAID).map(say),
		denied: denials.slice(0, MOST_SAID).map(say),
		more: Math.max(0, others.length - MOST_SAID) + Math.max(0, denials.length - MOST_SAID)
	};
}

function isDenial([claim]: readonly Claim[]): boolean {
	return claim?.modality === 'denied';
}

function saidBy(facts: Facts, group: readonly [Claim, ...Claim[]], numbering: Numbering): Said {
	const [first] = group;
	const last = tellerOf(first);
	// One passage may hold several claims of a voice; it is cited once.
	const cites = new Map<string, Cite>();
	let more = 0;
	for (const claim of group) {
		const key = `${claim.paragraph} ${claim.source}`;
		if (cites.has(key)) continue;
		if (cites.size < MOST_CITES) cites.set(key, numbering.cite(claim));
		else more++;
	}
	const voice = last === undefined ? undefined : facts.voices.get(last);
	return { modality: first.modality, voice: voiceWords(voice), cites: [...cites.values()], moreCites: more };
}

/** As voiceInWords, with the file's words apart from ours. */
function voiceWords(voice: Voice | undefined): Sentence {
	if (!voice) return [voiceInWords(voice)];
	const label = shortened(voice.label);
	return [fileWords(label.trim() || '(no name)'), voiceInWords(voice).slice(label.length)];
}

/** "stated by Reuters [1, par. 3, 5]; denied by Ten sources (10 people, unnamed) [1, par. 4]", or "unsourced" */
export function testimonyWords({ affirmed, denied, more }: Testimony, none = 'unsourced'): Sentence {
	const all = [...affirmed, ...denied];
	if (all.length === 0) return [none];
	const listed = all.flatMap((one, index): Sentence => [
		`${index ? '; ' : ''}${MODALITY_WORDS[one.modality]} by `,
		...one.voice,
		` ${citesInWords(one)}`
	]);
	return more ? [...listed, `; and ${figure(more)} more`] : listed;
}

/** "[1, par. 3, 5; 2, par. 1]" */
export function citesInWords({ cites, moreCites }: Pick<Said, 'cites' | 'moreCites'>): string {
	const paragraphs = new Map<number, number[]>();
	for (const { source, paragraph } of cites) {
		const list = paragraphs.get(source) ?? [];
		paragraphs.set(source, list);
		if (paragraph !== undefined) list.push(paragraph);
	}
	const places = [...paragraphs].map(([source, list]) =>
		list.length ? `${source}, par. ${list.sort((a, b) => a - b).join(', ')}` : `${source}`
	);
	return `[${places.join('; ')}${moreCites ? `; and ${figure(moreCites)} more` : ''}]`;
}
