/** Files that cannot be read, or should not: a sentence with what, where and what to do, and nothing changes. */
import { Buffer } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundled, expect, test } from './app.ts';
import { ImportDialog } from './import-dialog.ts';
import { GEXF, bomb, largeTable } from './import-files.ts';

const HOME = `${bundled.actors.length} actors and ${bundled.relations.length} relations`;

const GRAPHML = `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">
<node id="a"/><node id="b"/>
<edge source="a" target="b"/>
</graph></graphml>`;

const XLS = Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(2000, 1)]);
const COLUMNS = Array.from({ length: 10_000 }, (_, column) => `column ${column}`).join(',');

const FAULTS: readonly [name: string, content: string | Buffer, words: readonly RegExp[]][] = [
	['cut.graphml', GRAPHML.slice(0, -30), [/ends too early, at line 4, column 18/, /whole copy/]],
	['broken.graphml', GRAPHML.replace('<node id="b"/>', '<node id=b/>'), [/line 3/, /quote|attribute/i]],
	['old.xls', XLS, [/Excel/, /\.xlsx/]],
	['data.csv', '<!doctype html><html><body>404 Not found</body></html>', [/web page/, /download/]],
	['picture.csv', Buffer.from('89504E470D0A1A0A0000000D49484452', 'hex'), [/picture|image/i]],
	['bomb.zip', bomb(), [/more than 100 times its size/, /unpack it yourself/i]],
	['wide.csv', `${COLUMNS}\n1,2,3\n`, [/more than 2000 columns/, /columns that matter/]],
	['half.gz', gzipSync(GEXF).subarray(0, 300), [/damaged or breaks off/, /whole copy/]],
	['empty.csv', '', [/empty/, /another file/]],
	['nobody.json', '{"nodes":[],"links":[]}', [/no actor and no relation/, /right file/]]
];

test('a file that cannot be read changes nothing', async ({ app, page }) => {
	test.slow();
	await app.open();
	for (const [name, content, words] of FAULTS) {
		await test.step(name, async () => {
			await new ImportDialog(app).choose([{ name, content }]);
			const alert = page.getByRole('alert');
			await expect(alert).toContainText(`“${name}” was not opened; what was open still is.`);
			for (const one of words) await expect(alert).toContainText(one);
			await expect(app.receipt).toContainText(HOME);
			await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
			await expect(page.getByRole('dialog')).toHaveCount(0);
		});
	}
});

test('a limit can be raised by whoever trusts the file', async ({ app, page }) => {
	await app.open();
	const dialog = new ImportDialog(app);
	const header = Array.from({ length: 3000 }, (_, column) => `column ${column}`);
	await dialog.choose([{ name: 'wide.csv', content: `from,to,${header.join(',')}\na,b,c\n` }]);
	await expect(page.getByRole('alert')).toContainText('more than 2000 columns');
	await page.getByRole('alert').getByRole('button', { name: 'Read it all the same' }).click();
	await expect(dialog.receipt).toContainText('2 actors, 1 relation');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(dialog.root).toContainText('2,942 more columns are kept beside the relations.');
	await page.keyboard.press('Escape');
});

test('a wrong answer in the dialog is said there, and can be taken back', async ({ app, page }) => {
	await app.open();
	const dialog = new ImportDialog(app);
	await dialog.choose([
		{ name: 'a.gexf', content: GEXF },
		{ name: 'b.graphml', content: GRAPHML.slice(0, -30) }
	]);
	await expect(dialog.root).toContainText('There are several files that can be read. Which one?');
	await dialog.root.getByRole('button', { name: /^b\.graphml/ }).click();
	await expect(dialog.root.getByRole('alert')).toContainText('at line 4, column 18');
	await dialog.root.getByRole('button', { name: /^a\.gexf/ }).click();
	await expect(dialog.receipt).toContainText('3 actors, 2 relations');
	await expect(dialog.root.getByRole('alert')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(app.receipt).toContainText(HOME);
});

test.describe('20 MB of a table', () => {
	const folder = mkdtempSync(join(tmpdir(), 'dramatis-import-'));
	const file = join(folder, 'large.csv');
	test.beforeAll(() => writeFileSync(file, largeTable(250_000)));
	test.afterAll(() => rmSync(folder, { recursive: true }));

	test('is left at once when reading is cancelled', async ({ app, page }) => {
		await app.open();
		const dialog = new ImportDialog(app);
		await dialog.choose([file]);
		const task = page.getByRole('group', { name: 'Reading large.csv' });
		await expect(task).toContainText(/[\d,]+ elements/);
		const since = await page.evaluate(() => performance.now());
		await task.getByRole('button', { name: 'Cancel' }).click();
		await expect(task).toHaveCount(0);
		await expect(app.announcer).toContainText('Opening was cancelled.');
		expect((await page.evaluate(() => performance.now())) - since).toBeLessThan(2000);
		await expect(app.receipt).toContainText(HOME);
		await expect(page.getByRole('dialog')).toHaveCount(0);
		expect(page.workers()).toEqual([]);
	});

	test('is read without a task on the page that takes longer than 50 ms', async ({ app, page }) => {
		test.slow();
		await app.open();
		await page.evaluate(watchTasks);
		const dialog = new ImportDialog(app);
		await dialog.choose([file]);
		await expect(dialog.receipt).toContainText('250,000 rows in the file', { timeout: 120_000 });
		const { from, to, tasks } = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
		const during = tasks.filter(([start]) => start >= from && start < to).map(([, length]) => length);
		const words = during.map((length) => `${Math.round(length)} ms`).join(', ') || 'none';
		console.log(`20 MB in ${((to - from) / 1000).toFixed(1)} s; tasks over 50 ms meanwhile: ${words}`);
		expect(to - from).toBeGreaterThan(500);
		// A machine that is busy with other things makes every task so much longer.
		const busy = Math.max(1, loadavg()[0]! / cpus().length);
		expect(during.filter((length) => length > 50 * busy)).toEqual([]);
		await dialog.root.getByRole('button', { name: 'Cancel' }).click();
		await expect(app.receipt).toContainText(HOME);
		await expect.poll(() => page.workers().length).toBe(0);
	});
});

/** In the page's milliseconds: while a file was read, and the tasks that the browser calls long. */
interface Seen {
	from: number;
	to: number;
	readonly tasks: [start: number, length: number][];
}

/** Runs in the page. */
function watchTasks(): void {
	const seen: Seen = { from: 0, to: 0, tasks: [] };
	Object.assign(globalThis, { seen });
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) seen.tasks.push([startTime, duration]);
	}).observe({ type: 'longtask' });
	new MutationObserver(() => {
		const isReading = document.querySelector('[role="group"][aria-label^="Reading"]') !== null;
		if (isReading && seen.from === 0) seen.from = performance.now();
		if (!isReading && seen.from > 0 && seen.to === 0) seen.to = performance.now();
	}).observe(document.body, { subtree: true, childList: true });
}
