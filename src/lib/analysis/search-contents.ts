import type { Actor, Document, Event, Id, Relation, RelationType } from '#lib/model/document.ts';
import { relationTypes, typeOf, verbFor } from '#lib/model/vocabulary.ts';
import { fold, isArticle, skeleton, skeletons, withoutArticle } from './spelling.ts';
import { WordList } from './word-list.ts';

/** Code units that are read of one text: what is typed into a search box is found near the beginning. */
const TEXT_LENGTH = 500;
/** Names that are read of one actor. No true actor has more; a hostile file may. */
const NAME_COUNT = 60;
/** Code units that are read between two pauses, about 2 ms of work on a slow machine. */
const PIECE = 20_000;
/** What a record costs beyond its texts, and a letter of a name beyond one of a description; in code units. */
const RECORD_COST = 50;
const NAME_COST = 4;

/** A name of an actor or an event: its first, another one, or one in a language that the document names. */
export interface NameText {
	readonly field: 'name' | 'alias' | 'script';
	readonly text: string;
}

/** An actor or an event, as search sees it. Its number is its place in the list of entries. */
export interface Entry {
	readonly what: 'actor' | 'event';
	readonly id: Id;
	/** The actor, if it is one. */
	readonly actor?: Actor;
	/** Its first name as compared. */
	readonly folded: string;
	/** Its names, the first one first. */
	readonly texts: readonly NameText[];
	readonly description: string;
}

/** A relation; `from` and `to` are numbers of entries, `type` is the number of a type. */
export interface RelationEntry {
	readonly id: Id;
	readonly type: number;
	readonly from: number;
	readonly to: number;
}

/** Everything that search looks into. Numbers are running numbers, since ids may be any text at all. */
export class SearchContents {
	readonly entries: Entry[] = [];
	readonly relations: RelationEntry[] = [];
	readonly types: RelationType[] = [];
	/** Folded words of each type, in all its readings. */
	readonly typeWords: string[][] = [];
	/** For each entry, how many relations it takes part in. */
	readonly degrees: number[] = [];
	/** How many of the entries are actors: these come first, then events. */
	actorCount = 0;
	/** First names as a whole, folded; and the other names. */
	readonly wholeNames = new WordList();
	readonly wholeOthers = new WordList();
	/** Words of first names, of the other names, and of descriptions and places. */
	readonly names = new WordList();
	readonly others = new WordList();
	readonly descriptions = new WordList();
	/** Skeletons of the words of first names, and of the other names; also of two neighbours as one. */
	readonly sounds = new WordList();
	readonly otherSounds = new WordList();
	/** Words of the notes of relations; by number of relation. */
	readonly notes = new WordList();
}

/** The part of a text that search reads. */
export function clip(text: string): string {
	return text
		.slice(0, TEXT_LENGTH * 2)
		.trim()
		.slice(0, TEXT_LENGTH);
}

/** The folded words of a text, in order. Empty for an empty text. */
export function wordsOf(text: string): string[] {
	return fold(text).split(' ').filter(Boolean);
}

/**
 * Neighbouring words as one ("hezb", "allah": "hezballah"), with the place of the first and the last of the
 * two. An article between them is both kept and left out: "Saif al-Din" is Saifaldin and Saifuddin.
 */
export function joinedPairs(words: readonly string[]): { first: number; last: number; text: string }[] {
	const pairs: { first: number; last: number; text: string }[] = [];
	let first = -1;
	for (const [last, word] of words.entries()) {
		if (isArticle(word, words[last + 1] ?? '')) continue;
		if (first >= 0) {
			const whole = words.slice(first, last + 1).join('');
			const bare = `${words[first]}${withoutArticle(word)}`;
			pairs.push({ first, last, text: whole });
			if (bare !== whole) pairs.push({ first, last, text: bare });
		}
		first = last;
	}
	return pairs;
}

/**
 * Reads a document for search, in pieces of a few milliseconds.
 * Of two actors (events, relations) with one id the first is read.
 * @yields the share that is done, 0 to 1
 */
