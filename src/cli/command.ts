/** What a command is. To add one: a file with such an object, and a line in main.ts. */
import { flagHelp, type Arguments, type Flag } from './flags.ts';
import type { ExitCode } from './failure.ts';
import type { Terminal } from './terminal.ts';

export interface Command {
	readonly name: string;
	/** One sentence. */
	readonly does: string;
	readonly usage: string;
	readonly details: string;
	readonly examples: readonly string[];
	readonly sections: readonly { readonly title: string; readonly flags: readonly Flag[] }[];
	/** Does it, for one file at least. @throws Failure for what the user can mend. */
	run(args: Arguments, terminal: Terminal): Promise<ExitCode>;
}

export const HELP_FLAG: Flag = { name: 'help', short: 'h', help: 'Says this.' };

/** All flags of a command. */
export function flagsOf({ sections }: Command): readonly Flag[] {
	return [...sections.flatMap(({ flags }) => flags), HELP_FLAG];
}

/** How a command is used, in full. */
export function commandHelp({ does, usage, details, examples, sections }: Command): string {
	return [
		does,
		`Usage: ${usage}`,
		details,
		...sections.map(({ title, flags }) => `${title}:\n${flagHelp(flags)}`),
		`Examples:\n${examples.map((one) => `  ${one}`).join('\n')}`
	].join('\n\n');
}
