/**
 * Taking in a file of another program, step by step, inside a worker: what the file holds stays here until it is
 * wanted, and only what a screen shows of it crosses over. A worker is for one import, and is ended with it.
 */
import { CSV } from '#lib/formats/tables/csv.ts';
import { LIMITS, LimitError, type LimitName } from '#lib/formats/limits.ts';
import { FOREIGN_FORMATS } from '#lib/formats/foreign-formats.ts';
import { guessMapping, type Guessed } from '#lib/formats/meaning/guess.ts';
import type { ImportReceipt } from '#lib/formats/meaning/import-receipt.ts';
import { interpret, type Interpretation } from '#lib/formats/meaning/interpret.ts';
import { RECORDS } from '#lib/formats/tables/records.ts';
import { shapeKey, type EdgeUse, type Mapping, type NodeUse } from '#lib/formats/meaning/mapping.ts';
import { stageFile, type StageOptions, type Staged } from '#lib/formats/stage.ts';
import type { Column, StagedEdge, StagedGraph, StagedNode } from '#lib/formats/staged.ts';
import { materialOf } from '#lib/analysis/checks/check.ts';
import { twinActors } from '#lib/analysis/checks/twin-actors.ts';
import { emptyDocument, type Actor, type Document, type Id } from '#lib/model/document.ts';
import { addDocument } from '#lib/model/edit-add.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** An error that crosses a thread loses its class and all but its message. */
export type Answer<T> =
	| { readonly ok: true; readonly value: T }
	| {
			readonly ok: false;
			readonly message: string;
			readonly remedy: string;
			readonly place: string;
			readonly limit?: LimitName;
	  };

/** What a screen needs to show of a file. */
export interface Preview extends Guessed {
	readonly what: 'graph';
	readonly name: string;
	/** What the format is called. */
	readonly formatName: string;
	readonly tables: Extract<Staged, { what: 'graph' }>['tables'];
	readonly encoding: string;
	/** Files with the same key have the same columns. */
	readonly shape: string;
	readonly nodeColumns: readonly Column[];
	readonly edgeColumns: readonly Column[];
	/** The first few. */
	readonly nodes: readonly StagedNode[];
	readonly edges: readonly StagedEdge[];
	/** By value of the column of types: how many edges have it. The most frequent first. */
	readonly typeCounts: ReadonlyMap<string, number>;
}

/** A guess after the user has said what columns mean. */
export type GuessedAgain = Guessed & Pick<Preview, 'typeCounts'>;

export type Found = Exclude<Staged, { what: 'graph' }> | Preview;

/** What an import would give, without the document itself. */
export interface Outcome {
	readonly receipt: ImportReceipt;
	readonly actors: number;
	readonly relations: number;
	readonly claims: number;
	/** The first few relations as they would be read. */
	readonly sample: Pick<Document, 'actors' | 'relations' | 'types'>;
}

const FIRST = 8;
/** Of one cell a screen shows no more; the file may hold a million characters in it. */
const SHOWN = 120;

let staged: StagedGraph | null = null;
let mostRecords = LIMITS.records;

/** Reads files and keeps what they hold. */
export async function stage(
	files: readonly { readonly name: string; readonly data: Blob }[],
	options: Omit<StageOptions, 'signal'>,
	progress: (elements: number, bytes: number) => void
): Promise<Answer<Found>> {
	return answered(async () => {
		const input = files.map(({ name, data }) => ({ name, bytes: data }));
		const found = await stageFile(input, options, slowly(progress));
		if (found.what !== 'graph') return found;
		if (isEmpty(found.graph)) {
			throw new UnreadableError(
				`The file is ${formatName(found.graph.format)}, but there is no actor and no relation in it.`,
				'Look whether it is the right file.'
			);
		}
		staged = found.graph;
		mostRecords = options.limits?.records ?? LIMITS.records;
		return preview(found);
	});
}

/** The mapping and its words where the user has said that other columns mean something. */
export async function guessAgain(
	nodes: readonly NodeUse[],
	edges: readonly EdgeUse[]
): Promise<Answer<GuessedAgain>> {
	return answered(() => ({
		...guessMapping(withUses(graph(), nodes, edges)),
		typeCounts: countsOf(graph(), edges.indexOf('type'))
	}));
}

/** What would come of an import by a mapping. */
export async function outcome(mapping: Mapping): Promise<Answer<Outcome>> {
	return answered(() => {
		const { document, receipt } = interpreted(mapping);
		refuseTooMany(document, mostRecords);
		const relations = document.relations.slice(0, FIRST);
		const ends = new Set(relations.flatMap(({ from, to }) => [from, to]));
		return {
			receipt,
			actors: document.actors.length,
			relations: document.relations.length,
			claims: document.claims.length,
			sample: {
				relations,
				actors: document.actors.filter(({ id }) => ends.has(id)),
				...(document.types && { types: document.types })
			}
		};
	});
}

/** @throws LimitError for a document with more records than can be worked with */
function refuseTooMany({ actors, relations, claims }: Document, most: number): void {
	const all = actors.length + relations.length + claims.length;
	if (all <= most) return;
	const figure = (number: number) => number.toLocaleString('en');
	const parts = `actors ${figure(actors.length)}, relations ${figure(relations.length)}, claims ${figure(claims.length)}`;
	throw new LimitError(
		'records',
		`It comes to ${figure(all)} records (${parts}), and ${figure(most)} are the most that can be worked with here.`,
		'Take the part of the file that matters, or those actors and relations that are of interest.'
	);
}

/** The document that comes of it. */
export async function take(mapping: Mapping): Promise<Answer<Interpretation>> {
	return answered(() => interpreted(mapping));
}

