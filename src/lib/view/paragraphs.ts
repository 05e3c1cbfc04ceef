/** A text in paragraphs, and these in blocks that are short enough to be drawn one by one. */

/** A paragraph or, of a long one, a part; or several short ones. */
export interface Block {
	/** Its paragraph, of several the last. Counted from 1; blank lines count for nothing. */
	readonly paragraph: number;
	/** Of several paragraphs the first; else the same. */
	readonly first: number;
	/** Whether it starts with the start of a paragraph. */
	readonly head: boolean;
	/** Code points from the start of the text, as claims count; `end` is exclusive. */
	readonly start: number;
	readonly end: number;
	/** The same in UTF-16 units, as JavaScript counts. */
	readonly from: number;
	readonly until: number;
}

/** UTF-16 units of a block: some twenty lines. A longer one costs too much to lay out when it comes into sight. */
const LONGEST = 2_000;
/** Where a long paragraph may be parted at the earliest, looking for a space. */
const SHORTEST = 1_400;

/** Of more paragraphs than these, short ones stand together in a block: a list of millions hangs the page. */
const MOST_ALONE = 40_000;

/**
 * The blocks of a text in their order, at most some 60,000 for 32 million letters; in a time that grows with the text.
 * A line is a paragraph. Where lines were broken at a width, and blank lines stand between groups of them, a
 * group is one.
 */
export function blocksOf(text: string): Block[] {
	const { wrapped, paragraphs } = shapeOf(text);
	const blocks: Draft[] = [];
	const put = (from: number, until: number, paragraph: number) => {
		const last = blocks.at(-1);
		if (paragraphs > MOST_ALONE && last && until - last.from <= LONGEST) {
			last.until = until;
			last.paragraph = paragraph;
		} else for (const part of partsOf(text, from, until, paragraph)) blocks.push(part);
	};
	if (wrapped) eachGroup(text, put);
	else eachLine(text, (from, until, _, line) => put(from, until, line));
	const points = counter(text);
	return blocks.map((block) => ({ ...block, start: points(block.from), end: points(block.until) }));
}

/** A block before its code points are counted. */
interface Draft extends Omit<Block, 'start' | 'end' | 'until' | 'paragraph'> {
	until: number;
	paragraph: number;
}

function* partsOf(text: string, from: number, until: number, paragraph: number): Generator<Draft> {
	for (let at = from; at < until;) {
		const cut = cutBefore(text, at, until);
		yield { first: paragraph, paragraph, head: at === from, from: at, until: cut };
		at = cut;
	}
}

/** Hears a paragraph, in UTF-16 units, and its number, from 1. */
type UseParagraph = (from: number, until: number, paragraph: number) => void;

function eachGroup(text: string, use: UseParagraph): void {
	let [start, end, group] = [0, 0, 0];
	eachLine(text, (from, until, follows) => {
		if (!follows) {
			if (group > 0) use(start, end, group);
			start = from;
			group++;
		}
		end = until;
	});
	if (group > 0) use(start, end, group);
}

/** The end of a sentence at the end of a line. */
const SENTENCE_END = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}"']*\s*$/u;
/** Lines by which a text is judged; more of them would say the same. */
const MOST_JUDGED = 20_000;

/**
 * How many paragraphs there are, and whether lines were broken at a width: then many follow another without a blank
 * line between, and few of those that another follows end where a sentence does.
 */
function shapeOf(text: string): { wrapped: boolean; paragraphs: number } {
	let [lines, groups, ends, judged] = [0, 0, 0, 0];
	let end = 0;
	eachLine(text, (_, until, follows, line) => {
		if (!follows) groups++;
		else if (judged < MOST_JUDGED) {
			judged++;
			if (SENTENCE_END.test(text.slice(Math.max(0, end - 20), end))) ends++;
		}
		end = until;
		lines = line;
	});
	const wrapped = groups >= 2 && lines - groups >= lines / 3 && ends < judged / 2;
	return { wrapped, paragraphs: wrapped ? groups : lines };
}

/**
 * Goes through the lines that are not blank, one by one: of millions no list is made.
 * @param use hears a line in UTF-16 units, whether it stands right under another, and its number, from 1
 */
function eachLine(
	text: string,
	use: (from: number, until: number, follows: boolean, line: number) => void
): void {
	let [from, line, follows] = [0, 0, false];
	while (from <= text.length) {
		let until = from;
		let blank = true;
		for (; until < text.length; until++) {
			const unit = text.charCodeAt(until);
			if (isLineEnd(unit)) break;
			if (blank && !isSpace(unit)) blank = false;
		}
		if (!blank) use(from, until, follows, ++line);
		follows = !blank;
		from = until + (text.charCodeAt(until) === 13 && text.charCodeAt(until + 1) === 10 ? 2 : 1);
	}
}

function isLineEnd(unit: number): boolean {
	return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}

function isSpace(unit: number): boolean {
	if (unit < 0xa0) return unit === 32 || (unit >= 9 && unit <= 13);
	return /\s/.test(String.fromCharCode(unit));
}

/** The end of the block that starts here: the end of the paragraph, or a place after a space, or any whole character. */
function cutBefore(text: string, from: number, until: number): number {
	if (until - from <= LONGEST) return until;
	const space = text.slice(from + SHORTEST, from + LONGEST).search(/\s(?=\S*$)/);
	if (space >= 0) return from + SHORTEST + space + 1;
	const unit = text.charCodeAt(from + LONGEST);
	return unit >= 0xdc00 && unit <= 0xdfff ? from + LONGEST - 1 : from + LONGEST;
}

/** Turns ascending UTF-16 positions into code points, going through the text once. */
function counter(text: string): (unit: number) => number {
	let [at, point] = [0, 0];
	return (unit) => {
		for (; at < unit; point++) {
			const isHigh = (text.charCodeAt(at++) & 0xfc00) === 0xd800;
			if (isHigh && (text.charCodeAt(at) & 0xfc00) === 0xdc00) at++;
		}
		return point;
	};
}
