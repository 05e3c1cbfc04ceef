/** The flags of the commands: one list, from which arguments are read and help is written. */
import { parseArgs } from 'node:util';
import { Failure } from './failure.ts';

export interface Flag {
	readonly name: string;
	readonly short?: string;
	/** What stands for the value in the help; none for a switch. */
	readonly value?: string;
	readonly help: string;
	/** May be given more than once. */
	readonly many?: boolean;
}

/** What was said on the command line; values in their order. */
export interface Arguments {
	readonly files: readonly string[];
	/** Whether a switch was given. */
	has(name: string): boolean;
	/** The value of a flag, the last one if there are several. */
	get(name: string): string | undefined;
	/** All values of a flag. */
	all(name: string): readonly string[];
}

/** Reads arguments. @throws Failure for a flag that the command does not have, or one without its value. */
export function readArguments(args: readonly string[], flags: readonly Flag[]): Arguments {
	const options = Object.fromEntries(
		flags.map(({ name, short, value }) => [
			name,
			{ type: value ? ('string' as const) : ('boolean' as const), multiple: true, ...(short && { short }) }
		])
	);
	try {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const all = (name: string) =>
			Object.hasOwn(values, name) ? [values[name] ?? []].flat().map(String) : [];
		const twice = flags.find(({ name, value, many }) => value && !many && all(name).length > 1);
		if (twice) throw new Failure(`--${twice.name} is given more than once.`);
		return {
			files: positionals,
			has: (name) => all(name).length > 0,
			get: (name) => all(name).at(-1),
			all
		};
	} catch (error) {
		if (error instanceof Failure || !(error instanceof TypeError)) throw error;
		throw new Failure(wordsFor(error.message, flags));
	}
}

/** Node's own words, and the flag that may have been meant. */
function wordsFor(message: string, flags: readonly Flag[]): string {
	const unknown = /Unknown option '(--?[^' ]+)/.exec(message)?.[1];
	if (!unknown) return message.split('. To specify')[0]!.replace(/\.?$/, '.').slice(0, 300);
	const start = unknown.replace(/^-+(no-)?/, '').slice(0, 2);
	const near = start && flags.filter(({ name }) => name.replace(/^no-/, '').startsWith(start));
	const meant = near && near.length ? ` Is it ${near.map(({ name }) => `--${name}`).join(' or ')}?` : '';
	return `There is no ${unknown.slice(0, 60)} here.${meant}`;
}

/** Flags with their help, in two columns. */
export function flagHelp(flags: readonly Flag[]): string {
	const heads = flags.map(
		({ name, short, value }) => `  ${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`
	);
	const width = Math.min(30, Math.max(...heads.map((head) => head.length))) + 2;
	return flags
		.map(({ help }, index) => {
			const [first = '', ...rest] = wrapped(help, 96 - width);
			const head = heads[index]!;
			const start = head.length + 2 > width ? `${head}\n${' '.repeat(width)}` : head.padEnd(width);
			return [start + first, ...rest.map((line) => ' '.repeat(width) + line)].join('\n');
		})
		.join('\n');
}

function wrapped(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= width)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
