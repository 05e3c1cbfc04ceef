import type { SearchContents } from './search-contents.ts';
import { type Question, countBits, mayBeMistyped } from './search-question.ts';
import { SAME_LENGTH, type Sound, markBeginning, markSame, soundsOf } from './search-sound.ts';
import { wholeSound } from './search-words.ts';
import { oneEditApart } from './spelling.ts';
import type { WordList } from './word-list.ts';

/** How an entry or a relation was met, best first. Differences within a step are smaller than one. */
export const SCORE = {
	exact: 9,
	nameStart: 8,
	nameWords: 7,
	otherNames: 6,
	sound: 5,
	oneEdit: 4,
	description: 3,
	relation: 2,
	shortSound: 1,
	someWords: 0
} as const;

/** Added where it is the first name, not another one, that is met exactly or by its sound. */
const FIRST_NAME = 0.4;
/** Added where the sound of a whole name is met. */
const WHOLE_SOUND = 0.95;
/** Added where the whole sound of a word is met, not only its beginning. */
const SAME_SOUND = 0.4;
/** Added where the articles of the question were met too. */
const WITH_ARTICLES = 0.1;
/** Added where the question's first word names the actor that the relation starts from. */
const IN_ORDER = 0.5;

/** Something that was met: an entry by its number, a relation by its number plus the count of entries. */
export interface Candidate {
	readonly number: number;
	readonly score: number;
}

/** A search under way. */
interface Run {
	readonly contents: SearchContents;
	readonly question: Question;
	/** For each entry, the words of the question that its names have answered so far. */
	readonly answered: Uint16Array;
	/** For each entry, 1 when it is among the found. */
	readonly taken: Uint8Array;
	readonly found: Candidate[];
}

/** One way of meeting a question. */
type Step = (run: Run) => void;

const STEPS: readonly Step[] = [
	exactly,
	byNameStart,
	byName,
	byOtherNames,
	bySound,
	byOneEdit,
	byDescription,
	byRelation,
	bySoundOfShortWords,
	bySomeWords
];

/**
 * What meets a question, in no order. Steps are taken from the strictest to the loosest until there are
 * `limit` candidates; all that a step meets is given, so there may be more.
 */
export function findCandidates(contents: SearchContents, question: Question, limit: number): Candidate[] {
	const count = contents.entries.length;
	const [answered, taken] = [new Uint16Array(count), new Uint8Array(count)];
	const run: Run = { contents, question, answered, taken, found: [] };
	for (const step of STEPS) {
		step(run);
		if (run.found.length >= limit) break;
	}
	return run.found;
}

function exactly(run: Run): void {
	const { contents, question, answered } = run;
	for (const [list, score] of [
		[contents.wholeNames, SCORE.exact + FIRST_NAME],
		[contents.wholeOthers, SCORE.exact]
	] as const) {
		const marks = new Uint16Array(answered.length);
		list.markEqual(question.folded, marks, 1);
		take(run, marks, 1, score);
	}
}

/** Before the words, so that a first letter typed need not look at every name that has it somewhere. */
function byNameStart(run: Run): void {
	const marks = new Uint16Array(run.answered.length);
	run.contents.wholeNames.markStarting(run.question.folded, marks, 1);
	// Else "Qaani" would be met by "Qaani's predecessor" before Esmail Qaani.
	run.contents.surnames.markStarting(run.question.folded, marks, 1);
	take(run, marks, 1, SCORE.nameStart);
}

function byName(run: Run): void {
	markStarts(run, run.contents.names, run.answered);
	takeAnswered(run, run.answered, SCORE.nameWords);
}

function byOtherNames(run: Run): void {
	markStarts(run, run.contents.others, run.answered);
	takeAnswered(run, run.answered, SCORE.otherNames);
}

function bySound(run: Run): void {
	hear(run, (sound) => !sound.isShort, SCORE.sound);
}

/** Late, because three letters sound like much that has nothing to do with them. */
function bySoundOfShortWords(run: Run): void {
	hear(run, (sound) => sound.isShort, SCORE.shortSound);
}

