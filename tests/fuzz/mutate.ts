/** Changes to a file: blind ones to its bytes, and such as know that it has words, lines, elements or entries. */
import { gunzipSync, gzipSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { diceFrom } from '../made-up/dice.mjs';

export type Dice = ReturnType<typeof diceFrom>;

/** What programmers forget. */
const NASTY: readonly string[] = [
	'__proto__',
	'constructor',
	'toString',
	'',
	' ',
	'\0',
	'\uFEFF',
	'\uD800',
	'\u202E',
	'-0',
	'1e999',
	'NaN',
	'99999999999999999999',
	'-1',
	'null',
	'true',
	'[]',
	'{}',
	'"',
	"'",
	'\\',
	'<',
	'&',
	'&lol;',
	'&#0;',
	']]>',
	'<!--',
	'/*',
	'\r',
	'\n\n',
	'=1+1',
	'2024-13-45',
	'29/01/2024',
	'../../etc/passwd',
	'x'.repeat(5000)
];

type Change<T> = (content: T, dice: Dice) => T;

const place = (length: number, dice: Dice) => dice.between(0, length);

function span(length: number, dice: Dice): [number, number] {
	const from = place(length, dice);
	return [from, Math.min(length, from + dice.between(0, dice.chance(0.8) ? 20 : length))];
}

const spliced = (bytes: Uint8Array, from: number, to: number, middle: Uint8Array) =>
	new Uint8Array(Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]));

const BYTES: readonly Change<Uint8Array>[] = [
	(bytes, dice) =>
		bytes.map((byte, at) => (at === place(bytes.length, dice) ? byte ^ (1 << dice.between(0, 7)) : byte)),
	(bytes, dice) => {
		const at = place(bytes.length, dice);
		return spliced(bytes, at, at + 1, Uint8Array.of(dice.pick([0, 9, 10, 34, 60, 127, 128, 192, 237, 255])));
	},
	(bytes, dice) => spliced(bytes, ...span(bytes.length, dice), new Uint8Array()),
	(bytes, dice) => bytes.slice(0, place(bytes.length, dice)),
	(bytes, dice) => {
		const [from, to] = span(bytes.length, dice);
		const at = place(bytes.length, dice);
		return spliced(bytes, at, at, bytes.slice(from, to));
	},
	(bytes, dice) => {
		const at = place(bytes.length, dice);
		return spliced(bytes, at, at, strToU8(dice.pick(NASTY)));
	}
];

/** Words, numbers, strings, signs: joined they are the text again. */
const TOKENS = /"(?:[^"\\\n]|\\.)*"|<[^<>]*>|[\p{L}\p{N}_.-]+|\s+|./gsu;

const TEXTS: readonly Change<string>[] = [
	onTokens((tokens, at, dice) => (tokens[at] = dice.pick(NASTY))),
	onTokens((tokens, at, dice) => (tokens[at] = JSON.stringify(dice.pick(NASTY)))),
	onTokens((tokens, at) => (tokens[at] = '')),
	onTokens((tokens, at) => (tokens[at] += tokens[at]!)),
	onTokens((tokens, at, dice) => {
		const other = dice.between(0, tokens.length - 1);
		[tokens[at], tokens[other]] = [tokens[other]!, tokens[at]!];
	}),
	onTokens((tokens, at, dice) => (tokens[at] = tokens[at]!.repeat(dice.pick([50, 400, 3000])))),
	onLines((lines, at) => lines.splice(at, 1)),
	onLines((lines, at) => lines.splice(at, 0, lines[at]!)),
	onLines((lines, at, dice) => lines.splice(at, 0, ...lines.splice(dice.between(0, lines.length - 1), 3))),
	elementIn((element) => element + element),
	elementIn(() => ''),
	elementIn((element) => nested(element, 400)),
	memberOf((key, value, dice) => [dice.pick(NASTY), value]),
	memberOf((key, _, dice) => [
		key,
		dice.pick([null, 0, -1, 1e308, '', [], {}, true, [[]], ['x'], { id: {} }])
	]),
	memberOf((key, value) => [key, [value, value]]),
	memberOf((key, value) => [key, deep(value, 400)])
];

