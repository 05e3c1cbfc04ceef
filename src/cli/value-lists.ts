/** Lists of values on the command line: found by id or by name, whatever the case. */
import { Failure } from './failure.ts';
import { safe } from './terminal.ts';

export interface Choice<V> {
	/** What is meant; several where a word stands for a group. */
	readonly value: V | readonly V[];
	/** By what else it may be called; a single value is known by itself too. */
	readonly names: readonly string[];
}

/** More names than these help nobody to find the right one. */
const MOST_NAMED = 12;

/**
 * The values that texts name, each a list separated by commas; a name that has a comma itself may be a text of its own.
 * @throws Failure for what is not among the choices; it names those that are.
 */
export function chosenValues<V extends string>(
	flag: string,
	texts: readonly string[],
	choices: readonly Choice<V>[]
): V[] {
	const known = knownAs(choices);
	const words = texts.flatMap((text) => (known.has(key(text)) ? [text] : text.split(',')));
	if (!words.some((word) => word.trim())) throw new Failure(`--${flag} needs a list of values.`);
	return words
		.filter((word) => word.trim())
		.flatMap((word) => {
			const values = known.get(key(word));
			if (values) return values;
			const names = choices.map(({ names: [name], value }) => name ?? String(value)).filter(Boolean);
			const list = names
				.slice(0, MOST_NAMED)
				.map((name) => safe(name.slice(0, 60)))
				.join(', ');
			const more = names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : '';
			throw new Failure(
				`--${flag}: “${word.trim().slice(0, 60)}” is not known here.`,
				`There are: ${list}${more}.`
			);
		});
}

function key(text: string): string {
	return text.trim().toLowerCase();
}

/** Ids go before names, so that no name can hide a record from its id. */
function knownAs<V extends string>(choices: readonly Choice<V>[]): ReadonlyMap<string, readonly V[]> {
	const known = new Map<string, readonly V[]>();
	const put = (name: string, values: readonly V[]) => {
		if (name && !known.has(name)) known.set(name, values);
	};
	for (const { value } of choices) if (typeof value === 'string') put(key(value), [value]);
	for (const { value, names } of choices)
		for (const name of names) put(key(name), typeof value === 'string' ? [value] : (value as readonly V[]));
	return known;
}

/**
 * What is ticked off once `only` some values stay and `without` others; as it was (`base`) where neither is given.
 * `all` are the values that there are.
 */
export function withValues<V extends string>(
	lists: { readonly only: readonly string[]; readonly without: readonly string[] },
	[only, without = '']: readonly [string, string?],
	choices: readonly Choice<V>[],
	all: readonly V[],
	base: ReadonlySet<V>
): ReadonlySet<V> {
	let off = base;
	if (lists.only.length) {
		const kept = new Set(chosenValues(only, lists.only, choices));
		off = new Set(all.filter((value) => !kept.has(value)));
	}
	if (lists.without.length) off = new Set([...off, ...chosenValues(without, lists.without, choices)]);
	return off;
}
