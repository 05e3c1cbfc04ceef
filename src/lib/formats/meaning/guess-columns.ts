/** What the columns of a file are for: by what the format says, by their names, then by their values. */
import { edgeUseNamed, findPair, nodeUseNamed } from '#lib/formats/meaning/column-words.ts';
import { areNumbers, countedValues, sampleOf, shareOfDates } from '#lib/formats/meaning/column-values.ts';
import { guessType } from '#lib/formats/meaning/guess-types.ts';
import type { EdgeUse, Guess, NodeUse } from '#lib/formats/meaning/mapping.ts';
import { isAttributeCode } from '#lib/formats/meaning/own-columns.ts';
import { PLOVER } from '#lib/formats/meaning/type-codes.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';

/** Uses that several columns may have: lists, and what is kept anyway. */
const SHARED: ReadonlySet<string> = new Set(['aliases', 'sameAs', 'names', 'attribute', 'leave']);

/** More different values are no types of relations. */
const MOST_TYPES = 60;

export interface ColumnGuesses<Use> {
	readonly uses: readonly Use[];
	readonly guesses: readonly Guess[];
}

class Uses<Use extends string> {
	readonly #uses: (Use | undefined)[];
	readonly #names: readonly string[];
	readonly #about: Guess['about'];
	readonly guesses: Guess[] = [];

	constructor(about: Guess['about'], names: readonly string[]) {
		this.#about = about;
		this.#names = names;
		this.#uses = names.map(() => undefined);
	}

	isFree(use: Use): boolean {
		return SHARED.has(use) || !this.#uses.includes(use);
	}

	isOpen(column: number): boolean {
		return this.#uses[column] === undefined;
	}

	set(column: number, use: Use, sure: number, why: string): void {
		if (!this.isOpen(column) || !this.isFree(use)) return;
		this.#uses[column] = use;
		this.guesses.push({ about: this.#about, of: this.#names[column] ?? '', is: use, sure, why });
	}

	/** All columns; those that nothing was found out about have `rest`. */
	list(rest: Use): Use[] {
		return this.#uses.map((use) => use ?? rest);
	}
}

const BY_FORMAT = 'The format says so.';
const BY_NAME = 'The name of the column says so.';

/** What the columns of the nodes are for. */
export function guessNodeColumns(graph: StagedGraph): ColumnGuesses<NodeUse> {
	const names = graph.nodeColumns.map(({ name }) => name);
	const uses = new Uses<NodeUse>('node column', names);
	graph.nodeColumns.forEach(({ role }, column) => role && uses.set(column, role, 1, BY_FORMAT));
	const hasIds = graph.nodes.some(({ id }) => id !== null);
	names.forEach((name, column) => {
		const use = isAttributeCode(name) ? undefined : nodeUseNamed(name);
		if (use === undefined || (use === 'id' && hasIds)) return;
		if ((use === 'x' || use === 'y') && !areNumbers(sampleOf(graph.nodes, column))) return;
		uses.set(column, use, 0.9, BY_NAME);
	});
	// A list of actors without a column for names: the first column is what they are called.
	if (graph.table && !hasIds && uses.isFree('name') && uses.isFree('id') && names.length > 0)
		uses.set(0, 'name', 0.4, 'It is the first column, and no column is called a name.');
	return { uses: uses.list('attribute'), guesses: uses.guesses };
}

/** What the columns of the edges are for. */
export function guessEdgeColumns(graph: StagedGraph): ColumnGuesses<EdgeUse> {
	const names = graph.edgeColumns.map(({ name }) => name);
	const uses = new Uses<EdgeUse>('edge column', names);
	graph.edgeColumns.forEach(({ role }, column) => role && uses.set(column, role, 1, BY_FORMAT));
	const needsEnds = graph.edges.some(({ source, target }) => source === null || target === null);
	if (needsEnds) guessEnds(graph, names, uses);
	if (needsEnds) guessCodes(graph, names, uses);
	names.forEach((name, column) => {
		const use = isAttributeCode(name) ? undefined : edgeUseNamed(name);
		if (use === undefined || !uses.isOpen(column)) return;
		if (use === 'sign' && !areNumbers(sampleOf(graph.edges, column))) return;
		uses.set(column, use, 0.9, BY_NAME);
	});
	if (needsEnds) guessByValues(graph, names, uses);
	return { uses: uses.list('attribute'), guesses: uses.guesses };
}

/** Event data call the column of their codes `event`, which elsewhere is the name of an event. */
function guessCodes(graph: StagedGraph, names: readonly string[], uses: Uses<EdgeUse>): void {
	names.forEach((name, column) => {
		if (edgeUseNamed(name) !== 'event') return;
		const values = [...countedValues(graph.edges, column, MOST_TYPES + 1).keys()];
		const codes = values.filter((value) => PLOVER.has(value));
		if (codes.length > 0 && codes.length * 2 >= values.length)
			uses.set(column, 'type', 0.9, 'Its values are codes of PLOVER.');
	});
}

function guessEnds(graph: StagedGraph, names: readonly string[], uses: Uses<EdgeUse>): void {
	const open = names.map((name, column) => (uses.isOpen(column) ? name : ''));
	const pair = findPair(open);
	if (pair) {
		uses.set(pair[0], 'from', 0.9, BY_NAME);
		uses.set(pair[1], 'to', 0.9, BY_NAME);
		return;
	}
	const best = pairByValues(graph, names, uses);
	if (!best) return;
	const why = 'The two columns have the most values in common, and the names of the columns say nothing.';
	uses.set(best[0], 'from', 0.4, why);
	uses.set(best[1], 'to', 0.4, why);
}

/** The two columns of text that share most values: actors come on both sides. */
function pairByValues(
	graph: StagedGraph,
	names: readonly string[],
	uses: Uses<EdgeUse>
): readonly [number, number] | null {
	const candidates = names.flatMap((name, column) => {
		if (!uses.isOpen(column) || edgeUseNamed(name) !== undefined || column >= 40) return [];
		const values = sampleOf(graph.edges, column);
		if (values.length === 0 || shareOfDates(values) > 0.5) return [];
		return [{ column, values: new Set(values) }];
	});
	let best: readonly [number, number] | null = null;
	let most = 0;
	for (const [at, first] of candidates.entries()) {
		for (const second of candidates.slice(at + 1)) {
			const shared = [...first.values].filter((value) => second.values.has(value)).length;
			if (shared <= most) continue;
			most = shared;
			best = [first.column, second.column];
		}
	}
	const [first, second] = candidates;
	if (best || candidates.length !== 2 || !first || !second) return best;
	return [first.column, second.column];
}

function guessByValues(graph: StagedGraph, names: readonly string[], uses: Uses<EdgeUse>): void {
	names.forEach((_, column) => {
		if (!uses.isOpen(column)) return;
		const values = sampleOf(graph.edges, column);
		const share = shareOfDates(values);
		if (share > 0.8 && uses.isFree('when') && uses.isFree('start')) {
			uses.set(column, 'when', 0.6, `${percent(share)} of its values are dates.`);
			return;
		}
		if (!uses.isFree('type') || areNumbers(values)) return;
		const counts = countedValues(graph.edges, column, MOST_TYPES + 1);
		if (counts.size === 0 || counts.size > MOST_TYPES) return;
		const known = [...counts.keys()].filter((value) => guessType(value).sure > 0).length / counts.size;
		if (known >= 0.5)
			uses.set(column, 'type', 0.6, `${percent(known)} of its values are relation types that we know.`);
	});
}

function percent(share: number): string {
	return `${Math.round(100 * share)} %`;
}
