import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, isArticle, oneEditApart, skeleton, skeletons } from '#lib/analysis/spelling.ts';

/** Any sequence of code units, lone surrogates included. */
const anyText = fc
	.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
	.map((units) => String.fromCharCode(...units));
const arabicText = fc
	.array(fc.integer({ min: 0x600, max: 0x6ff }), { maxLength: 12 })
	.map((points) => String.fromCodePoint(...points));

describe('fold', () => {
	it.each([
		["Kata'ib Hezbollah", 'kataib hezbollah'],
		['Kataʾib Ḥizbu’llāh', 'kataib hizbullah'],
		['Kata´ib Kata`ib Kata‘ib Kataʿib', 'kataib kataib kataib kataib'],
		['Mohammed Shia al-Sudani', 'mohammed shia al sudani'],
		['  U.S.-led   coalition ', 'us led coalition'],
		['St. Petersburg, A.', 'st petersburg a'],
		['Şırnak İstanbul Łódź', 'sirnak istanbul lodz'],
		['__proto__', 'proto'],
		['ΟΔΟΣ', 'οδοσ'],
		['كتائب حزب الله', 'كتايب حزب الله'],
		['کتائب حزب‌الله', 'كتايب حزب الله'],
		['قاآنی', 'قااني'],
		['فَيْلَقُ الْقُدْسِ', 'فيلق القدس'],
		['إيران أيران آيران ٱيران', 'ايران ايران ايران ايران'],
		['فاطمة حزبـــ الله', 'فاطمه حزب الله'],
		['النجباء', 'النجبا'],
		['١٢٣ ۴۵۶', '123 456'],
		['\u202eKataib\u202c \u2067Hez\u00adbollah\u2069', 'kataib hezbollah'],
		['', ''],
		[' \n\t ', '']
	])('reads %j as %j', (text, expected) => {
		expect(fold(text)).toBe(expected);
	});

	it('keeps a text of nothing but signs', () => {
		expect(fold(' !!! ')).toBe('!!!');
		expect(fold('★')).toBe('★');
	});

	it('changes nothing the second time', () => {
		fc.assert(fc.property(fc.oneof(anyText, arabicText), (text) => fold(fold(text)) === fold(text)));
	});

	it('does not care for case and diacritics', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-z éüñçşğ]{0,20}$/), (text) => {
				expect(fold(text.toUpperCase())).toBe(fold(text));
				expect(fold(text.normalize('NFD'))).toBe(fold(text));
			})
		);
	});

	// Work that grows with the square of the length would take hours here.
	it.each(['a.', "a'", 'é', 'آ', '\ud800', '\u202e', 'a ', '! '])(
		'reads a million characters of %j',
		(pair) => {
			expect(fold(pair.repeat(500_000))).toBeTypeOf('string');
		},
		20_000
	);
});

