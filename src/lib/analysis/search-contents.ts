import type { Actor, Id, RelationType } from '#lib/model/document.ts';
import { WordList } from './word-list.ts';

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
	/** For each entry, how many relations it takes part in; then for each relation, its two actors together. */
	readonly degrees: number[] = [];
	/** How many of the entries are actors: these come first, then events. */
	actorCount = 0;
	/** First names as a whole, folded; and the other names. */
	readonly wholeNames = new WordList();
	readonly wholeOthers = new WordList();
	/** What persons are mostly called by: the last word of the first name, also with its article. */
	readonly surnames = new WordList();
	/** Words of first names, of the other names, and of descriptions and places. */
	readonly names = new WordList();
	readonly others = new WordList();
	readonly descriptions = new WordList();
	/** Skeletons of the words of first names; of the words of other names, and of neighbours as one. */
	readonly sounds = new WordList();
	readonly otherSounds = new WordList();
	/** All names as a whole by `wholeSound`. */
	readonly wholeSounds = new WordList();
	/** Words of the notes of relations; by number of relation. */
	readonly notes = new WordList();
}
