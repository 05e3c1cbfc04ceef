import { expect, test } from 'vitest';
import { twinsOf } from '#lib/background/import-tasks.ts';
import { emptyDocument, type Actor } from '#lib/model/document.ts';

const person = (id: string, name: string): Actor => ({ id, name, kind: 'person' });

test('of several actors that look like one, the one of the very same name is offered', async () => {
	const here = [person('a1', 'JÜRGEN GROSS'), person('a2', 'Jürgen Groß')];
	const coming = { ...emptyDocument('More'), actors: [person('a1', 'Jürgen Groß')] };
	expect(await twinsOf(coming, here)).toEqual([
		{ here: 'a2', coming: 'a1', names: ['Jürgen Groß', 'Jürgen Groß'], reason: 'name' }
	]);
});