describe('skeleton', () => {
	it.each([
		['Kataib', "Kata'ib", 'Ketaeb', 'Kataeb', 'كتائب', 'کتائب'],
		['Hezbollah', 'Hizballah', 'Hizbullah', 'Hizbollah', 'Hisbollah', 'حزب الله', 'حزب‌الله'],
		['Qaani', 'Ghaani', 'Ghani', "Qa'ani", 'Qani', 'قاآنی', 'قاآني'],
		['Esmail', 'Ismail', "Isma'il", 'Esmaeil', 'إسماعيل', 'اسماعیل'],
		['Sudani', 'Soudani', 'سوداني'],
		['Muhammad', 'Mohammed', 'Mohamed', 'Mohammad', 'Mouhamed', 'محمد', 'مُحَمَّد'],
		['Quds', 'Qods', 'Kuds', 'Ghods', 'قدس'],
		['Soleimani', 'Suleimani', 'Soleymani', 'سليماني', 'سلیمانی'],
		['Nujaba', 'نجباء'],
		['Qassem', 'Kassem', 'Kacem', 'Ghasem', 'قاسم'],
		['Kadhimi', 'Kazemi', 'كاظمي'],
		['Uthman', 'Osman', 'عثمان'],
		['Javad', 'Jawad', 'جواد'],
		['Wissam', 'Ouissam', 'وسام'],
		['Yusuf', 'Youssef', 'يوسف'],
		['Fatima', 'Fatimah', 'Fatemeh', 'فاطمة', 'فاطمه'],
		['Saleh', 'Salih', 'Salah', 'صالح'],
		['Shahin', 'Chahine', 'شاهين'],
		['Khamenei', 'Khaminai', 'خامنئي'],
		['Pakistan', 'باكستان', 'پاکستان'],
		['Iraq', 'Irak', 'عراق'],
		['Tatar', 'تتار'],
		['Ypsilanti', 'Ipsilanti']
	])('is the same for %s and its other spellings', (first, ...others) => {
		expect(others.map(skeleton)).toEqual(others.map(() => skeleton(first)));
		expect(skeleton(first).length).toBeGreaterThan(1);
	});

	it.each([
		['Kataib', 'Khatib'],
		['Iran', 'Iraq'],
		['Badr', 'Sadr'],
		['Hamas', 'Abbas'],
		['Hadi', 'Mahdi'],
		['Iran', 'Rania']
	])('tells %s from %s', (one, other) => {
		expect(skeleton(one)).not.toBe(skeleton(other));
	});

	it('leaves other scripts and digits as they are', () => {
		expect(skeleton('Тегеран')).toBe('тегеран');
		expect(skeleton('22')).toBe('2');
		expect(skeleton('tower22')).toBe('tr2');
	});

	it('sees only what fold leaves, and something whenever there is something', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, arabicText), (text) => {
				expect(skeleton(fold(text))).toBe(skeleton(text));
				expect(skeleton(text) === '').toBe(fold(text) === '');
			})
		);
	});
});

describe('skeletons', () => {
	it('reads a word with and without its article', () => {
		expect(skeletons('السوداني')).toContain(skeleton('Sudani'));
		expect(skeletons('alsudani')).toContain(skeleton('Sudani'));
		expect(skeletons('الله')).not.toContain(skeleton('له'));
		expect(skeletons('ali')).toEqual([skeleton('ali')]);
	});

	it('reads letters that are heard in two ways', () => {
		expect(skeletons('رضا')).toEqual(expect.arrayContaining([skeleton('Reza'), skeleton('Rida')]));
		expect(skeletons('حركه')).toContain(skeleton('Harakat'));
	});

	it('has the skeleton itself first', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, arabicText).map(fold), (word) => skeletons(word)[0] === skeleton(word))
		);
	});
});

describe('isArticle', () => {
	it('knows articles that take the next sound', () => {
		expect(isArticle('al', 'quds')).toBe(true);
		expect(isArticle('ash', 'shaabi')).toBe(true);
		expect(isArticle('as', 'sudani')).toBe(true);
		expect(isArticle('as', 'quds')).toBe(false);
		expect(isArticle('us', 'strikes')).toBe(false);
		expect(isArticle('ali', '')).toBe(false);
	});
});

describe('oneEditApart', () => {
	const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

	it('agrees with trying all edits', () => {
		fc.assert(
			fc.property(word, word, (one, other) => {
				expect(oneEditApart(one, other)).toBe(one !== other && allEdits(one).has(other));
			}),
			{ numRuns: 2000 }
		);
	});

	it('finds every edit', () => {
		fc.assert(
			fc.property(word, (one) => {
				for (const other of allEdits(one)) expect(oneEditApart(one, other)).toBe(other !== one);
			})
		);
	});
});

/** All words of the letters a, b, c that one edit makes of a word, found the slow way. */
function allEdits(word: string): Set<string> {
	const edits = new Set<string>();
	for (let i = 0; i <= word.length; i++) {
		const [before, after] = [word.slice(0, i), word.slice(i)];
		if (after) edits.add(before + after.slice(1));
		if (after.length > 1) edits.add(before + after[1] + after[0] + after.slice(2));
		for (const letter of 'abc') {
			edits.add(before + letter + after);
			if (after) edits.add(before + letter + after.slice(1));
		}
	}
	return edits;
}
