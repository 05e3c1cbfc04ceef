// Writes prints into a document, so that its passages are found again in an edited text of the source.
//   node scripts/print-claims.mjs document.dramatis.json text.txt
// Needs the very text that the claims' positions count in: its SHA-256 must be that of one of the sources.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { root } from './run.mjs';

/**
 * @param {string} file the document; it is written anew, the same but for the prints
 * @param {string} textFile the source's text, in UTF-8
 */
async function printClaims(file, textFile) {
	const bytes = readFileSync(textFile);
	const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const server = await createServer({
		root,
		configFile: false,
		logLevel: 'error',
		server: { middlewareMode: true }
	});
	try {
		const load = (path) => server.ssrLoadModule(join(root, 'src/lib', path));
		const { readNative, writeNative } = await load('formats/native/native.ts');
		const { printOf, wordsOf } = await load('analysis/word-print.ts');
		const { document, problems } = readNative(readFileSync(file, 'utf8'));
		const refused = problems.filter(({ effect }) => effect !== 'noticed');
		if (refused.length) throw new Error(`The document has faults; mend them first. ${refused[0].message}`);
		const sources = new Set(
			document.sources.filter((source) => source.sha256 === sha256).map(({ id }) => id)
		);
		if (!sources.size) throw new Error(`No source of the document has this text: its SHA-256 is ${sha256}.`);
		const words = wordsOf(text);
		let count = 0;
		const claims = document.claims.map((claim) => {
			const { source, start, end } = claim;
			const print = sources.has(source) && start !== undefined ? printOf(words, start, end) : null;
			if (print) count++;
			return print ? { ...claim, print } : claim;
		});
		writeFileSync(file, writeNative({ ...document, claims }));
		console.log(`${count} of ${claims.length} claims have a print of this text.`);
	} finally {
		await server.close();
	}
}

const [file, textFile] = process.argv.slice(2);
if (!file || !textFile) {
	console.error('Usage: node scripts/print-claims.mjs document.dramatis.json text.txt');
	process.exitCode = 2;
} else await printClaims(file, textFile);
