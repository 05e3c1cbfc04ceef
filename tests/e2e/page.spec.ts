/** A document handed over as a page: saved from the site, opened from disk, without a network. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { readNative } from '#lib/formats/native/native.ts';
import { contentOfPage } from '#lib/formats/page.ts';
import { App, expect, test as base } from './app.ts';

interface Opened {
	readonly app: App;
	readonly page: Page;
	readonly path: string;
}

/** Opens a page of HTML from disk. */
type OpenFromDisk = (
	html: string,
	before?: (page: Page) => Promise<unknown>,
	fragment?: string
) => Promise<Opened>;

/** Watches what is opened from disk as `app` watches the site: it may ask for itself and for nothing else. */
const test = base.extend<{ openFromDisk: OpenFromDisk }>({
	openFromDisk: async ({ browser }, use, info) => {
		const wrong: string[] = [];
		const opened: Opened[] = [];
		await use(async (html, before, fragment = '') => {
			const path = info.outputPath(`page-${opened.length}.html`);
			writeFileSync(path, html);
			const address = pathToFileURL(path).href;
			const page = await offlinePage(browser);
			watch(page, address, wrong);
			await before?.(page);
			await page.goto(address + fragment);
			const app = new App(page);
			opened.push({ app, page, path });
			return { app, page, path };
		});
		// As it is at the end of a test, like the site's.
		wrong.push(...((await opened.at(-1)?.app.violations()) ?? []));
		for (const { page } of opened) await page.context().close();
		expect(wrong).toEqual([]);
	}
});

async function offlinePage(browser: Browser): Promise<Page> {
	const context = await browser.newContext({
		offline: true,
		viewport: { width: 1440, height: 900 },
		reducedMotion: 'reduce'
	});
	return context.newPage();
}

