/** One document, opened and used again and again; the medians by the names that rows.mjs gives them. */
import {
	changeDay,
	chooseActor,
	countOf,
	openFile,
	openTable,
	prepareDays,
	prepareSearch,
	start,
	typeKeys
} from './app-page.mjs';
import { changeOption, openComposer, savePicture } from './composer.mjs';
import { pan, tickTwice, zoom } from './gestures.mjs';
import { TALKS, chooseInPeer, drawPeer } from './peer-page.mjs';

/** The family that is filtered: in every document some of the largest. */
const FILTERED = 'Talks';

/** @returns {number} the middle one, or the mean of the two in the middle */
export function median(numbers) {
	const sorted = [...numbers].sort((a, b) => a - b);
	const half = sorted.length >> 1;
	return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Runs some work, first once without counting it. @returns the results */
async function repeated(runs, work, warmUp = true) {
	if (warmUp) await work(0);
	const results = [];
	for (let run = 1; run <= runs; run++) results.push(await work(run));
	return results;
}

/** The medians of results that are records of numbers. */
function medians(results) {
	const names = Object.keys(results[0]);
	return Object.fromEntries(names.map((name) => [name, median(results.map((result) => result[name]))]));
}

const now = (page) => page.evaluate(() => performance.now());
const longestWork = (page, since) => page.evaluate((since) => stopwatch.longestWork(since), since);

/** Runs some work on a page. @returns its figures, and under a name of its own the longest piece of it */
async function withWork(page, name, work) {
	const since = await now(page);
	const figures = await work();
	return { ...figures, [name]: await longestWork(page, since) };
}

/** Loads the page anew each time, and opens the file, if there is one. Gives the last page with the figures. */
async function opened({ file, document }, { newPage, address, runs }) {
	let page;
	const results = await repeated(runs, async () => {
		await page?.context().close();
		const { page: fresh, firstPicture, javascript } = await start(newPage, address);
		page = fresh;
		if (!file) return { firstPicture, javascript, workOpening: await longestWork(page, 0) };
		await page.evaluate(() => stopwatch.rest());
		const { chosen, shown } = await openFile(page, file, document.actors.length);
		return { open: shown - chosen, workOpening: await longestWork(page, chosen) };
	});
	return { page, figures: medians(results) };
}

/** From the choice of a table to its picture, by a user who says yes as soon as that is possible. */
export async function tablesOpened({ table, document }, { newPage, address, runs }) {
	if (!table) return {};
	// An actor without a relation is not in a table of relations.
	const actors = new Set(document.relations.flatMap(({ from, to }) => [from, to])).size;
	const results = await repeated(runs, async () => {
		const { page } = await start(newPage, address);
		await page.evaluate(() => stopwatch.rest());
		const { chosen, shown } = await openTable(page, table, actors);
		await page.context().close();
		return { openTable: shown - chosen };
	});
	return medians(results);
}

/** Types the queries key by key: the median of all keys, and the slowest key, whose own median counts. */
async function searched(page, queries, runs) {
	const index = await withWork(page, 'work', () => prepareSearch(page, queries[0]));
	const results = await repeated(runs, () =>
		withWork(page, 'work', async () => {
			const keys = [];
			for (const query of queries) keys.push(...(await typeKeys(page, query)));
			return { keys };
		})
	);
	const keys = results[0].keys.map((_, key) => median(results.map((result) => result.keys[key])));
	const workSearching = Math.max(index.work, median(results.map(({ work }) => work)));
	return { search: median(keys), searchSlowest: Math.max(...keys), workSearching };
}

/** From a day to that of the month before, and back. */
export async function measureDays(page, day, runs) {
	await prepareDays(page, day);
	const steps = await repeated(runs, (run) =>
		withWork(page, 'workDay', async () => ({ day: await changeDay(page, run % 2 ? 'PageUp' : 'PageDown') }))
	);
	return medians(steps);
}

/** The picture of a view: an option of it changed, and its files written. */
export async function measurePictures(page, runs) {
	await openComposer(page);
	const options = await repeated(runs, () => changeOption(page));
	const svg = await repeated(runs, () => savePicture(page, /^SVG/));
	const png = await repeated(runs, () => savePicture(page, /^PNG/, '4×'));
	return { pictureOption: median(options), pictureSvg: median(svg), picturePng: median(png) };
}

/** Everything that is measured of our app with a document. */
export async function measureApp(subject, setting) {
	const { page, figures } = await opened(subject, setting);
	const tables = await tablesOpened(subject, setting);
	const { runs } = setting;
	const { document, queries, names, day } = subject;
	const expected = document.relations.filter(({ type }) => TALKS.includes(type)).length;
	if ((await countOf(page, FILTERED)) !== expected)
		throw new Error(`not ${expected} relations of ${FILTERED}`);
	const ticks = await repeated(runs, () => withWork(page, 'workFiltering', () => tickTwice(page, FILTERED)));
	const rates = await repeated(runs, async () => ({ pan: await pan(page), zoom: await zoom(page) }));
	const search = await searched(page, queries, runs);
	const choices = await repeated(runs, (run) =>
		withWork(page, 'workChoosing', async () => ({
			choose: await chooseActor(page, names[run % names.length])
		}))
	);
	const days = await measureDays(page, day, runs);
	const pictures = await measurePictures(page, runs);
	await page.context().close();
	return {
		...figures,
		...tables,
		...medians(ticks),
		...medians(rates),
		...search,
		...medians(choices),
		...days,
		...pictures
	};
}

/** The same of plain Cytoscape, as far as it has the like. */
export async function measurePeer({ file, names }, { newPage, peer, runs }) {
	let page;
	const opens = await repeated(runs, async () => {
		await page?.context().close();
		page = await newPage();
		await page.goto(peer);
		return drawPeer(page, file.split(/[\\/]/).at(-1));
	});
	const ticks = await repeated(runs, () => tickTwice(page, FILTERED));
	const rates = await repeated(runs, async () => ({ pan: await pan(page), zoom: await zoom(page) }));
	const choices = await repeated(runs, (run) => chooseInPeer(page, names[run % names.length]));
	await page.context().close();
	return { open: median(opens), ...medians(ticks), ...medians(rates), choose: median(choices) };
}
