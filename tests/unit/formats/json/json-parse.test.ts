import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glanceJson, readJson } from '#lib/formats/json/json-parse.ts';
import { JsonNumber, JsonObject, isJsonNumber, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import { UnreadableError } from '#lib/model/problems.ts';

const read = (text: string) => readJson(text, 256).tree;

/** What JSON.parse would have made of it. */
function plain(tree: JsonTree): unknown {
	if (tree instanceof JsonNumber) return Number(tree.text);
	if (Array.isArray(tree)) return tree.map(plain);
	if (!(tree instanceof JsonObject)) return tree;
	return Object.fromEntries([...tree.entries()].map(([key, value]) => [key, plain(value)]));
}

function parsed(text: string): { value: unknown } | null {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return null;
	}
}

function ours(text: string): { value: unknown } | null {
	try {
		return { value: plain(read(text)) };
	} catch (error) {
		expect(error).toBeInstanceOf(UnreadableError);
		return null;
	}
}

describe('reading JSON', () => {
	it('agrees with JSON.parse about every value', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom('', '\t', '  '), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				expect(ours(text)).toEqual(parsed(text));
			})
		);
	});

	it('takes and refuses the same texts as JSON.parse', () => {
		const signs = fc.constantFrom(
			...'{}[],:"\\u0-+.eE1 \n\ttruefalsn'.split(''),
			'null',
			'true',
			'"a"',
			'12'
		);
		fc.assert(
			fc.property(fc.array(signs, { maxLength: 9 }), (list) => {
				const text = list.join('');
				expect(ours(text)).toEqual(parsed(text));
			}),
			{ numRuns: 3000 }
		);
	});

	it('takes and refuses the same when one sign of a whole text is changed', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom(...'{}[],:"\\0-.e \n'), (value, at, sign) => {
				const text = JSON.stringify(value);
				const changed = text.slice(0, at % text.length) + sign + text.slice((at % text.length) + 1);
				expect(ours(changed)).toEqual(parsed(changed));
			})
		);
	});

	it.each(['9007199254740993', '-0', '1.0', '1e3', '1E+400', '0.30000000000000004', '1'.repeat(4000)])(
		'keeps the digits of %.40s',
		(number) => {
			expect(textOf(read(`[${number}]`))).toBe(`[${number}]`);
			expect(textOf(read(number))).toBe(number);
		}
	);

	it('keeps the order of keys, and hostile ones', () => {
		const text = '{"10":1,"9":2,"__proto__":{"x":3},"constructor":null,"":""}';
		expect(textOf(read(text))).toBe(text);
		expect(Object.prototype).not.toHaveProperty('x');
	});

	it('takes the last of two equal keys, and says so', () => {
		const { tree, repeated } = readJson('[{"a":1,"b":2,"a":3},{"c":1,"c":1}]', 9);
		expect(repeated).toEqual({ count: 2, key: 'a' });
		expect(textOf((tree as JsonObject[])[0]!.get('a'))).toBe('3');
		const many = Array.from({ length: 50 }, (_, index) => `"k${index % 49}":0`).join(',');
		expect(readJson(`{${many}}`, 9).repeated).toEqual({ count: 1, key: 'k0' });
	});

	it('stops at the depth given, without overflow', () => {
		expect(() => readJson('['.repeat(3) + ']'.repeat(3), 3)).not.toThrow();
		expect(() => readJson('[{"a":[0]}]', 2)).toThrow(/more than 2 levels/);
		expect(() => readJson('['.repeat(1e6), 256)).toThrow(/more than 256 levels/);
	});

	it('says where a text breaks off', () => {
		expect(() => read('{"a": [1,\n 2')).toThrow(/ends too early, at line 2, column 3/);
		expect(() => read('[1] [2]')).toThrow(/line 1, column 5/);
		expect(() => read('')).toThrow(/empty/);
	});

	it('takes time in proportion to the length', () => {
		read(`[${'"\\n",'.repeat(2e5)}${'{"a":1.5},'.repeat(2e5)}0]`);
		expect(() => read(`["${'a'.repeat(5e6)}`)).toThrow(UnreadableError);
		expect(() => read(`[${'1'.repeat(5e6)}-]`)).toThrow(UnreadableError);
	});
});

describe('a glance at a head', () => {
	it('shows what is complete, wherever it is cut', () => {
		const text = ' {"a": [1, {"b": "c\\n"}, true], "d": null, "e": {}} ';
		const whole = textOf(read(text))!;
		for (let at = 0; at <= text.length; at++) {
			const seen = glanceJson(text.slice(0, at));
			if (seen !== undefined) expect(whole.startsWith(textOf(seen)!.replace(/[\]}]*$/, ''))).toBe(true);
		}
		expect(textOf(glanceJson(text))).toBe(whole);
	});

	it('sees the first of several values, and nothing in other texts', () => {
		expect(textOf(glanceJson('{"a":1}\n{"a":2}'))).toBe('{"a":1}');
		expect(glanceJson('<graphml>')).toBeUndefined();
		expect(glanceJson('')).toBeUndefined();
		expect(glanceJson('['.repeat(65_536))).toBeDefined();
	});
});

describe('numbers', () => {
	it('are what JSON.parse takes for numbers', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.double().map(String), fc.string({ unit: fc.constantFrom(...'0123456789+-.eE ') })),
				(text) => {
					const value = parsed(text)?.value;
					expect(isJsonNumber(text)).toBe(typeof value === 'number' && text.trim() === text);
				}
			)
		);
	});
});
