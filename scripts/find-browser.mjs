// A browser for the component and end-to-end tests, on any machine.
// vite.config.ts loads this file for every command, so it imports nothing heavy and `browserLaunch` never throws.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromiumFromNpm, debianPackage, playwrightDownload } from './browser/install.mjs';
import { usualPlaces } from './browser/usual-places.mjs';
import { root } from './run.mjs';

/** @typedef {{ executablePath?: string, args?: string[], chromiumSandbox?: boolean, env?: Record<string, string> }} Launch */

const memory = join(root, '.browser.json');

// Software drawing gives the same pixels with and without a graphics card.
const args = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'];

// Chromium refuses to run as root inside its sandbox. Playwright passes --no-sandbox unless told that one is wanted.
const isRootOnLinux = () => process.platform === 'linux' && process.getuid?.() === 0;

const fromEnvironment = () => process.env.BROWSER_PATH || process.env.CHROME_BIN;

/** @returns {Launch | undefined} what `findBrowser` found last, if it is still there */
function remembered() {
	try {
		const launch = JSON.parse(readFileSync(memory, 'utf8'));
		const isThere = launch.executablePath === undefined || existsSync(launch.executablePath);
		return isThere ? launch : undefined;
	} catch {
		return undefined;
	}
}

/** @returns {Launch} with all that `found` leaves open */
function complete(found) {
	return { args, ...found, chromiumSandbox: (found.chromiumSandbox ?? true) && !isRootOnLinux() };
}

/**
 * Playwright's launch options for the browser to test with: the one that `findBrowser` remembered, else one from the
 * environment or the usual places, not tried. Empty if there is none, which leaves it to Playwright.
 * @returns {Launch}
 */
export function browserLaunch() {
	const executablePath = fromEnvironment() || usualPlaces()[0];
	const found = remembered() ?? (executablePath && { executablePath });
	if (!found) return {};
	const launch = complete(found);
	// Playwright takes `env` instead of the environment, not on top of it.
	return found.env ? { ...launch, env: { ...process.env, ...found.env } } : launch;
}

/** Only a page that opened proves a browser: files may be there that lack a library, a sandbox or a display. */
async function opensPage(found) {
	const { chromium } = await import('playwright');
	const env = { ...process.env, ...found.env };
	const attempt = async () => {
		const browser = await chromium.launch({ ...complete(found), env, timeout: 30_000 });
		const page = await browser.newPage();
		await page.goto('data:text/html,<title>ready</title>');
		const title = await page.title();
		await browser.close();
		return title === 'ready';
	};
	// Some steps of Playwright have no limit of their own, and wrappers around browsers are known to hang.
	const limit = setTimeout(45_000, false, { ref: false });
	return Promise.race([attempt().catch(() => false), limit]);
}

/** Where to look, in order. Later ways cost more, so each is a function that is called only when its turn comes. */
function* ways(install) {
	const named = fromEnvironment();
	if (named) yield () => ({ executablePath: named });
	yield remembered;
	yield () => ({}); // Playwright's own, if it is already there
	for (const executablePath of usualPlaces()) yield () => ({ executablePath });
	yield () => chromiumFromNpm({ install });
	if (install) yield playwrightDownload;
	if (install) yield debianPackage;
}

/** A way may fail halfway (a full disk, a cut line); then the next one has its turn. */
async function attempted(way) {
	try {
		return await way();
	} catch (error) {
		console.log(error.message);
		return undefined;
	}
}

/**
 * Finds a browser that opens a page, and remembers it in .browser.json for `browserLaunch`.
 * With `install` it may also fetch one: from npm, from Playwright, or (as root on Debian) with apt.
 * @param {{ install: boolean }} options
 * @returns {Promise<Launch | undefined>} undefined, with a word on the console, if there is none
 */
export async function findBrowser({ install }) {
	for (const way of ways(install)) {
		const found = await attempted(way);
		if (!found) continue;
		if (await opensPage(found)) {
			const launch = complete(found);
			writeFileSync(memory, JSON.stringify(launch, null, '\t') + '\n');
			console.log(`Browser for the tests: ${launch.executablePath ?? "Playwright's own"}`);
			return launch;
		}
		if (found.executablePath) console.log(`No page could be opened with ${found.executablePath}.`);
	}
	console.error('No browser for the tests. Install Chrome or Chromium, or name one in BROWSER_PATH.');
	return undefined;
}