export function* gather(document: Document): Generator<number, SearchContents> {
	const gatherer = new Gatherer(relationTypes(document));
	const { actors, events, relations } = document;
	const total = actors.length + events.length + relations.length;
	let done = 0;
	let read = 0;
	const readAll = function* <R>(records: readonly R[], take: (record: R) => number): Generator<number> {
		for (const record of records) {
			done++;
			read += take(record);
			if (read < PIECE) continue;
			read = 0;
			yield done / total;
		}
	};
	yield* readAll(actors, (actor) => gatherer.addActor(actor));
	yield* readAll(events, (event) => gatherer.addEvent(event));
	yield* readAll(relations, (relation) => gatherer.addRelation(relation));
	return gatherer.contents;
}

/** Fills the contents record by record. Each `add…` gives the length of what was read, as a measure of work. */
class Gatherer {
	readonly contents = new SearchContents();
	readonly #types: ReadonlyMap<string, RelationType>;
	readonly #actors = new Map<Id, number>();
	readonly #events = new Map<Id, number>();
	readonly #relations = new Set<Id>();
	readonly #typeNumbers = new Map<string, number>();

	constructor(types: ReadonlyMap<string, RelationType>) {
		this.#types = types;
	}

	addActor(actor: Actor): number {
		const { id, name, aliases = [], names = [], description = '' } = actor;
		if (this.#actors.has(id)) return 0;
		this.#actors.set(id, this.contents.entries.length);
		this.contents.actorCount++;
		const texts: NameText[] = [{ field: 'name', text: name }];
		for (const { text } of names.slice(0, NAME_COUNT)) texts.push({ field: 'script', text });
		for (const text of aliases.slice(0, NAME_COUNT)) texts.push({ field: 'alias', text });
		return this.#addEntry({ what: 'actor', id, actor, texts, description });
	}

	addEvent({ id, title, place = '' }: Event): number {
		if (this.#events.has(id)) return 0;
		this.#events.set(id, this.contents.entries.length);
		return this.#addEntry({ what: 'event', id, texts: [{ field: 'name', text: title }], description: place });
	}

	addRelation(relation: Relation): number {
		const { contents } = this;
		if (this.#relations.has(relation.id)) return 0;
		this.#relations.add(relation.id);
		const [from, to] = [this.#actors.get(relation.from), this.#actors.get(relation.to)];
		if (from === undefined || to === undefined) return 0;
		const event = relation.event === undefined ? undefined : this.#events.get(relation.event);
		for (const end of new Set([from, to, event]))
			if (end !== undefined) contents.degrees[end] = (contents.degrees[end] ?? 0) + 1;
		const note = clip(relation.note ?? '');
		for (const word of wordsOf(note)) contents.notes.add(word, contents.relations.length);
		contents.relations.push({ id: relation.id, type: this.#typeNumber(relation.type), from, to });
		return RECORD_COST + note.length;
	}

	#addEntry(whole: Omit<Entry, 'folded'>): number {
		const { contents } = this;
		const number = contents.entries.length;
		const texts = whole.texts.map(({ field, text }) => ({ field, text: clip(text) }));
		const description = clip(whole.description);
		let length = RECORD_COST + description.length;
		for (const { field, text } of texts) {
			const folded = fold(text);
			const isFirst = field === 'name';
			(isFirst ? contents.wholeNames : contents.wholeOthers).add(folded, number);
			const words = folded.split(' ').filter(Boolean);
			for (const word of words) (isFirst ? contents.names : contents.others).add(word, number);
			addSounds(words, isFirst ? contents.sounds : contents.otherSounds, number);
			length += NAME_COST * text.length;
		}
		for (const word of wordsOf(description)) contents.descriptions.add(word, number);
		contents.entries.push({ ...whole, texts, description, folded: fold(texts[0]?.text ?? '') });
		contents.degrees.push(0);
		return length;
	}

	#typeNumber(type: string): number {
		const { types, typeWords } = this.contents;
		const known = this.#typeNumbers.get(type);
		if (known !== undefined) return known;
		const reading = typeOf(this.#types, type);
		const phrases = [reading.name, verbFor({ kind: 'people' }, reading.name), reading.reverse];
		this.#typeNumbers.set(type, types.length);
		typeWords.push(phrases.flatMap((phrase) => wordsOf(clip(phrase))));
		return types.push(reading) - 1;
	}
}

function addSounds(words: readonly string[], list: WordList, number: number): void {
	for (const word of words) for (const sound of skeletons(word)) list.add(sound, number);
	for (const { text } of joinedPairs(words)) list.add(skeleton(text), number);
}
