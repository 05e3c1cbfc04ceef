/** The built app, driven as a user would. */
import { gzipSync } from 'node:zlib';

/** A page with nothing in its cache, at the first picture of the bundled report. */
export async function start(newPage, address) {
	const page = await newPage();
	const scripts = new Map();
	page.on('response', (response) => {
		if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.set(response.url(), response);
	});
	await page.addInitScript(() => {
		globalThis.firstPicture = stopwatch.picture('Showing(?! all 0 actors)');
	});
	await page.goto(address);
	const firstPicture = await page.evaluate(() => globalThis.firstPicture);
	return { page, firstPicture, javascript: await gzipped(page, scripts, firstPicture) };
}

/** What the scripts that had come until then weigh, in bytes, compressed as a host would. */
async function gzipped(page, scripts, until) {
	const names = await page.evaluate(
		(until) =>
			performance
				.getEntriesByType('resource')
				.filter(({ responseEnd }) => responseEnd <= until)
				.map(({ name }) => name),
		until
	);
	const loaded = names.filter((name) => scripts.has(name)).map((name) => scripts.get(name));
	if (loaded.length === 0) throw new Error('no script was seen');
	const bodies = await Promise.all([...new Set(loaded)].map((response) => response.body()));
	return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
}

/** Opens a file through the palette and the file chooser. @returns the page's milliseconds of choice and picture */
export async function openFile(page, path, actors) {
	const picture = page.evaluate(
		(words) => stopwatch.picture(words),
		`(?<![\\d,])${actors.toLocaleString('en')} actors`
	);
	const chooser = page.waitForEvent('filechooser');
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox', { name: 'Command' }).fill('Open a file…');
	await page.getByRole('option', { name: 'Open a file…' }).click();
	await (await chooser).setFiles(path);
	return { shown: await picture, chosen: await page.evaluate(() => stopwatch.fileChosenAt()) };
}

/** Opens a table in the same way, and says yes to it at once. @returns as openFile does */
export async function openTable(page, path, actors) {
	await page.evaluate(() => {
		new MutationObserver((_, observer) => {
			const button = document.querySelector('dialog .button.primary:enabled');
			if (!/^Open as/.test(button?.textContent.trim() ?? '')) return;
			observer.disconnect();
			button.click();
		}).observe(document, { subtree: true, childList: true, attributes: true });
	});
	return openFile(page, path, actors);
}

/** How many relations the legend counts in a row, filtered or not. */
export function countOf(page, name) {
	return page.evaluate((name) => {
		const rows = [...document.querySelectorAll('label')];
		const row = rows.find((label) => label.textContent.trim().startsWith(name));
		return Number(/of (\d+)/.exec(row.querySelector('[aria-label]').getAttribute('aria-label'))[1]);
	}, name);
}

/** Waits until the index is made, which begins when the field gets the focus. */
export async function prepareSearch(page, query) {
	await page.evaluate(async (query) => {
		document.querySelector('#search').focus();
		stopwatch.type(query);
		while (!document.querySelector('#search-list [role="option"]')) await stopwatch.rest();
		stopwatch.type('');
	}, query);
}

/** Types a query. @returns for each key the milliseconds until the results stand in the page, laid out */
export function typeKeys(page, query) {
	return page.evaluate(async (query) => {
		const list = document.querySelector('#search-list');
		document.querySelector('#search').focus();
		const times = [];
		for (let length = 1; length <= query.length; length++) {
			await stopwatch.painted();
			await stopwatch.message();
			const start = performance.now();
			stopwatch.type(query.slice(0, length));
			// Svelte renders in a microtask, which was queued before this one.
			await null;
			void list.offsetHeight;
			times.push(performance.now() - start);
			if (!list.parentElement.classList.contains('open')) throw new Error('the list came later');
		}
		await stopwatch.rest();
		stopwatch.type('');
		return times;
	}, query);
}

/** Chooses an actor from the search. @returns milliseconds from the click on it to the painted frame */
export function chooseActor(page, name) {
	return page.evaluate(async (name) => {
		document.querySelector('#search').focus();
		stopwatch.type(name);
		await stopwatch.rest();
		const options = [...document.querySelectorAll('#search-list [role="option"]')];
		const option = options.find(({ textContent }) => textContent.includes(name));
		const time = await stopwatch.timed(() => option.click());
		if (!document.querySelector('#details h2').textContent.includes(name))
			throw new Error('nothing was chosen');
		return time;
	}, name);
}

/** Opens the dock of time, and asks for the graph as of a day, written `2024-01-29`. */
export async function prepareDays(page, day) {
	await page.evaluate(async (day) => {
		const dock = document.querySelector('section[aria-label="Time"]');
		const toggle = dock.querySelector('button[aria-expanded]');
		if (toggle?.getAttribute('aria-expanded') === 'false') toggle.click();
		await stopwatch.painted();
		const choices = [...dock.querySelectorAll('[aria-label="When"] label')];
		choices
			.find((label) => label.textContent.trim() === 'A day')
			.querySelector('input')
			.click();
		await stopwatch.painted();
		const field = dock.querySelector('input[type="date"]');
		field.value = day;
		field.dispatchEvent(new Event('change', { bubbles: true }));
		await stopwatch.rest();
	}, day);
}

/** Moves the day by a key of its slider. @returns milliseconds to the painted frame */
export function changeDay(page, key) {
	return page.evaluate(async (key) => {
		const handle = document.querySelector('[role="slider"][aria-label="Day"]');
		const receipt = document.querySelector('[data-testid="receipt"]');
		const before = receipt.textContent;
		const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
		const time = await stopwatch.timed(() => handle.dispatchEvent(press));
		if (receipt.textContent === before) throw new Error('no line came or went with the day');
		return time;
	}, key);
}
