/** The flags that say what files of other programs mean where they do not say it themselves. */
import { typeNamed, type EdgeUse, type Mapping, type Question } from '#lib/formats/mapping.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
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
	{ name: 'from-column', value: 'NAME', help: 'The column with the first actor of a relation.' },
	{ name: 'to-column', value: 'NAME', help: 'The column with the second.' },
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
 * The mapping with what the flags say, and the questions that they leave open.
 * @throws Failure for a column that the file does not have
 */
export function answered(
	graph: StagedGraph,
	{ mapping, questions }: { readonly mapping: Mapping; readonly questions: readonly Question[] },
	args: Arguments
): { readonly mapping: Mapping; readonly open: readonly Question[] } {
	let edges = mapping.edges;
	for (const end of ['from', 'to'] as const)
		if (args.has(`${end}-column`)) edges = withEnd(graph, edges, end, args.get(`${end}-column`) ?? '');
	const untyped = args.get('untyped');
	const isAnswered: Readonly<Record<Question['about'], boolean>> = {
		from: args.has('from-column'),
		to: args.has('to-column'),
		types: args.has('new-types'),
		untyped: untyped !== undefined,
		'date order': args.has('dates')
	};
	return {
		mapping: {
			...mapping,
			edges,
			...(untyped !== undefined && { untyped: typeOf(untyped) }),
			...(args.has('dates') && { dateOrder: oneOf(args, 'dates', ['day-first', 'month-first'] as const) })
		},
		open: questions.filter(({ about }) => !isAnswered[about])
	};
}

function withEnd(graph: StagedGraph, uses: readonly EdgeUse[], end: 'from' | 'to', name: string): EdgeUse[] {
	const at = graph.edgeColumns.findIndex((column) => column.name === name);
	if (at < 0) {
		const names = graph.edgeColumns.slice(0, 30).map((column) => safe(column.name.slice(0, 40)));
		throw new Failure(
			`--${end}-column: there is no column “${name.slice(0, 60)}”.`,
			`There are: ${names.join(', ')}.`
		);
	}
	return graph.edgeColumns.map((_, index) => {
		if (index === at) return end;
		const use = uses[index] ?? 'attribute';
		return use === end ? 'attribute' : use;
	});
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
		from: '--from-column NAME',
		to: '--to-column NAME',
		types: '--new-types',
		untyped: '--untyped TYPE',
		'date order': '--dates day-first|month-first'
	};
	const answers = open.map(({ about }) => flags[about]);
	return new Failure(
		`The file leaves open what it means. ${asked.join(' ')}`,
		`Answer with ${answers.join(' ')}, or with --mapping and what --show-mapping of “dramatis convert” writes.`
	);
}
