/** Where storage works it is tested in a browser, with the reader: tests/component/reader.test.ts. */
import { afterEach, expect, test, vi } from 'vitest';
import { StorageError, forgetText, keepText, keptText, keptTexts } from '#lib/storage/texts.ts';

afterEach(() => vi.unstubAllGlobals());

const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
const TRIES = [
	['keep', () => keepText({ sha256: 'a', source: 's', text: 't' })],
	['find', () => keptText('a')],
	['forget', () => forgetText('a')],
	['list', () => keptTexts()]
] as const;

test.each(TRIES)('without storage, to %s fails with words', async (_, tried) => {
	const error = await caught(tried());
	expect(error).toBeInstanceOf(StorageError);
	expect(error).toMatchObject({ message: expect.stringContaining('does not let the page keep anything') });
});

test('a full disk is called one', async () => {
	const open = () => {
		throw new DOMException('full', 'QuotaExceededError');
	};
	vi.stubGlobal('indexedDB', { open });
	const error = await caught(TRIES[0][1]());
	expect(error).toMatchObject({ message: expect.stringContaining('no room left') });
});