/** An actor that comes and one that is there, which look the same. */
export interface Twins {
	readonly here: Id;
	readonly coming: Id;
	/** Their names, the one that is there first. */
	readonly names: readonly [string, string];
	/** By what they meet: an id elsewhere, the same words, or the sound. */
	readonly reason: string;
}

/** Nobody looks at more. */
const MOST_TWINS = 200;

/** The actors of a document that look like actors who are there. */
export async function twinsOf(document: Document, here: readonly Actor[]): Promise<readonly Twins[]> {
	const { document: both, actors } = addDocument(
		{ ...emptyDocument(''), actors: here },
		{ ...emptyDocument(''), actors: document.actors }
	);
	const coming = new Map([...actors].map(([own, now]) => [now, own]));
	const names = new Map(both.actors.map(({ id, name }) => [id, name]));
	const alike = new Map(here.map(({ id, name }) => [name, id]).reverse() as [string, Id][]);
	const twins: Twins[] = [];
	const run = twinActors.run(materialOf(both));
	let findings = Array.isArray(run) ? run : [];
	if (!Array.isArray(run)) {
		const steps = run as Generator<void, typeof findings>;
		let step = steps.next();
		while (!step.done) step = steps.next();
		findings = step.value;
	}
	for (const { place, others = [], reason = '' } of findings) {
		const own = coming.get(place.id);
		// Of several whose names differ in case or accents alone, the one that is called the very same.
		const same = reason === 'name' ? alike.get(names.get(place.id) ?? '') : undefined;
		const other = same ?? others[0];
		if (own === undefined || other === undefined || coming.has(other)) continue;
		if (twins.length >= MOST_TWINS) break;
		const pair = [names.get(other) ?? '', names.get(place.id) ?? ''] as const;
		twins.push({ here: other, coming: own, names: pair, reason });
	}
	return twins;
}

/** The same of the file that was read, by a mapping. */
export async function twins(mapping: Mapping, here: readonly Actor[]): Promise<Answer<readonly Twins[]>> {
	return answered(() => twinsOf(interpreted(mapping).document, here));
}

/** The same of a document of our own. */
export async function twinsIn(document: Document, here: readonly Actor[]): Promise<Answer<readonly Twins[]>> {
	return answered(() => twinsOf(document, here));
}

function graph(): StagedGraph {
	if (!staged) throw new Error('No file has been read yet.');
	return staged;
}

/** The last interpretation: what a user has looked at is taken, and need not be worked out again. */
let latest: {
	readonly graph: StagedGraph;
	readonly mapping: string;
	readonly result: Interpretation;
} | null = null;

function interpreted(mapping: Mapping): Interpretation {
	const [of, key] = [graph(), JSON.stringify(mapping)];
	if (latest?.graph !== of || latest.mapping !== key)
		latest = { graph: of, mapping: key, result: interpret(of, mapping) };
	return latest.result;
}

async function answered<T>(work: () => T | Promise<T>): Promise<Answer<T>> {
	try {
		return { ok: true, value: await work() };
	} catch (error) {
		if (!(error instanceof UnreadableError)) throw error;
		const { message, remedy, place } = error;
		return { ok: false, message, remedy, place, ...(error instanceof LimitError && { limit: error.limit }) };
	}
}

function preview({ name, graph, tables, encoding }: Extract<Staged, { what: 'graph' }>): Preview {
	const guessed = guessMapping(graph, titleOf(name));
	return {
		what: 'graph',
		name,
		formatName: formatName(graph.format),
		tables,
		encoding,
		shape: shapeKey(graph),
		nodeColumns: graph.nodeColumns,
		edgeColumns: graph.edgeColumns,
		nodes: graph.nodes.slice(0, FIRST).map(shown),
		edges: graph.edges.slice(0, FIRST).map(shown),
		typeCounts: countsOf(graph, guessed.mapping.edges.indexOf('type')),
		...guessed
	};
}

function isEmpty({ tally }: StagedGraph): boolean {
	return Object.values(tally).every(({ inFile }) => inFile === 0);
}

function formatName(format: string): string {
	if (format === 'xlsx') return 'Excel workbook';
	return [...FOREIGN_FORMATS, RECORDS, CSV].find(({ id }) => id === format)?.name ?? format;
}

function shown<Row extends StagedNode | StagedEdge>(row: Row): Row {
	return { ...row, values: row.values.map((value) => value?.slice(0, SHOWN)) };
}

function countsOf(graph: StagedGraph, column: number): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	if (column < 0) return counts;
	for (const { values } of graph.edges) {
		const value = values[column];
		if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** The graph with columns that mean what the user says. */
function withUses(graph: StagedGraph, nodes: readonly NodeUse[], edges: readonly EdgeUse[]): StagedGraph {
	const put = <C extends Column>(columns: readonly C[], uses: readonly string[]) =>
		columns.map(({ name, type }, place) => {
			const use = uses[place];
			return { name, ...(type !== undefined && { type }), ...(use !== undefined && { role: use }) } as C;
		});
	return { ...graph, nodeColumns: put(graph.nodeColumns, nodes), edgeColumns: put(graph.edgeColumns, edges) };
}

/** The name of a file without its ending. */
function titleOf(name: string): string {
	return name.replace(/(?:\.[a-z0-9]{1,8}){1,2}$/i, '') || name;
}

/** Four times a second is enough for whoever watches, and messages cost more than reading. */
function slowly(progress: (elements: number, bytes: number) => void) {
	let last = 0;
	return (elements: number, bytes: number) => {
		const now = performance.now();
		if (now - last < 250) return;
		last = now;
		progress(elements, bytes);
	};
}
