/** A first mapping for a file, and what only the user can say about it. */
import { holdsCodes } from '#lib/formats/meaning/column-words.ts';
import { countedValues, valueAt } from '#lib/formats/meaning/column-values.ts';
import { guessEdgeColumns, guessNodeColumns } from '#lib/formats/meaning/guess-columns.ts';
import { guessKind, guessModality } from '#lib/formats/meaning/guess-kinds.ts';
import { guessType } from '#lib/formats/meaning/guess-types.ts';
import { LINKED } from '#lib/formats/meaning/mapping.ts';
import type {
	DateOrder,
	EdgeUse,
	Guess,
	Mapping,
	NodeUse,
	Question,
	TypeChoice
} from '#lib/formats/meaning/mapping.ts';
import { CLAIM_ID } from '#lib/formats/meaning/own-columns.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { orderOf } from '#lib/formats/meaning/table-dates.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** Values of a column that are guessed one by one; the others keep their name. */
const MOST_VALUES = 1000;
const MOST_IN_QUESTION = 50;

/** Formats whose own words for relations are known, and need no answer. */
const TELLING: ReadonlySet<string> = new Set(['stix', 'ftm', 'plover']);

export interface Guessed {
	readonly mapping: Mapping;
	/** Only what the file does not tell. */
	readonly questions: readonly Question[];
	readonly guesses: readonly Guess[];
}

/**
 * What a file most probably means. Never throws; takes time in proportion to the file.
 * @param title of the document, where the file has none: the name of the file
 */
export function guessMapping(graph: StagedGraph, title = 'Untitled'): Guessed {
	const nodes = guessNodeColumns(graph);
	const edges = guessEdgeColumns(graph);
	const types = guessTypes(graph, edges.uses);
	const kinds = guessWords(graph.nodes, nodes.uses.indexOf('kind'), 'kind', guessKind);
	const modalities = guessWords(graph.edges, edges.uses.indexOf('modality'), 'modality', guessModality);
	const dates = guessDateOrder(graph, nodes.uses, edges.uses);
	const list = guessSeparator(graph, nodes.uses);
	const ours = edges.uses.includes(CLAIM_ID);
	const hasSign = edges.uses.includes('sign');
	const mapping: Mapping = {
		title: graph.title ?? title,
		nodes: nodes.uses,
		edges: edges.uses,
		types: types.choices,
		untyped: hasSign ? { id: 'allied_with' } : { own: LINKED },
		untypedNegative: hasSign ? { id: 'opposes' } : { own: LINKED },
		kinds: kinds.choices,
		modalities: modalities.choices,
		missingEnds: 'make',
		undirected: 'one',
		positions: nodes.uses.includes('x') && nodes.uses.includes('y'),
		dateOrder: dates.order,
		separator: list,
		sameRelation: ours ? 'id' : graph.table ? 'alike' : 'never',
		chain: ours ? 'whole' : 'quoted',
		spaces: graph.table && !ours ? 'trim' : 'keep'
	};
	const guesses = [nodes, edges, types, kinds, modalities, dates].flatMap((one) => one.guesses);
	const questions = [...askEnds(graph, edges), ...askTypes(graph, edges.uses, types), ...dates.questions];
	return { mapping, questions, guesses };
}

interface Types {
	readonly choices: readonly (readonly [string, TypeChoice])[];
	readonly guesses: readonly Guess[];
	readonly unknown: readonly string[];
}

function guessTypes(graph: StagedGraph, uses: readonly EdgeUse[]): Types {
	const column = uses.indexOf('type');
	if (column < 0) return { choices: [], guesses: [], unknown: [] };
	// A row without both ends is left out, and its words need no answer: a line of totals, for one.
	const [from, to] = [uses.indexOf('from'), uses.indexOf('to')];
	const whole = graph.edges.filter(
		(edge) =>
			(edge.source ?? valueAt(edge, from)) !== undefined && (edge.target ?? valueAt(edge, to)) !== undefined
	);
	const counts = countedValues(whole, column, MOST_VALUES);
	const codes = codesOf(graph, column);
	const explained = explainedTypes(graph, uses);
	const found = [...counts]
		.sort(([, a], [, b]) => b - a)
		.map(([value]) => ({ value, guess: guessType(value.trim(), codes.get(value)) }))
		.filter(({ value, guess }) => guess.sure > 0 || !explained.has(value));
	return {
		choices: found.map(({ value, guess }) => [value, guess.choice]),
		guesses: found.map(({ value, guess: { choice, sure, why } }) => ({
			about: 'type',
			of: value,
			is: 'id' in choice ? choice.id : choice.own.name,
			sure,
			why
		})),
		unknown: found.filter(({ guess }) => guess.sure === 0).map(({ value }) => value)
	};
}

/** Names of types that the rows explain themselves: files of ours. */
function explainedTypes(graph: StagedGraph, uses: readonly EdgeUse[]): ReadonlySet<string> {
	const [type, id] = [uses.indexOf('type'), uses.indexOf('type.id')];
	const explained = new Set<string>();
	if (id < 0) return explained;
	for (const row of graph.edges) {
		const value = valueAt(row, type);
		if (value !== undefined && valueAt(row, id) !== undefined) explained.add(value);
	}
	return explained;
}

