/** The command line: finds the command, runs it, and says in words what went wrong. */
import { check } from './check.ts';
import { commandHelp, flagsOf, type Command } from './command.ts';
import { convert } from './convert.ts';
import { describe } from './describe.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import { readArguments } from './flags.ts';
import { page } from './page.ts';
import { render } from './render.ts';
import type { Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [render, page, convert, check, describe];

export { Failure } from './failure.ts';

/** Runs the command that the arguments (without node and script) name. Gives the exit code; throws only for our own errors. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	try {
		return await dispatch(args, terminal);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		terminal.say([error.message, error.remedy].filter(Boolean).join(' '));
		return EXIT.failed;
	}
}

async function dispatch([name = '', ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> {
	if (name === '--version' || name === '-v') return said(terminal, terminal.version);
	if (name === '' || name === '--help' || name === '-h') {
		return name ? said(terminal, help()) : complained(terminal, help());
	}
	const topic = name === 'help' ? rest[0] : name;
	if (topic === undefined) return said(terminal, help());
	const command = COMMANDS.find((one) => one.name === topic);
	if (!command)
		throw new Failure(
			`There is no command “${topic.slice(0, 40)}”.`,
			`There are: ${COMMANDS.map((one) => one.name).join(', ')}.`
		);
	if (name === 'help') return said(terminal, commandHelp(command));
	const flags = readArguments(rest, flagsOf(command));
	if (flags.has('help')) return said(terminal, commandHelp(command));
	if (!flags.files.length)
		throw new Failure(`Which file? Usage: ${command.usage}`, `“dramatis ${command.name} --help” says more.`);
	return command.run(flags, terminal);
}

function said(terminal: Terminal, text: string): ExitCode {
	terminal.out(`${text}\n`);
	return EXIT.done;
}

function complained(terminal: Terminal, text: string): ExitCode {
	terminal.say(text);
	return EXIT.failed;
}

function help(): string {
	return [
		'Dramatis: who relates to whom, how, when, and according to whom.',
		'Usage: dramatis COMMAND FILES… [flags]',
		`Commands:\n${COMMANDS.map(({ name, does }) => `  ${name.padEnd(10)}${does}`).join('\n')}`,
		'  -h, --help      How it is used; “dramatis COMMAND --help” for a command.\n  -v, --version   Which version this is.',
		'Exits with 0 when all was done, 1 when “check” found something, 2 when something could not be done.'
	].join('\n\n');
}
