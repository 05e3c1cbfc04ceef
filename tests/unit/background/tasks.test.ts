import { expect, test } from 'vitest';
import { TASKS } from '#lib/background/tasks.ts';

test('a file in no known format is an answer, not an exception', async () => {
	const answer = await TASKS.read('picture.png', '\u0089PNG');
	expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('picture.png') });
	expect(structuredClone(answer)).toEqual(answer);
});

test('a file that is not UTF-8 is said to be none', async () => {
	const latin = new Blob([new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d])]);
	expect(await TASKS.read('a.json', latin)).toMatchObject({
		ok: false,
		message: expect.stringContaining('UTF-8')
	});
});

test('an error of ours is not taken for an unreadable file', async () => {
	const broken = { arrayBuffer: () => Promise.reject(new RangeError('out of memory')) } as unknown as Blob;
	await expect(TASKS.read('a.json', broken)).rejects.toThrow('out of memory');
});
