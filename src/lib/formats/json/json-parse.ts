/**
 * Reads JSON (RFC 8259) into a tree that keeps what JSON.parse loses (json-tree.ts). Keeps its own stack, so that no
 * depth overflows, and looks at each character once.
 */
import { parseJson } from '#lib/formats/json/json.ts';
import { JsonNumber, JsonObject, isJsonNumber } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import { LimitError } from '#lib/formats/limits.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** Keys that stand twice in one object: how many, and the first. */
export interface Repeated {
	readonly count: number;
	readonly key: string;
}

export interface JsonReading {
	readonly tree: JsonTree;
	readonly repeated: Repeated | null;
}

/**
 * @param depth of lists and objects in one another
 * @throws UnreadableError with line and column when the text is not JSON, or is nested too deeply
 */
export function readJson(text: string, depth: number): JsonReading {
	const parser = new Parser(text, depth);
	try {
		parser.run();
		parser.expectEnd();
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		// It finds the place in words; only a text that it would accept itself comes back.
		parseJson(text);
		throw new UnreadableError('The file is not valid JSON.', 'Get a whole copy of it.');
	}
	return { tree: parser.tree ?? null, repeated: parser.repeated };
}

/**
 * What the beginning of a JSON text shows: all that is complete up to where it is cut off or stops being JSON. Only
 * the first value of several (JSON lines). Undefined when there is nothing. Never throws.
 */
export function glanceJson(head: string): JsonTree | undefined {
	const parser = new Parser(head, 64);
	try {
		parser.run();
	} catch {
		// A head is cut somewhere; what stands before that is what there is to see.
	}
	return parser.tree;
}

class Fault extends Error {}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

const WORDS: readonly (readonly [string, boolean | null])[] = [
	['true', true],
	['false', false],
	['null', null]
];

class Parser {
	tree: JsonTree | undefined;
	repeated: Repeated | null = null;
	readonly #text: string;
	readonly #depth: number;
	readonly #open: (JsonObject | JsonTree[])[] = [];
	#at: number;

	constructor(text: string, depth: number) {
		this.#text = text;
		this.#depth = depth;
		// Windows editors put a byte order mark first, which is not JSON.
		this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	}

	/** Reads one value. @throws Fault where the text stops being JSON */
	run(): void {
		while (this.#opens() || this.#goesOn());
	}

	/** @throws Fault when something follows */
	expectEnd(): void {
		if (!Number.isNaN(this.#sign())) throw new Fault();
	}

	/** Takes a value. Whether it is a list or object with something inside, which comes next. */
	#opens(): boolean {
		const sign = this.#sign();
		if (sign === OPEN_OBJECT) return this.#begin(new JsonObject(), CLOSE_OBJECT);
		if (sign === OPEN_LIST) return this.#begin([], CLOSE_LIST);
		this.#attach(this.#plain(sign));
		return false;
	}

	#begin(container: JsonObject | JsonTree[], close: number): boolean {
		if (this.#open.length >= this.#depth)
			throw new LimitError(
				'depth',
				`The file is nested in more than ${this.#depth} levels.`,
				'A graph needs a few only: look whether it is the right file.'
			);
		this.#attach(container);
		this.#open.push(container);
		this.#at++;
		if (this.#sign() === close) return false;
		if (container instanceof JsonObject) this.#key(container);
		return true;
	}

	#attach(value: JsonTree): void {
		const container = this.#open.at(-1);
		if (container === undefined) this.tree = value;
		else if (container instanceof JsonObject) container.values.push(value);
		else container.push(value);
	}

	/** After a value: closes what ends here. Whether another value comes next. */
	#goesOn(): boolean {
		for (let container = this.#open.at(-1); container !== undefined; container = this.#open.at(-1)) {
			const sign = this.#sign();
			if (sign !== COMMA && sign !== (container instanceof JsonObject ? CLOSE_OBJECT : CLOSE_LIST))
				throw new Fault();
			this.#at++;
			if (sign === COMMA) {
				if (container instanceof JsonObject) this.#key(container);
				return true;
			}
			if (container instanceof JsonObject) this.#lookForRepeated(container.keys);
			this.#open.pop();
		}
		return false;
	}

	#key(container: JsonObject): void {
		if (this.#sign() !== QUOTE) throw new Fault();
		const key = this.#string();
		if (this.#sign() !== COLON) throw new Fault();
		this.#at++;
		container.keys.push(key);
	}

	#lookForRepeated(keys: readonly string[]): void {
		const few = keys.length <= 8;
		if (few && !keys.some((key, index) => keys.indexOf(key) !== index)) return;
		const seen = new Set<string>();
		for (const key of keys) {
			if (seen.has(key))
				this.repeated = { count: (this.repeated?.count ?? 0) + 1, key: this.repeated?.key ?? key };
			seen.add(key);
		}
	}

	#plain(sign: number): JsonTree {
		if (sign === QUOTE) return this.#string();
		for (const [word, value] of WORDS) {
			if (sign !== word.charCodeAt(0) || !this.#text.startsWith(word, this.#at)) continue;
			this.#at += word.length;
			return value;
		}
		return this.#number();
	}

	#number(): JsonNumber {
		const start = this.#at;
		while (isOfNumber(this.#text.charCodeAt(this.#at))) this.#at++;
		const text = this.#text.slice(start, this.#at);
		// A number at the very end of a head may go on behind it, but then it is not the last thing of a whole file.
		if (!isJsonNumber(text) && !isLongNumber(text)) throw new Fault();
		return new JsonNumber(text);
	}

	#string(): string {
		const start = this.#at;
		let plain = true;
		for (let at = start + 1; at < this.#text.length; at++) {
			const unit = this.#text.charCodeAt(at);
			if (unit === QUOTE) {
				this.#at = at + 1;
				return plain ? this.#text.slice(start + 1, at) : unescaped(this.#text.slice(start, at + 1));
			}
			if (unit < 32) throw new Fault();
			if (unit !== BACKSLASH) continue;
			plain = false;
			at++;
		}
		throw new Fault();
	}

	/** The next sign that is no blank, which stays to be read; NaN at the end. */
	#sign(): number {
		for (;;) {
			const unit = this.#text.charCodeAt(this.#at);
			if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return unit;
			this.#at++;
		}
	}
}

/** Digits, sign, point and exponent. */
function isOfNumber(unit: number): boolean {
	return (
		(unit >= 48 && unit <= 57) || unit === 45 || unit === 46 || unit === 43 || unit === 69 || unit === 101
	);
}

function isLongNumber(text: string): boolean {
	if (text.length <= 64) return false;
	try {
		return typeof JSON.parse(text) === 'number';
	} catch {
		return false;
	}
}

function unescaped(literal: string): string {
	try {
		return JSON.parse(literal) as string;
	} catch {
		throw new Fault();
	}
}