function watch(page: Page, address: string, wrong: string[]): void {
	page.on('request', (request) => {
		const url = request.url();
		// A worker made out of the page itself is no request to anybody.
		if (url.replace(/#.*/s, '') !== address && !url.startsWith('blob:')) wrong.push(`request to ${url}`);
	});
	page.on('console', (message) => {
		if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
	page.on('dialog', (dialog) => {
		wrong.push(`a script of the document ran: ${dialog.message()}`);
		void dialog.dismiss();
	});
}

/** Saves what is open as a page, by its command. */
async function savedPage(app: App, choice?: string): Promise<{ name: string; html: string }> {
	const saving = app.page.waitForEvent('download');
	await app.command('Save as a page');
	if (choice) await app.page.getByRole('button', { name: choice }).click();
	const download = await saving;
	return { name: download.suggestedFilename(), html: readFileSync(await download.path(), 'utf8') };
}

test('the bundled report in its view opens from disk, offline, and is explored', async ({
	app,
	page,
	openFromDisk
}) => {
	await app.open('v1&theme=dark&asof=2024-01-30&types=meets');
	await app.search.fill('kataib');
	await page.keyboard.press('Enter');
	await expect(app.details.getByRole('heading', { name: 'Kataib Hezbollah' })).toBeVisible();
	const receipt = await app.receipt.innerText();
	const { name, html } = await savedPage(app);
	expect(name).toBe('the-quds-force-commander-in-baghdad-january-2024.html');
	expect(Buffer.byteLength(html)).toBeLessThan(2_000_000);
	await expect(page.getByRole('alert')).toContainText(`Page saved: ${name}, 1.`);

	const copy = await openFromDisk(html);
	await expect(copy.app.receipt).toHaveText(receipt);
	await expect(copy.page).toHaveTitle('The Quds Force commander in Baghdad, January 2024 · Dramatis');
	await expect(copy.page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(copy.app.details.getByRole('heading', { name: 'Kataib Hezbollah' })).toBeVisible();
	expect(await copy.page.evaluate(() => document.fonts.check('13px "IBM Plex Sans"'))).toBe(true);
	// Exploring: another actor, a type, the evidence of a line, the text twin, a layout in a worker.
	await copy.app.search.fill('qaani');
	await copy.page.keyboard.press('Enter');
	await expect(copy.app.details.getByRole('heading', { name: 'Esmail Qaani' })).toBeVisible();
	await copy.app.tick('Conflict').uncheck();
	await expect(copy.app.receipt).not.toHaveText(receipt);
	await copy.page.keyboard.press('r');
	await copy.app.details
		.getByRole('row', { name: /commands/ })
		.first()
		.click();
	await copy.page.getByRole('tab', { name: 'Details' }).click();
	await expect(copy.app.details).toContainText('Reuters');
	await copy.app.command('Arrange: By side');
	await expect(copy.app.announcer).toContainText('Arranged: By side.');
	await expect.poll(async () => (await copy.app.view()).get('layout')).toBe('sides');
	await copy.page.reload();
	await expect.poll(async () => (await copy.app.view()).get('layout')).toBe('sides');
	await expect(copy.app.tick('Conflict')).not.toBeChecked();
});

test('names that look like markup stay names', async ({ app, openFromDisk }) => {
	const name = '</script><img src=x onerror=alert(1)><!--<script>alert(2)</script>';
	const actors = [
		{ id: '</script>', name, kind: 'person' },
		{ id: '__proto__', name: '\u2028$&\u2029', kind: 'state' }
	];
	const relations = [{ id: '<!--', type: 'meets', from: '</script>', to: '__proto__', note: name }];
	const document = { format: 'dramatis', version: 1, title: name, actors, relations };
	await app.open();
	await app.openFile('hostile.json', JSON.stringify(document));
	await expect(app.receipt).toContainText('2 actors');
	const { html } = await savedPage(app);
	const copy = await openFromDisk(html);
	await expect(copy.app.receipt).toContainText('2 actors');
	await copy.app.search.fill('img src');
	await copy.page.keyboard.press('Enter');
	await expect(copy.app.details.getByRole('heading', { level: 2 })).toHaveText(name);
	await expect(copy.page).toHaveTitle(`${name} · Dramatis`);
	expect(await copy.page.locator('img, script').count()).toBe(4);
	const [first, second] = readNative(contentOfPage(html)!.document).document.actors;
	expect(first).toMatchObject(actors[0]!);
	expect(second).toMatchObject(actors[1]!);
});

test('saved again from within, it is the same page in the new view', async ({ app, openFromDisk }) => {
	await app.open();
	const { html } = await savedPage(app);
	// The browser writes HTML in a form of its own, and from then on always in the same.
	const { app: once } = await openFromDisk(html);
	await expect(once.receipt).toContainText('Showing all');
	const { html: rewritten } = await savedPage(once);
	const { app: first } = await openFromDisk(rewritten);
	await expect(first.receipt).toContainText('Showing all');
	const withoutView = (text: string) => text.replace(/(id="dramatis-view">)[^<]*/, '$1');
	// By equality: the difference of two such texts is nothing to print.
	expect(withoutView((await savedPage(first)).html) === withoutView(rewritten)).toBe(true);
	await first.tick('Talks').uncheck();
	await expect(first.receipt).toContainText('by type');
	const receipt = await first.receipt.innerText();
	const again = await savedPage(first);
	const { app: second, page } = await openFromDisk(again.html);
	await expect(second.receipt).toHaveText(receipt);
	// Without anything in its view it is not as it was saved, and stays so.
	await second.command('Show all');
	await expect(second.receipt).toContainText('Showing all');
	await expect.poll(async () => (await second.view()).get('types')).toBeNull();
	await page.reload();
	await expect(second.receipt).toContainText('Showing all');
	await second.command('Open the document of this page again');
	await expect(second.receipt).toHaveText(receipt);
});

test('a link into it shows the view of the link', async ({ app, openFromDisk }) => {
	await app.open('v1&types=meets');
	const { html } = await savedPage(app);
	const copy = await openFromDisk(html, undefined, '#v1&actors=qaani&theme=dark');
	await expect(copy.app.details.getByRole('heading', { name: 'Esmail Qaani' })).toBeVisible();
	await expect(copy.app.receipt).toContainText('Showing all');
	await copy.page.evaluate(() => (location.hash = 'v1&types=meets'));
	await expect(copy.app.receipt).toContainText('by type');
});

test('texts of sources go along only when that is wanted', async ({ app, page, openFromDisk }) => {
	const text = 'The captain said that the tugs were hers.';
	const document = {
		format: 'dramatis',
		version: 1,
		title: 'Tugs',
		sources: [{ id: 's', title: 'Harbour' }],
		voices: [{ id: 'v', label: 'The Pilot' }],
		actors: [
			{ id: 'a', name: 'Brand', kind: 'person' },
			{ id: 'b', name: 'Tugs', kind: 'people' }
		],
		relations: [{ id: 'r', type: 'commands', from: 'a', to: 'b' }],
		claims: [
			{
				id: 'c',
				about: ['r'],
				statement: 'She has them.',
				modality: 'stated',
				voices: ['v'],
				source: 's',
				start: 17,
				end: 35,
				quote: 'that the tugs were'
			}
		],
		positions: { a: [0, 0], b: [200, 0] }
	};
	await app.open();
	await app.openFile('tugs.json', JSON.stringify(document));
	await expect(app.receipt).toContainText('2 actors');
	await page.keyboard.press('s');
	await app.details.getByRole('button', { name: /Paste the text/ }).click();
	await page.getByRole('dialog').getByRole('textbox').fill(text);
	await page.getByRole('dialog').getByRole('button', { name: 'Use this text' }).click();
	await expect(app.details).toContainText('the tugs were hers');
	// Open, but not kept: it stays here.
	expect((await savedPage(app)).html).not.toContain('tugs were hers');
	await app.details.getByRole('checkbox', { name: /keep/i }).check();
	await expect(app.announcer).toContainText('kept in this browser');
	expect((await savedPage(app, 'Without texts')).html).not.toContain('tugs were hers');
	const { html } = await savedPage(app, 'With 1 text');
	const copy = await openFromDisk(html);
	await expect(copy.app.receipt).toContainText('2 actors');
	await copy.page.keyboard.press('s');
	await expect(copy.app.details).toContainText('the tugs were hers');
	expect((await savedPage(copy.app, 'With 1 text')).html).toContain('tugs were hers');
});

test('without storage and without workers everything works all the same', async ({ app, openFromDisk }) => {
	await app.open();
	const { html } = await savedPage(app);
	const copy = await openFromDisk(html, (page) =>
		page.addInitScript(() => {
			const refuse = () => {
				throw new DOMException('The operation is insecure.', 'SecurityError');
			};
			for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
				Object.defineProperty(window, name, { get: refuse });
			Object.defineProperty(window, 'Worker', { value: refuse });
		})
	);
	await expect(copy.app.receipt).toContainText('Showing all');
	await copy.app.command('Dark theme');
	await expect(copy.page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await copy.app.command('Arrange: Circle');
	await expect(copy.app.announcer).toContainText('Arranged');
	await copy.page.keyboard.press('s');
	await expect(copy.app.details).toContainText('Reuters');
	await copy.page.getByRole('tab', { name: 'Details' }).click();
	const other = {
		format: 'dramatis',
		version: 1,
		title: 'Other',
		actors: [{ id: 'x', name: 'X', kind: 'state' }]
	};
	await copy.app.openFile('other.json', JSON.stringify(other));
	await expect(copy.app.receipt).toContainText('1 actor');
	expect((await savedPage(copy.app)).name).toBe('other.html');
});

test('a picture is saved from within, with the fonts in it', async ({ app, openFromDisk }) => {
	await app.open();
	const { html } = await savedPage(app);
	const { app: copy, page } = await openFromDisk(html);
	await expect(copy.receipt).toContainText('Showing all');
	await page.keyboard.press('Control+e');
	const dialog = page.getByRole('dialog', { name: 'Save picture' });
	await dialog.getByRole('radio', { name: /^SVG/ }).check();
	const saving = page.waitForEvent('download');
	await dialog.getByRole('button', { name: /^Save / }).click();
	const svg = readFileSync(await (await saving).path(), 'utf8');
	expect(svg).toContain('Kataib');
	expect(svg).toMatch(/src:url\(data:font\/woff2;base64,[\w+/=]{1000}/);
});

test('a page that was cut off or holds nothing says so', async ({ app, request, openFromDisk }) => {
	await app.open();
	const viewer = await (await request.get('viewer.html')).text();
	const empty = await openFromDisk(viewer);
	await expect(empty.page.getByRole('alert')).toContainText('this page holds none');
	const { html } = await savedPage(app);
	const broken = html.replace(/(id="dramatis-document">[^<]{1000})[^<]*/, '$1');
	const copy = await openFromDisk(broken);
	await expect(copy.page.getByRole('alert')).toContainText('No document could be opened');
});

test('the site neither loads the viewer nor what fills it before it is asked to', async ({ app, page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await app.open();
	await page.waitForLoadState('networkidle');
	expect(asked.filter((url) => url.includes('viewer.html'))).toEqual([]);
	const before = asked.length;
	await savedPage(app);
	expect(asked.slice(before).some((url) => url.endsWith('/viewer.html'))).toBe(true);
	expect(asked.slice(before).some((url) => url.endsWith('.js'))).toBe(true);
});