/** Whole names come before words ("Irak": Iraq, US troops in Iraq), words before beginnings (Araghchi). */
function hear(run: Run, isMeant: (sound: Sound) => boolean, score: number): void {
	const { question, contents, answered } = run;
	const heard = soundsOf(question.words).filter(isMeant);
	if (heard.length > 0) takeWholeSound(run, score + WHOLE_SOUND);
	markSame(heard, contents.sounds, answered);
	takeAnswered(run, answered, score + SAME_SOUND + FIRST_NAME);
	markSame(heard, contents.otherSounds, answered);
	takeAnswered(run, answered, score + SAME_SOUND);
	markBeginning(heard, contents.sounds, answered);
	markBeginning(heard, contents.otherSounds, answered);
	takeAnswered(run, answered, score);
}

function takeWholeSound(run: Run, score: number): void {
	const { question, contents, answered } = run;
	const marks = new Uint16Array(answered.length);
	const sound = wholeSound(question.words);
	if (sound.length >= SAME_LENGTH) contents.wholeSounds.markEqual(sound, marks, 1);
	take(run, marks, 1, score);
}

function byOneEdit(run: Run): void {
	const { contents, question, answered } = run;
	question.words.forEach((word, i) => {
		if (!mayBeMistyped(word)) return;
		for (const list of [contents.names, contents.others]) list.markNear(word, answered, 1 << i);
	});
	takeAnswered(run, answered, SCORE.oneEdit);
}

function byDescription(run: Run): void {
	// Relations are asked afterwards which words the names have answered: descriptions are marked elsewhere.
	const answered = run.answered.slice();
	markStarts(run, run.contents.descriptions, answered);
	takeAnswered(run, answered, SCORE.description);
}

/** A relation has the words of both its actors' names, of its type in both directions, and of its note. */
function byRelation({ contents, question, answered, found }: Run): void {
	const { entries, relations, typeWords, notes } = contents;
	const { words, needed } = question;
	const byType = typeWords.map((ofType) =>
		bitsWhere(words, (word) => ofType.some((own) => meets(word, own)))
	);
	const byNote = new Uint16Array(relations.length);
	words.forEach((word, i) => notes.markStarting(word, byNote, 1 << i));
	const firstBit = needed & -needed;
	relations.forEach(({ type, from, to }, i) => {
		const start = answered[from] ?? 0;
		const bits = start | (answered[to] ?? 0) | (byType[type] ?? 0) | (byNote[i] ?? 0);
		if ((bits & needed) !== needed) return;
		const score = SCORE.relation + (start & firstBit ? IN_ORDER : 0);
		found.push({ number: entries.length + i, score });
	});
}

/** Only when nothing has all words: "فيلق القدس" for the Quds Force, "General Qaani". */
function bySomeWords({ question, answered, found }: Run): void {
	if (found.length > 0) return;
	const count = countBits(question.needed);
	answered.forEach((bits, number) => {
		const share = countBits(bits & question.needed) / count;
		if (share >= 0.5) found.push({ number, score: SCORE.someWords + share });
	});
}

/** Adds the entries that have answered all that is needed, better with all words. */
function takeAnswered(run: Run, answered: Uint16Array, score: number): void {
	const { all, needed } = run.question;
	take(run, answered, all, score + (all === needed ? 0 : WITH_ARTICLES));
	if (all !== needed) take(run, answered, needed, score);
}

/** Adds the entries with all the wanted bits that are not among the found yet. */
function take(run: Run, marks: Uint16Array, wanted: number, score: number): void {
	const { taken, found } = run;
	// A plain loop: this passes over all entries for each key pressed, the first time before it is compiled.
	for (let number = 0; number < marks.length; number++) {
		if ((marks[number]! & wanted) !== wanted || taken[number] === 1) continue;
		taken[number] = 1;
		found.push({ number, score });
	}
}

function markStarts(run: Run, list: WordList, answered: Uint16Array): void {
	run.question.words.forEach((word, i) => list.markStarting(word, answered, 1 << i));
}

function meets(word: string, own: string): boolean {
	return own.startsWith(word) || (mayBeMistyped(word) && oneEditApart(word, own));
}

function bitsWhere(words: readonly string[], holds: (word: string) => boolean): number {
	return words.reduce((bits, word, i) => (holds(word) ? bits | (1 << i) : bits), 0);
}
