#!/usr/bin/env node
// The command line. What it does is in src/cli; here is only what a script needs of the machine.
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandLine } from '../scripts/build-cli.mjs';
import { viewerPage } from '../scripts/build-viewer.mjs';
import { root } from '../scripts/run.mjs';

const say = (line) => void process.stderr.write(`${line}\n`);

/** Waits for room, so that nothing is lost when the output is a pipe and the process ends. */
function out(data) {
	let bytes = Buffer.from(data);
	while (bytes.length) {
		try {
			bytes = bytes.subarray(writeSync(1, bytes));
		} catch (error) {
			if (error.code === 'EPIPE') process.exit(0); // whoever listened has heard enough
			if (error.code !== 'EAGAIN') throw error;
		}
	}
}

const input = () => process.stdin;

const advice = 'Install Chrome or Chromium, or name one in BROWSER_PATH; an SVG needs neither.';

/** Starts the Chromium that the tests use too. */
async function openBrowser() {
	const { Failure } = cli;
	try {
		const [{ chromium }, { browserLaunch }] = await Promise.all([
			import('playwright'),
			import('../scripts/find-browser.mjs')
		]);
		const named = process.env.BROWSER_PATH;
		return await chromium.launch({ ...browserLaunch(), ...(named && { executablePath: named }) });
	} catch (error) {
		const isMissing = error.code === 'ERR_MODULE_NOT_FOUND';
		const reason = isMissing ? 'playwright is not installed' : error.message.split('\n')[0];
		throw new Failure(
			`PNG, PDF, WebP and JPEG need a browser, and none could be started (${reason}).`,
			advice
		);
	}
}

let cli;
try {
	cli = await import(pathToFileURL(await commandLine(say)).href);
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const viewer = async () => readFileSync(await viewerPage(say), 'utf8');
	const terminal = { out, say, input, openBrowser, viewer, root, version };
	process.exitCode = await cli.main(process.argv.slice(2), terminal);
} catch (error) {
	say(error instanceof Error ? `Something went wrong: ${error.message}` : String(error));
	if (process.env.DEBUG) console.error(error);
	process.exitCode = 2;
}
