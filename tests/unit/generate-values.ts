/** Ids, texts, dates and points made at random, those known to break things among them. */
import fc from 'fast-check';
import type { Id, Point } from '#lib/model/document.ts';

const HOSTILE_IDS = [
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', 'id'],
	...['', ' ', '\u200b', '0', '-0', '00', '1e3', 'NaN', 'null', 'undefined', 'true', '9007199254740993'],
	...['a', 'A', '\u00e9', 'e\u0301', 'n0', 'e0', 'a1', 'r1'],
	...[
		'x"], node[id = "y',
		"it's",
		'<b>&amp;</b>',
		'a\nb',
		'a\u0000b',
		'\\',
		'#',
		'.',
		'*',
		'%s',
		'x'.repeat(300)
	]
];
const HOSTILE_TEXTS = [
	...[
		'<img src=x onerror=alert(1)>',
		']]>',
		'--',
		'"quoted", and; separated\tby\r\nall',
		'=1+1',
		'\ufeffmark'
	],
	...[
		'\u202eright to left',
		'\u0642\u0648\u0629 \u0627\u0644\u0642\u062f\u0633',
		'\ud83d\udc68\u200d\ud83d\udc69',
		'e\u0301',
		'word '.repeat(60)
	]
];
const WHENS = [
	...['2024-01-29', '2024-01', '2014', '2024-01-28~', '2024-01-28?', '[2024-01-27..2024-01-28]'],
	...['2024-01-27/2024-01-28', '2014/..', '/2024-02-04']
];

/** Ids, those known to break things among them. */
export const anyId: fc.Arbitrary<Id> = fc.oneof(
	fc.constantFrom(...HOSTILE_IDS),
	fc.string({ maxLength: 4 }),
	fc.string({ unit: 'binary', maxLength: 12 })
);

/** Words, markup, and any other text without half surrogate pairs; control characters too. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
	fc.lorem({ maxCount: 4 }),
	fc.constantFrom(...HOSTILE_TEXTS),
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.string({ unit: 'binary', maxLength: 20 })
);

/** EDTF of every shape that the file format names. */
export const anyWhen: fc.Arbitrary<string> = fc.constantFrom(...WHENS);

/** Never -0, which JSON cannot write. */
export const anyPoint: fc.Arbitrary<Point> = fc
	.tuple(coordinate(), coordinate())
	.map(([x, y]): Point => [x + 0, y + 0]);

function coordinate(): fc.Arbitrary<number> {
	return fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
}
