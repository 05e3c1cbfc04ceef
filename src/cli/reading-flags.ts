/** The flags that say what files of other programs mean where they do not say it themselves. */
import {
	EDGE_USES,
	NODE_USES,
	typeNamed,
	type Mapping,
	type Question
} from '#lib/formats/meaning/mapping.ts';
import type { Column, StagedGraph } from '#lib/formats/staged.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { Failure } from './failure.ts';
import type { Arguments, Flag } from './flags.ts';
import { safe } from './terminal.ts';
import { oneOf } from './view-arguments.ts';

export const READING_FLAGS: readonly Flag[] = [
	{
		name: 'mapping',
		value: 'FILE',
		help: 'What columns and words mean: JSON, such as “dramatis convert FILE --show-mapping” writes.'
	},
	{
		name: 'column',
		value: 'NAME=USE',
		many: true,
		help: 'What a column holds, such as who=from, whom=to, does=type, day=when; “leave” leaves it out.'
	},
	{
		name: 'untyped',
		value: 'TYPE',
		help: 'What a line without a type means: an id of ours, such as backs, or words of your own.'
	},
	{ name: 'new-types', help: 'Words for relations that are not known here become types of the document.' },
	{
		name: 'dates',
		value: 'day-first|month-first',
		help: 'How dates such as 03/04/2024 are written.'
	},
	{
		name: 'encoding',
		value: 'NAME',
		help: 'Of text that does not say its own, such as windows-1252 or shift_jis.'
	},
	{ name: 'file', value: 'NAME', help: 'Of an archive with several files, the one to take.' }
];

export const READING_SECTION = {
	title: 'How files of other programs are read, where they leave it open',
	flags: READING_FLAGS
};

/**
 * The graph with columns that mean what the flags say.
 * @throws Failure for a column that the file does not have, or that cannot hold such a thing
 */
export function withColumns(graph: StagedGraph, args: Arguments): StagedGraph {
	const uses = new Map(args.all('column').map(columnUse));
	for (const [name, use] of uses) refuseUnknown(graph, name, use);
	const put = <C extends Column>(columns: readonly C[], allowed: readonly string[]) =>
		columns.map((column) => {
			const use = uses.get(column.name);
			return use !== undefined && allowed.includes(use) ? ({ ...column, role: use } as C) : column;
		});
	return {
		...graph,
		nodeColumns: put(graph.nodeColumns, NODE_USES),
		edgeColumns: put(graph.edgeColumns, EDGE_USES)
	};
}

function columnUse(text: string): [name: string, use: string] {
	const at = text.lastIndexOf('=');
	if (at < 0) throw new Failure(`--column ${text.slice(0, 60)}: write NAME=USE, such as who=from.`);
	return [text.slice(0, at), text.slice(at + 1)];
}

function refuseUnknown({ nodeColumns, edgeColumns }: StagedGraph, name: string, use: string): void {
	const has = (columns: readonly Column[]) => columns.some((column) => column.name === name);
	const listed = (words: readonly string[]) => words.slice(0, 40).map((word) => safe(word.slice(0, 40)));
	if (!has(nodeColumns) && !has(edgeColumns)) {
		const names = [...new Set([...edgeColumns, ...nodeColumns].map((column) => column.name))];
		throw new Failure(
			`--column: there is no column “${name.slice(0, 60)}”.`,
			`There are: ${listed(names).join(', ')}.`
		);
	}
	const allowed = [...(has(edgeColumns) ? EDGE_USES : []), ...(has(nodeColumns) ? NODE_USES : [])];
	if (!allowed.some((one) => one === use))
		throw new Failure(
			`--column: “${use.slice(0, 60)}” is nothing that a column holds.`,
			`There are: ${listed([...new Set(allowed)]).join(', ')}.`
		);
}

/** The mapping with what the flags say, and the questions that they leave open. */
export function answered(
	{ mapping, questions }: { readonly mapping: Mapping; readonly questions: readonly Question[] },
	args: Arguments
): { readonly mapping: Mapping; readonly open: readonly Question[] } {
	const untyped = args.get('untyped');
	const isAnswered: Readonly<Record<Question['about'], boolean>> = {
		from: mapping.edges.includes('from') && args.has('column'),
		to: mapping.edges.includes('to') && args.has('column'),
		types: args.has('new-types'),
		untyped: untyped !== undefined,
		'date order': args.has('dates')
	};
	return {
		mapping: {
			...mapping,
			...(untyped !== undefined && { untyped: typeOf(untyped) }),
			...(args.has('dates') && { dateOrder: oneOf(args, 'dates', ['day-first', 'month-first'] as const) })
		},
		open: questions.filter(({ about }) => !isAnswered[about])
	};
}

function typeOf(word: string): Mapping['untyped'] {
	const known = RELATION_TYPES.find(({ id, name }) => id === word || name === word);
	return known ? { id: known.id } : { own: typeNamed(word) };
}

/** Questions that are open, with the words that they are about and how to answer. */
export function openQuestions(open: readonly Question[]): Failure {
	const asked = open.map(({ text, values }) => {
		const some = values.slice(0, 8).map((value) => `“${safe(value.slice(0, 40))}”`);
		if (values.length > some.length) some.push('…');
		return some.length ? `${text} (${some.join(', ')})` : text;
	});
	const flags: Readonly<Record<Question['about'], string>> = {
		from: '--column NAME=from',
		to: '--column NAME=to',
		types: '--new-types',
		untyped: '--untyped TYPE or --column NAME=type',
		'date order': '--dates day-first|month-first'
	};
	const answers = open.map(({ about }) => flags[about]);
	return new Failure(
		`The file leaves open what it means. ${asked.join(' ')}`,
		`Answer with ${answers.join(' and ')}; or with --mapping and what “dramatis convert --show-mapping” writes.`
	);
}
