import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSyntaxFault } from '#lib/formats/json/json-syntax.ts';

function parses(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

describe('findSyntaxFault', () => {
	it.each([
		['', 0, 'a value'],
		['{"a": 1,}', 8, 'a key in double quotes'],
		['[1,]', 3, 'a value'],
		['[1 2]', 3, 'a comma or a closing bracket'],
		['{"a" 1}', 5, 'a colon'],
		["{'a': 1}", 1, 'a key in double quotes or }'],
		['[1}', 2, 'a comma or a closing bracket'],
		['{]', 1, 'a key in double quotes or }'],
		['{} {}', 3, 'the end of the file'],
		['["a', 3, 'the closing quote of a text'],
		['["a\nb"]', 3, 'no line break or control character inside a text'],
		['["\\x"]', 2, 'two backslashes, or none'],
		['["\\u12g4"]', 2, 'two backslashes, or none'],
		['[NaN]', 1, 'a value or ]'],
		['[-]', 2, 'a digit'],
		['[1.]', 3, 'a digit'],
		['[1e+]', 4, 'a digit'],
		['[01]', 2, 'a comma or a closing bracket'],
		['// no', 0, 'a value']
	])('finds the fault in %j', (text, offset, expected) => {
		expect(findSyntaxFault(text)).toEqual({ offset, expected });
	});

	it('finds none in JSON', () => {
		fc.assert(fc.property(fc.json(), (text) => findSyntaxFault(text) === null));
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom(' ', '\t'), (value, space) => {
				return findSyntaxFault(JSON.stringify(value, null, space)) === null;
			})
		);
	});

	it('finds one exactly where JSON.parse does', () => {
		const scrap = fc.oneof(
			fc.constantFrom(...'"{}[],:-+.eE019\\/u \t\n\u0000\ufeff', 'null', 'true', '\\u00e9', '\u00a0'),
			fc.string({ maxLength: 2 })
		);
		fc.assert(
			fc.property(fc.json(), fc.nat(), fc.nat({ max: 3 }), scrap, (whole, at, length, put) => {
				const start = at % (whole.length + 1);
				const text = whole.slice(0, start) + put + whole.slice(start + length);
				expect(findSyntaxFault(text) === null, JSON.stringify(text)).toBe(parses(text));
			}),
			{ numRuns: 2000 }
		);
	});

	it('is not upset by depth or length', () => {
		const deep = 100_000;
		expect(findSyntaxFault('['.repeat(deep))?.offset).toBe(deep);
		expect(findSyntaxFault(`["${'x'.repeat(1_000_000)}", ${'9'.repeat(1_000_000)}]`)).toBeNull();
	});
});