/** The code that stands beside each value of the type column, where a column has such codes. */
function codesOf(graph: StagedGraph, type: number): ReadonlyMap<string, string> {
	const column = graph.edgeColumns.findIndex(({ name }) => holdsCodes(name));
	const codes = new Map<string, string>();
	if (column < 0) return codes;
	for (const row of graph.edges) {
		const value = valueAt(row, type);
		const code = valueAt(row, column);
		if (value !== undefined && code !== undefined && !codes.has(value)) codes.set(value, code);
	}
	return codes;
}

function guessWords<T extends string>(
	rows: readonly { readonly values: readonly (string | undefined)[] }[],
	column: number,
	about: 'kind' | 'modality',
	guess: (value: string) => T | null
) {
	const choices: [string, T][] = [];
	const guesses: Guess[] = [];
	if (column < 0) return { choices, guesses };
	for (const value of countedValues(rows, column, MOST_VALUES).keys()) {
		const found = guess(value);
		if (found === null) continue;
		choices.push([value, found]);
		guesses.push({ about, of: value, is: found, sure: value === found ? 1 : 0.8, why: 'The word says so.' });
	}
	return { choices, guesses };
}

const DATED: ReadonlySet<string> = new Set(['when', 'start', 'end', 'published']);

function guessDateOrder(graph: StagedGraph, nodeUses: readonly NodeUse[], edgeUses: readonly EdgeUse[]) {
	const seen = { 'day-first': '', 'month-first': '', unclear: '', same: '' };
	const look = (rows: StagedGraph['nodes'] | StagedGraph['edges'], uses: readonly string[]) => {
		uses.forEach((use, column) => {
			if (!DATED.has(use)) return;
			for (const row of rows) {
				const value = row.values[column];
				const order = value === undefined ? null : orderOf(value);
				if (order !== null) seen[order] ||= value ?? '';
			}
		});
	};
	look(graph.nodes, nodeUses);
	look(graph.edges, edgeUses);
	return judgeOrder(seen);
}

function judgeOrder(seen: Readonly<Record<DateOrder | 'unclear', string>>): {
	order: DateOrder | null;
	guesses: Guess[];
	questions: Question[];
} {
	const found = (['day-first', 'month-first'] as const).filter((order) => seen[order] !== '');
	const [order] = found;
	if (seen.unclear === '') return { order: order ?? null, guesses: [], questions: [] };
	if (order !== undefined && found.length === 1) {
		const why = `${quoted(seen[order])} can only be read so.`;
		const guess: Guess = { about: 'dates', of: seen.unclear, is: order, sure: 0.9, why };
		return { order, guesses: [guess], questions: [] };
	}
	const text =
		found.length === 0
			? `Is ${quoted(seen.unclear)} written with the day first or with the month first?`
			: `The file has dates of both orders. Is ${quoted(seen.unclear)} written with the day first?`;
	return { order: null, guesses: [], questions: [{ about: 'date order', text, values: [seen.unclear] }] };
}

/** Between the entries of lists: what the values have, a semicolon when they have nothing. */
function guessSeparator(graph: StagedGraph, uses: readonly NodeUse[]): string {
	const lists = uses.flatMap((use, column) =>
		use === 'aliases' || use === 'sameAs' ? [...countedValues(graph.nodes, column, MOST_VALUES).keys()] : []
	);
	const has = (separator: string) => lists.some((value) => value.includes(separator));
	return has(';') ? ';' : has('|') ? '|' : ';';
}

function askEnds(
	graph: StagedGraph,
	{ uses, guesses }: { readonly uses: readonly EdgeUse[]; readonly guesses: readonly Guess[] }
): Question[] {
	if (!graph.edges.some(({ source, target }) => source === null || target === null)) return [];
	const words = { from: 'Which column has the actor that does it?', to: 'Which column has the other actor?' };
	return (['from', 'to'] as const)
		.filter((end) => !uses.includes(end) || guesses.some(({ is, sure }) => is === end && sure < 0.5))
		.map((end) => ({ about: end, text: words[end], values: [] }));
}

function askTypes(graph: StagedGraph, uses: readonly EdgeUse[], types: Types): Question[] {
	if (graph.edges.length === 0 || TELLING.has(graph.format)) return [];
	const column = uses.indexOf('type');
	if (column < 0) {
		if (uses.includes('sign')) return [];
		return [{ about: 'untyped', text: 'What does a line between two actors mean in this file?', values: [] }];
	}
	return typesInQuestion(types.unknown);
}

/** The question which relation types these words mean, if there are any. */
export function typesInQuestion(words: readonly string[]): Question[] {
	const count = words.length;
	if (count === 0) return [];
	const text =
		count === 1
			? 'One word for a relation is not known here. Which type is it?'
			: `${count} words for relations are not known here. Which types are they?`;
	return [{ about: 'types', text, values: words.slice(0, MOST_IN_QUESTION) }];
}
