import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LARGEST_TEXT, attachText, type Attached } from '#lib/background/attach.ts';
import { attachInBackground } from '#lib/background/client.ts';
import { TASKS } from '#lib/background/tasks.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { endPretence, pretendBrowser } from './fake-worker.ts';

afterEach(endPretence);

const TEXT = 'The envoy came. 😀 He spoke to the groups.\nThey stopped on the next day, all of them but one.';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const claims = [
	{ id: 'c', start: 18, end: 42 },
	{ id: 'quoted', quote: { exact: 'stopped on the next day' } },
	{ id: 'outside', start: 18, end: 420 }
];

const attached = async (data: string | Blob, wanted: string | undefined = sha256(TEXT)) => {
	const answer = await attachText(data, wanted, claims);
	if (!answer.ok) throw new Error(answer.message);
	return answer as Attached;
};

describe('the very text', () => {
	test('is known by its hash, and its passages by their positions', async () => {
		const { identity, anchors, sha256: own } = await attached(new Blob([TEXT]), sha256(TEXT).toUpperCase());
		expect([identity, own]).toEqual(['same', sha256(TEXT)]);
		expect(anchors.map(({ claim, start, end, sureness }) => [claim, start, end, sureness])).toEqual([
			['c', 18, 42, 'certain'],
			['quoted', 47, 70, 'certain'],
			['outside', 0, 0, 'not found']
		]);
		expect([...TEXT].slice(47, 70).join('')).toBe('stopped on the next day');
	});

	test.each([
		['with Windows line ends', TEXT.replaceAll('\n', '\r\n')],
		['with a mark at its start', `\uFEFF${TEXT}`],
		['with an empty line at its end', `${TEXT}\n\n`]
	])('is known %s', async (_, data) => {
		const { identity, text } = await attached(new Blob([data]));
		expect([identity, text]).toEqual(['same', TEXT]);
	});

	test.each(['le', 'be'])('is known in UTF-16 (%s) with a byte order mark', async (order) => {
		const bytes = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');
		if (order === 'be') bytes.swap16();
		const { identity, text } = await attached(new Blob([bytes]));
		expect([identity, text]).toEqual(['same', TEXT]);
	});

	test('keeps a mark at its start when its hash has it', async () => {
		const { identity, text } = await attached(new Blob([`\uFEFF${TEXT}`]), sha256(`\uFEFF${TEXT}`));
		expect([identity, text]).toEqual(['same', `\uFEFF${TEXT}`]);
	});
});

describe('another text', () => {
	test('is said to be another: positions are not believed', async () => {
		const { identity, anchors } = await attached(TEXT.replace('came', 'left'));
		expect(identity).toBe('other');
		expect(anchors.map(({ sureness }) => sureness)).toEqual(['not found', 'certain', 'not found']);
	});

	test('of a source without a hash is neither this nor that', async () => {
		const answer = await attachText(TEXT, undefined, claims);
		expect(answer).toMatchObject({ identity: 'unnamed', sha256: sha256(TEXT) });
	});

	test('is not checked where the page may not', async () => {
		vi.stubGlobal('crypto', {});
		expect(await attached(TEXT)).toMatchObject({ identity: 'unchecked', sha256: null });
	});
});

test('a text may be of pictures alone', async () => {
	expect(await attachText('😀 👩‍👧', undefined, [])).toMatchObject({ ok: true });
});

describe('no text', () => {
	test.each([
		['not UTF-8', new Blob([Uint8Array.of(0x41, 0xff, 0xfe)]), 'The file is not text in UTF-8.'],
		['half of UTF-16', new Blob([Uint8Array.of(0xff, 0xfe, 0x41)]), 'The file is not text in UTF-8.'],
		['bytes', 'a\0b', 'The file is not plain text.'],
		['empty', '', 'There is no text in it.'],
		['blank', ' \n…', 'There is no text in it.'],
		['too large', { size: LARGEST_TEXT + 1 } as Blob, 'The text has 34 MB; at most 32 MB can be read.']
	])('%s', async (_, data, message) => {
		expect(await attachText(data, undefined, [])).toMatchObject({ ok: false, message });
	});
});

test('all of it can be done in the background', async () => {
	pretendBrowser(TASKS);
	expect(await attachInBackground(TEXT, sha256(TEXT), claims)).toEqual({
		ok: true,
		...(await attached(TEXT))
	});
	const error = await attachInBackground('', undefined, []).catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(UnreadableError);
	expect(error).toMatchObject({ message: 'There is no text in it.' });
});
