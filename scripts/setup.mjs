// Makes a fresh clone ready: `npm start` and `npm test` run this first. Needs nothing but Node and npm.
//   --browser  also finds what the tests need: a browser, and programs that look at pictures
//   --stamp    only notes that node_modules is up to date (npm runs this after each `npm ci`)
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './run.mjs';

const stampFile = join(root, 'node_modules', '.dramatis-stamp');

/** What node_modules was installed from: the lockfile, for this kind of machine (some packages are binaries). */
function stamp() {
	const lockfile = readFileSync(join(root, 'package-lock.json'));
	return `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform} ${process.arch}`;
}

function isInstalled() {
	try {
		return readFileSync(stampFile, 'utf8') === stamp();
	} catch {
		return false;
	}
}

function isNodeNewEnough() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	return major > 20 || (major === 20 && minor >= 19);
}

async function setUp({ withBrowser }) {
	if (!isNodeNewEnough()) {
		console.error(
			`Dramatis needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`
		);
		return 1;
	}
	if (!isInstalled()) {
		console.log('Installing the packages (only when they have changed; about half a minute) …');
		// `prepare` in package.json leaves the stamp behind.
		const code = await npm(['ci', '--loglevel=error']);
		if (code !== 0) {
			console.error('The packages could not be installed. Is there a network? Run the same command again.');
			return code;
		}
	}
	if (withBrowser) {
		const { findBrowser } = await import('./find-browser.mjs');
		await findBrowser({ install: true });
		const { findPictureTools } = await import('./picture-tools.mjs');
		await findPictureTools();
	}
	return 0;
}

if (process.argv.includes('--stamp')) {
	writeFileSync(stampFile, stamp());
} else {
	const withBrowser = process.argv.includes('--browser');
	const code = await setUp({ withBrowser });
	// Tests were asked for and cannot even begin: whoever counts them must see that.
	if (code !== 0 && withBrowser) console.log('0 passed, 1 failed');
	// Not left to the event loop: a browser that hung while it was tried must not hold us up.
	process.exit(code);
}
