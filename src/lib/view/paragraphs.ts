/** A text in paragraphs, and these in blocks that are short enough to be drawn one by one. */

/** A paragraph or, of a long one, a part. */
export interface Block {
	/** Counted from 1; blank lines count for nothing. */
	readonly paragraph: number;
	/** Whether it is the first block of its paragraph. */
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

/** A range of UTF-16 units. */
type Range = readonly [from: number, until: number];

/**
 * The blocks of a text in their order.
 * A line is a paragraph. Where lines were broken at a width, and blank lines stand between groups of them, a
 * group is one.
 */
export function blocksOf(text: string): Block[] {
	const blocks: Block[] = [];
	const points = counter(text);
	for (const [index, [from, until]] of paragraphsOf(text).entries()) {
		for (let at = from; at < until;) {
			const cut = cutBefore(text, at, until);
			const start = points(at);
			blocks.push({ paragraph: index + 1, head: at === from, start, end: points(cut), from: at, until: cut });
			at = cut;
		}
	}
	return blocks;
}

function paragraphsOf(text: string): readonly Range[] {
	const groups: Range[][] = [];
	let blank = true;
	for (const line of linesOf(text)) {
		const follows = !blank;
		blank = !/\S/.test(text.slice(...line));
		if (blank) continue;
		if (follows) groups.at(-1)!.push(line);
		else groups.push([line]);
	}
	if (!areWrapped(text, groups)) return groups.flat();
	return groups.map((group) => [group[0]![0], group.at(-1)![1]]);
}

/** The end of a sentence at the end of a line. */
const SENTENCE_END = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}"']*\s*$/u;

/** Whether lines were broken at a width: then few of those that another follows end where a sentence does. */
function areWrapped(text: string, groups: readonly (readonly Range[])[]): boolean {
	const followed = groups.flatMap((group) => group.slice(0, -1));
	if (groups.length < 2 || followed.length < groups.flat().length / 3) return false;
	const ends = followed.filter((line) => SENTENCE_END.test(text.slice(...line).slice(-20)));
	return ends.length < followed.length / 2;
}

function linesOf(text: string): Range[] {
	const lines: Range[] = [];
	let from = 0;
	for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
		lines.push([from, index]);
		from = index + end.length;
	}
	return [...lines, [from, text.length]];
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
		for (; at < unit; point++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
		return point;
	};
}