function onTokens(change: (tokens: string[], at: number, dice: Dice) => unknown): Change<string> {
	return (text, dice) => {
		const tokens = text.match(TOKENS) ?? [''];
		change(tokens, dice.between(0, tokens.length - 1), dice);
		return tokens.join('');
	};
}

function onLines(change: (lines: string[], at: number, dice: Dice) => unknown): Change<string> {
	return (text, dice) => {
		const lines = text.split('\n');
		change(lines, dice.between(0, lines.length - 1), dice);
		return lines.join('\n');
	};
}

/** Changes one XML element with all that is in it, as far as it can be told without parsing. */
function elementIn(change: (element: string) => string): Change<string> {
	return (text, dice) => {
		const starts = [...text.matchAll(/<([A-Za-z][\w:.-]*)/g)];
		if (starts.length === 0) return text;
		const { index, 1: name } = dice.pick(starts) as RegExpMatchArray & { index: number };
		const close = `</${name}>`;
		const [end, own] = [text.indexOf(close, index), text.indexOf('/>', index)];
		const to = end >= 0 ? end + close.length : own >= 0 ? own + 2 : index;
		return text.slice(0, index) + change(text.slice(index, to)) + text.slice(to);
	};
}

function nested(element: string, times: number): string {
	const [open = '', name = ''] = /^<([\w:.-]+)[^>]*>/.exec(element) ?? [];
	return open === '' || open.endsWith('/>')
		? element
		: open.repeat(times) + element + `</${name}>`.repeat(times);
}

function deep(value: unknown, times: number): unknown {
	let all = value;
	for (let level = 0; level < times; level++) all = level % 2 ? [all] : { a: all };
	return all;
}

/** Changes one member of one object somewhere in JSON; other text stays as it is. */
function memberOf(
	change: (key: string, value: unknown, dice: Dice) => readonly [string, unknown]
): Change<string> {
	return (text, dice) => {
		let data: unknown;
		try {
			data = JSON.parse(text);
		} catch {
			return text;
		}
		const objects: object[] = [];
		const look = (value: unknown) => {
			if (typeof value !== 'object' || value === null) return;
			if (Object.keys(value).length) objects.push(value);
			for (const inner of Object.values(value)) look(inner);
		};
		look(data);
		if (objects.length === 0) return text;
		const object = dice.pick(objects) as Record<string, unknown>;
		const key = dice.pick(Object.keys(object)) as string;
		const [name, value] = change(key, object[key], dice);
		if (name !== key) delete object[key];
		Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
		return JSON.stringify(data);
	};
}

/** One to four changes, blind ones or such that know what is in the file. The same dice give the same file. */
export function mutated(bytes: Uint8Array, dice: Dice): Uint8Array {
	let result = bytes;
	const isBlind = dice.chance(0.3);
	for (let changes = dice.between(1, 4); changes > 0; changes--)
		result = isBlind ? dice.pick(BYTES)(result, dice) : within(result, dice);
	return result;
}

/** Unpacks what is packed, and packs it again: a change to packed bytes is only ever a damaged archive. */
function within(bytes: Uint8Array, dice: Dice): Uint8Array {
	try {
		if (bytes[0] === 0x1f) return gzipSync(within(gunzipSync(bytes), dice));
		if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
			const entries = unzipSync(bytes);
			const name = dice.pick(Object.keys(entries)) as string;
			return zipSync({ ...entries, [name]: within(entries[name]!, dice) });
		}
	} catch {
		return dice.pick(BYTES)(bytes, dice);
	}
	return strToU8(dice.pick(TEXTS)(strFromU8(bytes), dice));
}
