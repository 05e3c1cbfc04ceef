import { expect, test } from 'vitest';
import { outcome, stage, twinsOf } from '#lib/background/import-tasks.ts';
import { emptyDocument, type Actor } from '#lib/model/document.ts';

const person = (id: string, name: string): Actor => ({ id, name, kind: 'person' });

test('of several actors that look like one, the one of the very same name is offered', async () => {
	const here = [person('a1', 'JÜRGEN GROSS'), person('a2', 'Jürgen Groß')];
	const coming = { ...emptyDocument('More'), actors: [person('a1', 'Jürgen Groß')] };
	expect(await twinsOf(coming, here)).toEqual([
		{ here: 'a2', coming: 'a1', names: ['Jürgen Groß', 'Jürgen Groß'], reason: 'name' }
	]);
});

test('what is too large to be worked with is refused with the numbers, and can be raised', async () => {
	const rows = Array.from({ length: 60 }, (_, i) => `a${i},b${i}`);
	const files = [{ name: 'pairs.csv', data: new Blob([`source,target\n${rows.join('\n')}\n`]) }];
	const outcomeWith = async (records?: number) => {
		const limits = records === undefined ? {} : { limits: { records } };
		const found = await stage(files, limits, () => undefined);
		if (!found.ok || found.value.what !== 'graph') throw new Error('not read');
		return outcome(found.value.mapping);
	};
	expect(await outcomeWith()).toMatchObject({ ok: true });
	expect(await outcomeWith(179)).toMatchObject({
		ok: false,
		limit: 'records',
		message:
			'It comes to 180 records (actors 120, relations 60, claims 0), and 179 are the most that can be worked with here.'
	});
});
