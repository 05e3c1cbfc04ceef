/** What the fuzzer starts from: our fixtures, and a document as each way out writes it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'fflate';
import { NATIVE } from '#lib/formats/native/native.ts';
import { outletOf } from '#lib/formats/out/out.ts';
import { WAYS_OUT } from '#lib/formats/out/ways-out.ts';

export interface Sample {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** Whether a file that breaks off cannot be taken for a whole one. Not so of lines: their last may be missing. */
	readonly hasEnd: boolean;
}

/**
 * Formats of lines, and files of several graphs one after the other. A zip archive has its end in its directory, so
 * tables inside one have an end too.
 */
const LINES = /two-graphs|\.(?:csv|tsv|net|paj)$|entities\.ftm\.json$|^written\/(?:ftm|plover|pajek)$/;

/**
 * @param root of the project
 * @returns in the same order each time; files over 200 kB are left out, for they only make cases slow
 */
export function corpus(root: string): Sample[] {
	const fixtures = join(root, 'tests', 'fixtures');
	const samples = readdirSync(fixtures, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort()
		.map((path) => sample(relative(fixtures, path).replaceAll('\\', '/'), readFileSync(path)));
	const report = join(root, 'data', 'quds-force-baghdad-2024.dramatis.json');
	const { document } = NATIVE.read(readFileSync(report, 'utf8'));
	const written = WAYS_OUT.map(({ id }) =>
		sample(`written/${id}`, joined(outletOf(id).write(document, 'safe')))
	);
	const graphml = samples.find(({ name }) => name === 'graphml/everything.graphml')!;
	return [...samples, ...written, { ...graphml, name: 'packed.gz', bytes: gzipSync(graphml.bytes) }].filter(
		({ bytes }) => bytes.length < 200_000
	);
}

function sample(name: string, bytes: Uint8Array): Sample {
	return { name, bytes: new Uint8Array(bytes), hasEnd: !LINES.test(name) };
}

function joined(pieces: Iterable<string | Uint8Array>): Uint8Array {
	return Buffer.concat([...pieces].map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}
