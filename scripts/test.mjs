// `npm test`: every check there is, one after the other. Goes on after a failure, so that one run shows everything.
// The last line counts the tests; a failed check that is no test runner counts as one failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node } from './run.mjs';

const reports = mkdtempSync(join(tmpdir(), 'dramatis-'));
const results = [];

/** Runs scripts of packages until one fails. Answers whether none did. */
async function succeed(...commands) {
	for (const [script, ...args] of commands) {
		if ((await node(join('node_modules', script), args)) !== 0) return false;
	}
	return true;
}

/** A check that passes or fails as a whole. */
const check =
	(...commands) =>
	async () => ({ passed: 0, failed: (await succeed(...commands)) ? 0 : 1, skipped: 0 });

/**
 * Counts what a test runner reported. A runner that failed beside its tests (it crashed, an import broke) or that
 * found no tests has failed, whatever it reported.
 */
function counted(code, file, read) {
	try {
		const { passed, failed, skipped } = read(JSON.parse(readFileSync(file, 'utf8')));
		const isBroken = code !== 0 || passed + failed === 0;
		return { passed, failed: isBroken ? Math.max(failed, 1) : failed, skipped };
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

const vitest = (project) => async () => {
	const file = join(reports, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const code = await node('node_modules/vitest/vitest.mjs', ['run', '--project', project, ...reporters]);
	return counted(code, file, (report) => ({
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests + report.numTodoTests
	}));
};

async function endToEnd() {
	const built = results.find(({ name }) => name === 'build');
	if (built.failed) {
		console.log('Not run: there is no build to run on.');
		return { passed: 0, failed: 1, skipped: 0 };
	}
	const file = join(reports, 'e2e.json');
	const code = await node(
		'node_modules/@playwright/test/cli.js',
		['test', '--config', 'tests/e2e/playwright.config.ts'],
		{ env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } }
	);
	return counted(code, file, ({ stats }) => ({
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: stats.skipped
	}));
}

const steps = {
	format: check(['prettier/bin/prettier.cjs', '--check', '.']),
	lint: check(['eslint/bin/eslint.js', '.']),
	types: check(
		['@sveltejs/kit/svelte-kit.js', 'sync'],
		['svelte-check/bin/svelte-check', '--fail-on-warnings']
	),
	'dependency rules': check([
		'dependency-cruiser/bin/dependency-cruise.mjs',
		'src',
		'--config',
		'tests/architecture.cjs'
	]),
	'unused code': check(['knip/bin/knip.js']),
	'unit tests': vitest('unit'),
	'component tests': vitest('component'),
	build: check(['vite/bin/vite.js', 'build', '--logLevel=warn']),
	'end-to-end tests': endToEnd
};

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

for (const [name, step] of Object.entries(steps)) {
	console.log(`\n== ${name}`);
	const since = performance.now();
	const result = { name, ...(await step()), duration: seconds(since) };
	results.push(result);
	console.log(`== ${name}: ${result.failed ? 'FAILED' : 'ok'}, ${result.duration}`);
}
rmSync(reports, { recursive: true });

console.log('');
for (const { name, passed, failed, duration } of results) {
	const tests = passed ? `, ${passed} passed` : '';
	console.log(`${failed ? 'FAILED' : 'ok    '}  ${name.padEnd(16)} ${duration.padStart(8)}${tests}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') ? 1 : 0;
