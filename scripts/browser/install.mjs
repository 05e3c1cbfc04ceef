// The ways to get a browser for the tests where none is installed.
// Each answers the launch options of what it got, or nothing if this machine does not offer the way.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { node, npm, run } from '../run.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const minutes = 60_000;

/**
 * The Chromium inside the npm package @sparticuz/chromium: needs no root, no system libraries and no host but the
 * registry. It has a folder and a lockfile of its own, so that only machines that need it fetch its 67 MB.
 */
export async function chromiumFromNpm({ install }) {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
	const version = manifest.dependencies['@sparticuz/chromium'];
	const unpacked = join(here, 'unpacked', version);
	if (!existsSync(unpacked)) {
		if (!install) return undefined;
		console.log('Fetching a Chromium for the tests from npm (67 MB, once) …');
		// It asks for a newer Node than ours, which is for the host that it is made for: say nothing of it.
		const code = await npm(['ci', '--loglevel=error', '--no-audit', '--no-fund', '--fetch-retries=1'], {
			cwd: here,
			timeout: 10 * minutes
		});
		if (code !== 0) return undefined;
		await unpack(unpacked);
	}
	return {
		executablePath: join(unpacked, 'chromium'),
		chromiumSandbox: false,
		env: { LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'), FONTCONFIG_PATH: join(unpacked, 'fonts') }
	};
}

/** Unpacks next to the goal and renames, so that a run that was cut off leaves no half of a browser behind. */
async function unpack(goal) {
	const fetched = join(here, 'node_modules', '@sparticuz', 'chromium');
	// By its path: the bundler that reads vite.config.ts would look for the name, and warn each time.
	const { default: chromium, inflate } = await import(pathToFileURL(join(fetched, 'build', 'index.js')).href);
	const partial = `${goal}.${process.pid}`;
	const before = process.env.TMPDIR;
	mkdirSync(partial, { recursive: true });
	try {
		// The package unpacks into the system's folder for temporary files, and cannot be told otherwise.
		process.env.TMPDIR = partial;
		await chromium.executablePath();
		// Elsewhere than on its own host it leaves out the libraries that a bare machine lacks.
		await inflate(join(fetched, 'bin', 'al2023.tar.br'));
		// Without a font configuration it draws no text at all.
		copyFileSync(join(here, 'fonts.conf'), join(partial, 'fonts', 'fonts.conf'));
		if (!existsSync(goal)) renameSync(partial, goal);
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
		rmSync(partial, { recursive: true, force: true });
	}
}

/** Playwright's own download. The short limit is for networks that swallow packets: the default waits minutes. */
export async function playwrightDownload() {
	console.log("Fetching Playwright's Chromium for the tests …");
	const code = await node('node_modules/playwright/cli.js', ['install', 'chromium', '--only-shell'], {
		env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
		timeout: 10 * minutes
	});
	return code === 0 ? {} : undefined;
}

/** Debian's package. Not Ubuntu's: there it is a pointer to a snap. */
export async function debianPackage() {
	const isInstalled = await aptInstall(['chromium'], 'for the tests');
	return isInstalled ? { executablePath: '/usr/bin/chromium' } : undefined;
}

/**
 * Installs packages as root on Debian; elsewhere it does nothing.
 * @param {readonly string[]} packages
 * @param {string} purpose what they are for, in words
 * @returns {Promise<boolean>} whether they are there now
 */
export async function aptInstall(packages, purpose) {
	if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isDebian()) return false;
	console.log(`Installing Debian's ${packages.join(', ')} ${purpose} …`);
	const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 10 * minutes };
	// The short limits are for networks that swallow packets.
	const network = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];
	await run('apt-get', [...network, 'update', '-q'], options);
	const install = ['install', '-q', '-y', '--no-install-recommends', ...packages];
	return (await run('apt-get', [...network, ...install], options)) === 0;
}

function isDebian() {
	try {
		return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
	} catch {
		return false;
	}
}
