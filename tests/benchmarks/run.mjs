/**
 * `npm run bench`: how fast the built app is in a real browser, beside plain Cytoscape given the whole graph.
 * It measures and does not judge: it fails only when something could not be measured.
 *   --quick  three runs instead of seven
 *   --write  puts the table into README.md
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserLaunch } from '../../scripts/find-browser.mjs';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { madeUpDocument } from '../made-up-document.mjs';
import { generatedDocument } from './generated-document.mjs';
import { csvOf } from './csv-of.mjs';
import { measureApp, measurePeer } from './measure.mjs';
import { writePeerPage } from './peer-page.mjs';
import { readingTable } from './reading.mjs';
import { table, writeInto } from './report.mjs';
import { installStopwatch } from './stopwatch.mjs';

const BUNDLED = join(root, 'data', 'quds-force-baghdad-2024.dramatis.json');
const runs = process.argv.includes('--quick') ? 3 : 7;

async function bundledReport() {
	const document = JSON.parse(await readFile(BUNDLED, 'utf8'));
	const names = document.actors.slice(0, runs + 1).map(({ name }) => name);
	const queries = ['Kataib Hezbollah', 'Qani'];
	return { title: 'bundled report', isBundled: true, document, names, queries, day: '2024-01-29' };
}

async function generated(folder, actors, relations, isCompared) {
	const document = generatedDocument(actors, relations);
	const file = join(folder, `${actors}-${relations}.json`);
	await writeFile(file, JSON.stringify(document));
	const step = Math.floor(actors / (runs + 2));
	const names = Array.from({ length: runs + 1 }, (_, i) => document.actors[(i + 1) * step].name);
	// Typed right and with a slip, which is looked for among all words.
	const queries = [names[0], 'Minsitry of Elsinore'];
	const table = relations === 20_000 ? join(folder, `${relations}.csv`) : undefined;
	if (table) await writeFile(table, csvOf(document));
	const title = [actors, relations].map((number) => number.toLocaleString('en')).join(' / ');
	return { title, document, file, table, names, queries, isCompared, day: '2024-06-15' };
}

/** The investigation with conflicting voices and dates of every sort, which every feature must serve. */
async function madeUp(folder) {
	const document = madeUpDocument();
	const file = join(folder, 'made-up.json');
	await writeFile(file, JSON.stringify(document));
	const people = document.actors.filter(({ kind }) => kind === 'person');
	const names = people.slice(0, runs + 1).map(({ name }) => name);
	const queries = [names[0], 'Sesalian Army'];
	return { title: 'made-up 300 / 1,500', document, file, names, queries, day: '2023-06-15' };
}

/**
 * The graphics card is left out, for the budgets are to hold without one. Software that stands in for one behind
 * WebGL's interface, as the tests have it, is left out too: it draws a canvas many times slower than Chromium's own.
 */
function launch() {
	const found = browserLaunch();
	const args = (found.args ?? []).filter((arg) => !/swiftshader/.test(arg));
	return chromium.launch({ ...found, args: [...args, '--disable-gpu'] });
}

async function measureAll(browser, folder, servers) {
	const newPage = async () => {
		// With less motion the camera does not fly, so that the first picture is the one that stays.
		const context = await browser.newContext({
			viewport: { width: 1440, height: 900 },
			reducedMotion: 'reduce'
		});
		await context.addInitScript(installStopwatch);
		return context.newPage();
	};
	const setting = { newPage, address: servers.app.address, peer: servers.peer.address, runs };
	const subjects = [
		await bundledReport(),
		await madeUp(folder),
		await generated(folder, 1000, 3000, true),
		await generated(folder, 5000, 20_000, true),
		await generated(folder, 20_000, 60_000, false)
	];
	const columns = [];
	for (const subject of subjects) {
		const { title, isBundled, isCompared } = subject;
		console.error(`Measuring ${title} …`);
		const figures = await measureApp(subject, setting);
		const peer = isCompared ? { figures: await measurePeer(subject, setting) } : undefined;
		columns.push({ title, isBundled, figures, peer });
	}
	return columns;
}

/** Serves a copy of the built app, which a build meanwhile leaves alone, and the peer's page with the documents. */
async function serveBoth(app, peer) {
	const built = join(root, 'build');
	if (!existsSync(built)) throw new Error('There is no build yet: npm run build makes it.');
	await cp(built, app, { recursive: true });
	await mkdir(peer);
	await writePeerPage(peer);
	return { app: await serve({ port: 0, folder: app }), peer: await serve({ port: 0, folder: peer }) };
}

async function bench() {
	const folder = await mkdtemp(join(tmpdir(), 'dramatis-bench-'));
	const peerFolder = join(folder, 'peer');
	const servers = await serveBoth(join(folder, 'app'), peerFolder);
	const browser = await launch();
	const loadBefore = loadavg()[0];
	try {
		const columns = await measureAll(browser, peerFolder, servers);
		const load = `load ${loadBefore.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after`;
		const machine = `${cpus().length} cores, no GPU, Chromium ${browser.version()}, 1440 × 900`;
		console.error('Measuring how files are read …');
		const reading = await readingTable(3);
		return `${table(columns)}\n\n${reading}\n\nMedians of ${runs} runs; ${machine}; ${load}.`;
	} finally {
		for (const server of Object.values(servers)) server.close();
		await browser.close();
		await rm(folder, { recursive: true });
	}
}

const text = await bench();
console.log(text);
if (process.argv.includes('--write')) await writeInto(join(root, 'README.md'), text);
