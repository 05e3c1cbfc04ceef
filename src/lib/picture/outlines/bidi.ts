/**
 * The order in which a line of mixed direction is read, by the Unicode Bidirectional Algorithm (UAX 9, revision 50):
 * rules W1 to W7, N0 to N2, I1, I2, L1 and L2. There are no explicit marks in our texts, so its rules X do nothing.
 */
import { bidiClass, bracket, type BidiClass } from './bidi-classes.ts';

export interface Run {
	/** In the order in which it is read aloud. */
	readonly text: string;
	/** Whether it is set from right to left. */
	readonly leftward: boolean;
}

/** The runs of a line from left to right as one sees them. */
export function visualRuns(text: string, base: 'ltr' | 'rtl'): readonly Run[] {
	const characters = Array.from(text);
	const levels = bidiLevels(characters, base === 'rtl' ? 1 : 0);
	const runs: { text: string; level: number }[] = [];
	characters.forEach((character, i) => {
		const last = runs.at(-1);
		if (last && last.level === levels[i]) last.text += character;
		else runs.push({ text: character, level: levels[i]! });
	});
	const highest = Math.max(0, ...levels);
	// L2: from the highest level down, what is of that level or above is turned round.
	for (let level = highest; level > 0; level--) turn(runs, level);
	return runs.map((run) => ({ text: run.text, leftward: run.level % 2 === 1 }));
}

function turn(runs: { text: string; level: number }[], level: number): void {
	for (let start = 0; start < runs.length; start++) {
		let end = start;
		while (end < runs.length && runs[end]!.level >= level) end++;
		if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).reverse());
		start = end;
	}
}

/** The embedding level of each character of a line: even where it runs to the right, odd where to the left. */
export function bidiLevels(characters: readonly string[], base: 0 | 1): readonly number[] {
	const classes = characters.map(bidiClass);
	// X9: what is only there for joining takes no part, and gets the level of what stands before it.
	const kept = [...characters.keys()].filter((i) => classes[i] !== 'BN');
	const types = kept.map((i) => classes[i]!);
	const original = [...types];
	resolveWeak(types, base);
	resolveBrackets(
		kept.map((i) => characters[i]!),
		types,
		original,
		base
	);
	resolveNeutral(types, base);
	const levels = characters.map(() => -1);
	kept.forEach((i, k) => (levels[i] = levelOf(types[k]!, base)));
	trailingSpace(classes, levels, base);
	levels.forEach((level, i) => {
		if (level < 0) levels[i] = levels[i - 1] ?? base;
	});
	return levels;
}

/** I1 and I2. */
function levelOf(type: BidiClass, base: 0 | 1): number {
	if (type === 'R') return 1;
	if (type === 'L') return base === 1 ? 2 : 0;
	return 2;
}

/** L1. */
function trailingSpace(classes: readonly BidiClass[], levels: number[], base: 0 | 1): void {
	for (let i = classes.length - 1; i >= 0 && (classes[i] === 'WS' || classes[i] === 'BN'); i--)
		levels[i] = base;
}

const sideOf = (base: 0 | 1): 'L' | 'R' => (base === 1 ? 'R' : 'L');

/** W1 to W7. */
function resolveWeak(types: BidiClass[], base: 0 | 1): void {
	types.forEach((type, i) => {
		if (type === 'NSM') types[i] = types[i - 1] ?? sideOf(base);
	});
	afterStrong(types, base, (type, strong) => (type === 'EN' && strong === 'AL' ? 'AN' : type));
	types.forEach((type, i) => {
		if (type === 'AL') types[i] = 'R';
	});
	separators(types);
	terminators(types);
	types.forEach((type, i) => {
		if (type === 'ES' || type === 'ET' || type === 'CS') types[i] = 'ON';
	});
	afterStrong(types, base, (type, strong) => (type === 'EN' && strong === 'L' ? 'L' : type));
}

/** Changes types by the last strong one before them. */
function afterStrong(
	types: BidiClass[],
	base: 0 | 1,
	change: (type: BidiClass, strong: BidiClass) => BidiClass
): void {
	let strong: BidiClass = sideOf(base);
	types.forEach((type, i) => {
		if (type === 'L' || type === 'R' || type === 'AL') strong = type;
		types[i] = change(type, strong);
	});
}

/** W4: one separator between two numbers of a kind. */
function separators(types: BidiClass[]): void {
	for (let i = 1; i + 1 < types.length; i++) {
		const [before, type, after] = [types[i - 1]!, types[i]!, types[i + 1]!];
		if (before !== after) continue;
		if ((type === 'ES' || type === 'CS') && before === 'EN') types[i] = 'EN';
		if (type === 'CS' && before === 'AN') types[i] = 'AN';
	}
}

/** W5: signs of currency and the like beside a number. */
function terminators(types: BidiClass[]): void {
	for (let start = 0; start < types.length; start++) {
		if (types[start] !== 'ET') continue;
		let end = start;
		while (types[end] === 'ET') end++;
		if (types[start - 1] === 'EN' || types[end] === 'EN') types.fill('EN', start, end);
		start = end;
	}
}

/** The direction that a resolved type gives to neutral ones around it; numbers run with the right-to-left ones. */
function strongSide(type: BidiClass | undefined): 'L' | 'R' | undefined {
	if (type === 'L') return 'L';
	return type === 'R' || type === 'EN' || type === 'AN' ? 'R' : undefined;
}

/** The most brackets that may be open at a time (BD16). */
const MOST_OPEN = 63;

/** BD16: pairs of brackets, by where they open. */
function bracketPairs(characters: readonly string[], types: readonly BidiClass[]): [number, number][] {
	const pairs: [number, number][] = [];
	const open: { at: number; partner: string }[] = [];
	for (const [at, character] of characters.entries()) {
		const found = types[at] === 'ON' ? bracket(character) : undefined;
		if (!found) continue;
		if (found.opens) {
			if (open.length === MOST_OPEN) return [];
			open.push({ at, partner: found.partner });
			continue;
		}
		const last = open.findLastIndex(({ partner }) => partner === character);
		if (last < 0) continue;
		pairs.push([open[last]!.at, at]);
		open.length = last;
	}
	return pairs.sort((a, b) => a[0] - b[0]);
}

/** N0: both brackets of a pair look the same way. */
function resolveBrackets(
	characters: readonly string[],
	types: BidiClass[],
	original: readonly BidiClass[],
	base: 0 | 1
): void {
	const side = sideOf(base);
	for (const [start, end] of bracketPairs(characters, types)) {
		const inside = types.slice(start + 1, end).map(strongSide);
		let found = inside.includes(side) ? side : undefined;
		if (!found && inside.some((one) => one)) {
			const before = types.slice(0, start).findLast((type) => strongSide(type));
			found = strongSide(before) ?? side;
		}
		if (!found) continue;
		for (const at of [start, end]) {
			types[at] = found;
			for (let i = at + 1; original[i] === 'NSM'; i++) types[i] = found;
		}
	}
}

/** N1 and N2. */
function resolveNeutral(types: BidiClass[], base: 0 | 1): void {
	const isNeutral = (type: BidiClass | undefined) => type === 'ON' || type === 'WS';
	for (let start = 0; start < types.length; start++) {
		if (!isNeutral(types[start])) continue;
		let end = start;
		while (isNeutral(types[end])) end++;
		const before = strongSide(types[start - 1]) ?? sideOf(base);
		const after = strongSide(types[end]) ?? sideOf(base);
		types.fill(before === after ? before : sideOf(base), start, end);
		start = end;
	}
}
