import type { Actor, Document, Event, Id, Relation, RelationType } from '#lib/model/document.ts';
import { relationTypes, typeOf, verbFor } from '#lib/model/vocabulary.ts';
import { type Entry, type NameText, SearchContents } from './search-contents.ts';
import { clip, joinedPairs, wholeSound, wordsOf } from './search-words.ts';
import { fold, isArticle, skeletons } from './spelling.ts';

/** Code units that are read of one actor's names: three hundred languages fit, what a hostile file has may not. */
const NAMES_LENGTH = 8_000;
/** Words of one name whose sound is kept, for the same reason. */
const HEARD_COUNT = 16;
/** Code units that are read between two pauses, about 2 ms of work on a slow machine. */
const PIECE = 20_000;
/** What a record costs beyond its texts, and a letter of a name beyond one of a description; in code units. */
const RECORD_COST = 50;
const NAME_COST = 4;

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
	return gatherer.finish();
}

/** Fills the contents record by record. Each `add…` gives the length of what was read, as a measure of work. */
class Gatherer {
	readonly #contents = new SearchContents();
	readonly #types: ReadonlyMap<string, RelationType>;
	readonly #actors = new Map<Id, number>();
	readonly #events = new Map<Id, number>();
	readonly #relations = new Set<Id>();
	readonly #typeNumbers = new Map<string, number>();

	constructor(types: ReadonlyMap<string, RelationType>) {
		this.#types = types;
	}

	addActor(actor: Actor): number {
		const { id, description = '' } = actor;
		if (this.#actors.has(id)) return RECORD_COST;
		this.#actors.set(id, this.#contents.entries.length);
		this.#contents.actorCount++;
		return this.#addEntry({ what: 'actor', id, actor, texts: namesOf(actor), description });
	}

	addEvent({ id, title, place = '' }: Event): number {
		if (this.#events.has(id)) return RECORD_COST;
		this.#events.set(id, this.#contents.entries.length);
		return this.#addEntry({ what: 'event', id, texts: [{ field: 'name', text: title }], description: place });
	}

	addRelation(relation: Relation): number {
		const contents = this.#contents;
		if (this.#relations.has(relation.id)) return RECORD_COST;
		this.#relations.add(relation.id);
		const [from, to] = [this.#actors.get(relation.from), this.#actors.get(relation.to)];
		if (from === undefined || to === undefined) return RECORD_COST;
		const event = relation.event === undefined ? undefined : this.#events.get(relation.event);
		for (const end of new Set([from, to, event]))
			if (end !== undefined) contents.degrees[end] = contents.degrees[end]! + 1;
		const note = clip(relation.note ?? '');
		for (const word of wordsOf(note)) contents.notes.add(word, contents.relations.length);
		contents.relations.push({ id: relation.id, type: this.#typeNumber(relation.type), from, to });
		return RECORD_COST + note.length;
	}

	/** The contents, when all records are in. */
	finish(): SearchContents {
		const { degrees, relations } = this.#contents;
		for (const { from, to } of relations) degrees.push(degrees[from]! + degrees[to]!);
		return this.#contents;
	}

	#addEntry(whole: Omit<Entry, 'folded'>): number {
		const contents = this.#contents;
		const number = contents.entries.length;
		const texts = whole.texts.map(({ field, text }) => ({ field, text: clip(text) }));
		const allFolded = texts.map(({ text }) => fold(text));
		const folded = allFolded[0] ?? '';
		allFolded.forEach((name, i) => this.#addName(name, i === 0, number));
		if (whole.actor?.kind === 'person') this.#addSurname(folded.split(' '), number);
		const description = clip(whole.description);
		for (const word of wordsOf(description)) contents.descriptions.add(word, number);
		contents.entries.push({ ...whole, texts, description, folded });
		contents.degrees.push(0);
		const length = texts.reduce((sum, { text }) => sum + text.length, 0);
		return RECORD_COST + description.length + NAME_COST * length;
	}

	#addName(folded: string, isFirst: boolean, number: number): void {
		const { wholeNames, wholeOthers, names, others } = this.#contents;
		(isFirst ? wholeNames : wholeOthers).add(folded, number);
		const words = folded.split(' ').filter(Boolean);
		for (const word of words) (isFirst ? names : others).add(word, number);
		this.#addSounds(words.slice(0, HEARD_COUNT), isFirst, number);
	}

	#addSurname(words: readonly string[], number: number): void {
		const last = words.at(-1);
		const before = words.at(-2);
		if (last === undefined || before === undefined) return;
		this.#contents.surnames.add(last, number);
		if (isArticle(before, last)) this.#contents.surnames.add(`${before} ${last}`, number);
	}

	#addSounds(words: readonly string[], areFirst: boolean, number: number): void {
		const { sounds, otherSounds, wholeSounds } = this.#contents;
		for (const word of words)
			for (const sound of skeletons(word)) (areFirst ? sounds : otherSounds).add(sound, number);
		for (const { text } of joinedPairs(words)) otherSounds.add(skeletons(text)[0]!, number);
		wholeSounds.add(wholeSound(words), number);
	}

	#typeNumber(type: string): number {
		const { types, typeWords } = this.#contents;
		const known = this.#typeNumbers.get(type);
		if (known !== undefined) return known;
		const reading = typeOf(this.#types, type);
		const phrases = [reading.name, verbFor({ kind: 'people' }, reading.name), reading.reverse];
		this.#typeNumbers.set(type, types.length);
		typeWords.push(phrases.flatMap((phrase) => wordsOf(clip(phrase))));
		return types.push(reading) - 1;
	}
}

/** An actor's names, the first one first, the others as far as NAMES_LENGTH goes. */
function namesOf(actor: Actor): NameText[] {
	const texts: NameText[] = [{ field: 'name', text: actor.name }];
	let left = NAMES_LENGTH;
	for (const other of otherNames(actor)) {
		texts.push(other);
		// One more, since empty names are work too.
		left -= clip(other.text).length + 1;
		if (left <= 0) break;
	}
	return texts;
}

function* otherNames({ aliases = [], names = [] }: Actor): Generator<NameText> {
	for (const text of aliases) yield { field: 'alias', text };
	for (const { text } of names) yield { field: 'script', text };
}
