// Draws which folder imports which, as Mermaid, from the imports themselves.
// An arrow that follows from others is left out: with all of them the picture is a tangle.
//   --write  puts it into README.md, between <!-- diagram --> and <!-- /diagram -->
//   --check  fails if what stands there is out of date
import { cruise } from 'dependency-cruiser';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './run.mjs';

const readme = join(root, 'README.md');
const between = /(<!-- diagram -->\n)[\s\S]*?(<!-- \/diagram -->)/;

/** The name of a file's folder in the picture; undefined for what is not in it. */
const folderOf = (path) => /^src\/(?:lib\/)?([a-z]+)\//.exec(path)?.[1] ?? /^(data)\//.exec(path)?.[1];

/** @returns {Promise<Map<string, Set<string>>>} for each folder, the folders that its files import */
async function folderImports() {
	const { options } = createRequire(import.meta.url)('../tests/architecture.cjs');
	const { output } = await cruise(['src'], { ...options, baseDir: root });
	const imports = new Map();
	for (const { source, dependencies } of output.modules) {
		const from = folderOf(source);
		if (!from) continue;
		if (!imports.has(from)) imports.set(from, new Set());
		for (const { resolved } of dependencies) {
			const to = folderOf(resolved);
			if (to && to !== from) imports.get(from).add(to);
		}
	}
	return imports;
}

/** Whether `to` is reached from `from` through at least one other folder. There are no cycles: a check sees to that. */
function isImplied(imports, from, to) {
	const reaches = (via) => via === to || [...(imports.get(via) ?? [])].some(reaches);
	return [...imports.get(from)].some((via) => via !== to && reaches(via));
}

function mermaid(imports) {
	const arrows = [];
	for (const from of [...imports.keys()].sort()) {
		for (const to of [...imports.get(from)].sort()) {
			if (!isImplied(imports, from, to)) arrows.push(`  ${from} --> ${to}`);
		}
	}
	return ['```mermaid', 'flowchart TD', ...arrows, '```', ''].join('\n');
}

/** README.md as it stands and as it should be. Throws if there is no place for the picture. */
function readmeWith(picture) {
	const now = readFileSync(readme, 'utf8');
	if (!between.test(now)) throw new Error('README.md has no <!-- diagram --> … <!-- /diagram --> markers.');
	return { now, wanted: now.replace(between, (_, before, after) => before + picture + after) };
}

async function main(flags) {
	process.chdir(root); // dependency-cruiser looks for its files where it runs
	const picture = mermaid(await folderImports());
	if (!flags.includes('--write') && !flags.includes('--check')) return console.log(picture.trimEnd());
	const { now, wanted } = readmeWith(picture);
	if (flags.includes('--write')) return writeFileSync(readme, wanted);
	if (now !== wanted) throw new Error('The diagram in README.md is out of date: npm run diagram -- --write');
}

await main(process.argv.slice(2)).catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
