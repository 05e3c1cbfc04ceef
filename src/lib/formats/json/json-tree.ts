/**
 * What a JSON text holds, as it stands there: numbers keep their digits, objects the order of their keys and keys
 * that are there twice. JSON.parse rounds 9007199254740993, moves the key "10" to the front and forgets the first
 * of two equal keys; ids and values of a file must survive all three.
 */

/** A number as the file writes it. */
export class JsonNumber {
	constructor(readonly text: string) {}
}

/** Keys and values side by side, in the order of the file. Any text is a key, `__proto__` too. */
export class JsonObject {
	readonly keys: string[] = [];
	readonly values: JsonTree[] = [];

	/** The value of a key, the last of several as JSON.parse has it; undefined when there is none. */
	get(key: string): JsonTree | undefined {
		const index = this.keys.lastIndexOf(key);
		return index < 0 ? undefined : this.values[index];
	}

	has(key: string): boolean {
		return this.keys.includes(key);
	}

	*entries(): Generator<[key: string, value: JsonTree]> {
		for (const [index, key] of this.keys.entries()) {
			const value = this.values[index];
			// The last key of a head that breaks off has no value.
			if (value !== undefined) yield [key, value];
		}
	}
}

export type JsonTree = string | boolean | null | JsonNumber | JsonObject | JsonTree[];

/** The members of an object; none for anything else. */
export function membersOf(value: JsonTree | undefined): JsonObject {
	return value instanceof JsonObject ? value : new JsonObject();
}

/** The entries of a list; none for anything else. */
export function listOf(value: JsonTree | undefined): readonly JsonTree[] {
	return Array.isArray(value) ? value : [];
}

/**
 * A value as the text of a column: texts and numbers as they stand, `true` and `false` as words, lists and objects
 * as JSON on one line. Undefined for null and for nothing. Calls itself for each level, of which parsing allows few.
 */
export function textOf(value: JsonTree | undefined): string | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'string') return value;
	return jsonOf(value);
}

/** A text or a number, as text; undefined for anything else. What an id may be. */
export function idOf(value: JsonTree | undefined): string | undefined {
	return typeof value === 'string' ? value : value instanceof JsonNumber ? value.text : undefined;
}

function jsonOf(value: JsonTree): string {
	if (typeof value === 'string') return JSON.stringify(value);
	if (value instanceof JsonNumber) return value.text;
	if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
	if (!(value instanceof JsonObject)) return String(value);
	const members = [...value.entries()].map(([key, inner]) => `${JSON.stringify(key)}:${jsonOf(inner)}`);
	return `{${members.join(',')}}`;
}

/** Whether a text is a number as JSON writes it, so that it can stand in a file without quotes. */
export function isJsonNumber(text: string): boolean {
	// Without the limit a hostile value could exhaust the stack of the regular expression.
	return text.length <= 64 && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}
