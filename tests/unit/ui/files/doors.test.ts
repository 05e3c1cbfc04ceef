import { afterEach, describe, expect, it, vi } from 'vitest';
import { droppedIn, fileAt, pastedIn } from '#lib/ui/files/doors.ts';

const page = 'https://example.org/app/';

afterEach(() => vi.unstubAllGlobals());

/** A body that never ends, and how many of its pieces were asked for. */
function endless() {
	const asked = { pieces: 0, cancelled: false };
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			asked.pieces++;
			controller.enqueue(new Uint8Array(1024));
		},
		cancel() {
			asked.cancelled = true;
		}
	});
	return { asked, body };
}

function answering(answer: (signal: AbortSignal | undefined) => Response | Promise<Response>) {
	const fetch = vi.fn((_: URL, { signal }: { signal?: AbortSignal }) => Promise.resolve(answer(signal)));
	vi.stubGlobal('fetch', fetch);
	return fetch;
}

describe('a file by its address', () => {
	it('has the name of the address and what is there', async () => {
		answering(() => new Response('a,b'));
		const file = await fileAt('data/%C3%A9.csv?x#y', { page });
		expect([file.name, await file.text()]).toEqual(['é.csv', 'a,b']);
		expect((await fileAt('data/', { page })).name).toBe('file');
	});

	it('keeps a name whose escapes are none as it stands', async () => {
		answering(() => new Response('a,b'));
		expect((await fileAt('pct%zz.csv', { page })).name).toBe('pct%zz.csv');
	});

	it('is of this site and nothing else is fetched', async () => {
		const fetch = answering(() => new Response(''));
		for (const address of ['https://example.com/a', '//example.com/a', 'data:,a', 'http://[', 'javascript:1'])
			await expect(fileAt(address, { page })).rejects.toThrow('Only files of this site');
		expect(fetch).not.toHaveBeenCalled();
	});

	it('that is too large is not loaded to its end', async () => {
		const { asked, body } = endless();
		answering(() => new Response(body));
		await expect(fileAt('big.csv', { page, most: 3 * 1024 * 1024 })).rejects.toThrow('larger than 3 MB');
		expect(asked.pieces).toBeLessThan(3 * 1024 + 10);
		expect(asked.cancelled).toBe(true);
	});

	it('that leads elsewhere or breaks off is refused in words', async () => {
		answering(() => Promise.reject(new TypeError('Failed to fetch')));
		await expect(fileAt('a.csv', { page })).rejects.toThrow('redirected to another place, or the connection');
		const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('network')) });
		answering(() => new Response(body));
		await expect(fileAt('a.csv', { page })).rejects.toThrow('redirected to another place, or the connection');
		answering(() => new Response('', { status: 404 }));
		await expect(fileAt('a.csv', { page })).rejects.toThrow('no such file here (404)');
	});

	it('stops when nobody wants it any more', async () => {
		const ending = new AbortController();
		answering((signal) => {
			const start = (body: ReadableStreamDefaultController) =>
				signal?.addEventListener('abort', () => body.error(signal.reason));
			return new Response(new ReadableStream({ start }));
		});
		const file = fileAt('a.csv', { page, signal: ending.signal });
		ending.abort();
		await expect(file).rejects.toMatchObject({ name: 'AbortError' });
	});
});

/** A transfer as a browser hands it over: folders are among the files, as files without anything in them. */
function transfer(names: readonly string[], text = ''): DataTransfer {
	const files = names.map((name) => new File([name], name.replace('/', '')));
	const items = files.map((file, at) => ({
		kind: 'file',
		getAsFile: () => file,
		webkitGetAsEntry: () => ({ isDirectory: names[at]!.endsWith('/'), name: file.name })
	}));
	return { files, items, getData: () => text } as unknown as DataTransfer;
}

describe('what is dropped or pasted', () => {
	const said = ({ files, folders }: ReturnType<typeof droppedIn>) => [files.map(({ name }) => name), folders];

	it('has folders apart from files', () => {
		expect(said(droppedIn(transfer(['a.csv', 'data/', 'b.csv'])))).toEqual([['a.csv', 'b.csv'], ['data']]);
		expect(said(droppedIn(transfer(['data/'])))).toEqual([[], ['data']]);
		expect(said(droppedIn(transfer(['a.csv'])))).toEqual([['a.csv'], []]);
		expect(said(droppedIn(null))).toEqual([[], []]);
	});

	it('is a text where no file is pasted', () => {
		expect(said(pastedIn(transfer(['data/'], 'x')))).toEqual([[], ['data']]);
		expect(said(pastedIn(transfer([], 'x')))).toEqual([['pasted text'], []]);
		expect(said(pastedIn(transfer([], ' ')))).toEqual([[], []]);
	});
});
