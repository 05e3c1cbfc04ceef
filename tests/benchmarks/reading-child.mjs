/**
 * Reads one file once, in a process of its own, so that its peak of memory is its own.
 * `node reading-child.mjs <ours|graphology> <format> <file> <bundle>`: prints milliseconds and bytes as JSON.
 */
import { readFileSync } from 'node:fs';

const [reader, format, file, bundle] = process.argv.slice(2);

/** To the receipt: staged, guessed, interpreted. */
async function ours() {
	const { stageFile, guessMapping, interpret } = await import(bundle);
	const bytes = new Uint8Array(readFileSync(file));
	return async () => {
		const { graph } = await stageFile([{ name: 'x', bytes }]);
		return interpret(graph, guessMapping(graph).mapping).receipt.edges.inFile;
	};
}

/** To a graph. */
async function graphology() {
	const { MultiDirectedGraph } = await import('graphology');
	const { parse } = (await import(`graphology-${format}`)).default;
	const bytes = readFileSync(file);
	return () => parse(MultiDirectedGraph, bytes.toString('utf8')).size;
}

const read = await (reader === 'ours' ? ours() : graphology());
const since = performance.now();
const relations = await read();
const milliseconds = performance.now() - since;
// In kilobytes on every system that Node runs on.
console.log(JSON.stringify({ relations, milliseconds, memory: process.resourceUsage().maxRSS * 1024 }));
