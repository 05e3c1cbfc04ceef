/** The flags of `dramatis convert`, and what they mean. Pure. */
import { WAYS_OUT, type WayOut } from '#lib/formats/out/ways-out.ts';
import type { PublishChoices } from '#lib/model/publish-copy.ts';
import type { Facts } from '#lib/view/facts.ts';
import { Failure } from './failure.ts';
import type { Arguments, Flag } from './flags.ts';
import { chosenValues } from './value-lists.ts';
import { actorChoices } from './view-arguments.ts';

type Thing = Exclude<keyof PublishChoices, 'actors'>;

/** What --publish can name. */
const THINGS: readonly { readonly value: Thing; readonly names: readonly string[] }[] = [
	{ value: 'positions', names: [] },
	{ value: 'notes', names: [] },
	{ value: 'attributes', names: [] },
	{ value: 'fileNames', names: ['file-names'] },
	{ value: 'authors', names: [] },
	{ value: 'times', names: [] },
	{ value: 'picture', names: [] },
	{ value: 'unknownKeys', names: ['unknown-keys'] }
];
const WORDS = THINGS.map(({ value, names: [name = value] }) => name);

export const CONVERT_FLAGS: readonly Flag[] = [
	{ name: 'output', short: 'o', value: 'OUT', help: 'Where the files go.' },
	{
		name: 'to',
		value: 'FORMAT',
		help: `One of ${WAYS_OUT.map(({ id }) => id).join(', ')}; else the ending of -o says it.`
	},
	{ name: 'visible', help: 'Only what is visible in the view that the flags below ask for.' },
	{
		name: 'safe',
		help: 'Tables that no spreadsheet takes for formulas: values that begin as one get an apostrophe. Usual.'
	},
	{ name: 'exact', help: 'Tables with every value as it is.' },
	{
		name: 'publish',
		value: 'LIST',
		many: true,
		help: `A copy for others, without some of ${WORDS.join(', ')}; or all of these.`
	},
	{
		name: 'leave-out',
		value: 'ACTORS',
		many: true,
		help: 'Without these actors, their relations, and what is said of these alone.'
	},
	{ name: 'together', help: 'All FILES are tables of one document.' },
	{
		name: 'show-mapping',
		help: 'Writes what columns and words are taken to mean, as JSON, and nothing else.'
	},
	{ name: 'quiet', short: 'q', help: 'No receipts, and not what is lost.' }
];

/**
 * The format that is asked for, by name or by the ending of the target.
 * @throws Failure for one that there is not, or where the ending leaves it open
 */
export function wayFrom(args: Arguments, target: string | undefined): WayOut {
	if (args.has('safe') && args.has('exact')) throw new Failure('--safe and --exact cannot both be.');
	const asked = args.get('to')?.toLowerCase();
	const way = asked === undefined ? wayOfEnding(target ?? '') : WAYS_OUT.find(({ id }) => id === asked);
	if (!way) {
		const names = WAYS_OUT.map(({ id }) => id).join(', ');
		if (asked !== undefined)
			throw new Failure(`--to ${asked.slice(0, 40)} is none that is written.`, `Give --to one of ${names}.`);
		throw target?.toLowerCase().endsWith('.json')
			? whichJson()
			: new Failure('Which format?', `Give --to one of ${names}.`);
	}
	if ((args.has('safe') || args.has('exact')) && !way.hasStyles)
		throw new Failure('--safe and --exact are for tables: csv and plover.');
	return way;
}

function wayOfEnding(target: string): WayOut | undefined {
	const name = target.toLowerCase();
	if (name.endsWith('.csv') && !name.endsWith('.plover.csv'))
		throw new Failure('A document is two tables, which go into one zip.', 'Give -o a name in .csv.zip.');
	if (name.endsWith('.zip')) return WAYS_OUT.find(({ id }) => id === 'csv');
	// .json alone is many formats; the others say theirs.
	const known = WAYS_OUT.filter(({ ending }) => ending !== '.json' && name.endsWith(ending));
	return known.sort((a, b) => b.ending.length - a.ending.length)[0];
}

/** Several formats end so; the others that do say more, so that nobody has to be asked. */
function whichJson(): Failure {
	const ways = WAYS_OUT.filter(({ ending }) => ending.endsWith('.json'));
	const choices = ways.map(
		({ id, called, ending }) =>
			`--to ${id}${ending === '.json' ? '' : ` or a name in ${ending}`} for ${called}`
	);
	return new Failure('Which format? Several end in .json.', `Give ${choices.join(', ')}.`);
}

/** What a copy for others goes without. @throws Failure for what is not known */
export function leaveOutFrom(args: Arguments, facts: Facts): PublishChoices {
	const all = { value: THINGS.map(({ value }) => value), names: ['all'] };
	const things = args.has('publish')
		? chosenValues<Thing>('publish', args.all('publish'), [...THINGS, all])
		: [];
	const actors = args.has('leave-out')
		? chosenValues('leave-out', args.all('leave-out'), actorChoices(facts))
		: [];
	return {
		...Object.fromEntries(things.map((thing) => [thing, true])),
		...(actors.length > 0 && { actors })
	};
}
