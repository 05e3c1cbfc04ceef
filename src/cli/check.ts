/** `dramatis check`: what is wrong with documents, and what to do about it. */
import { SEVERITIES, type Severity } from '#lib/analysis/checks/check.ts';
import { checking, type Checked } from '#lib/analysis/checks/checking.ts';
import type { Document } from '#lib/model/document.ts';
import type { Problem } from '#lib/model/problems.ts';
import { factsOf } from '#lib/view/facts.ts';
import { findingInWords } from '#lib/view/findings.ts';
import { count } from '#lib/view/receipt.ts';
import type { Command } from './command.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import type { Arguments } from './flags.ts';
import { readDocument } from './reading.ts';
import { READING_SECTION } from './reading-flags.ts';
import { safe, type Terminal } from './terminal.ts';
import { oneOf } from './view-arguments.ts';

export const check: Command = {
	name: 'check',
	does: 'Reads documents and says what is wrong with them, where, and what to do about it.',
	usage: 'dramatis check FILES… [flags]',
	details:
		'FILES may be “-”, for the standard input. What is found goes to the standard output, a line each.\n' +
		'Exits with 0 if nothing was found, 1 if something was, 2 if a file cannot be read at all.',
	examples: ['dramatis check report.dramatis.json', 'dramatis check *.dramatis.json --evidence --from grave'],
	sections: [
		{
			title: 'What is looked for',
			flags: [
				{
					name: 'evidence',
					help: 'Also what an editor would ask: relations without a source, dates that cannot be, voices that are missing.'
				},
				{
					name: 'from',
					value: SEVERITIES.join('|'),
					help: 'With --evidence: how grave a finding must be to be listed, and to count; doubtful if not given.'
				},
				{ name: 'quiet', short: 'q', help: 'Only the exit code.' }
			]
		},
		READING_SECTION
	],
	run: checkAll
};

async function checkAll(args: Arguments, terminal: Terminal): Promise<ExitCode> {
	if (args.has('from') && !args.has('evidence')) throw new Failure('--from goes with --evidence.');
	const from = args.has('from') ? oneOf(args, 'from', SEVERITIES) : 'doubtful';
	const say = (line: string) => !args.has('quiet') && terminal.out(`${line}\n`);
	const codes: ExitCode[] = [];
	for (const file of args.files) {
		const start = args.files.length > 1 ? `${safe(file)}: ` : '';
		try {
			const { document, problems } = await readDocument([file], args, terminal);
			const lines = [
				...problems.map(problemLine),
				...(args.has('evidence') ? evidenceLines(document, from) : [])
			];
			for (const line of lines) say(start + line);
			const { actors, relations } = document;
			if (!lines.length)
				say(
					`${start}nothing found in ${count(actors.length, 'actor')} and ${count(relations.length, 'relation')}.`
				);
			codes.push(lines.length ? EXIT.problems : EXIT.done);
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			terminal.say(`${safe(file)}: ${error.message}${error.remedy && ` ${error.remedy}`}`);
			codes.push(EXIT.failed);
		}
	}
	return codes.reduce((worst, code) => (code > worst ? code : worst), EXIT.done as ExitCode);
}

const EFFECT_WORDS: Readonly<Record<Problem['effect'], string>> = {
	refused: 'left out',
	mended: 'mended',
	noticed: 'noticed'
};

function problemLine({ effect, place, message, remedy }: Problem): string {
	return [`${EFFECT_WORDS[effect]}:`, place && `${safe(place)}:`, safe(message), safe(remedy)]
		.filter(Boolean)
		.join(' ');
}

/** Findings of the checks that are at least so grave, in the order of the checks. */
function evidenceLines(document: Document, from: Severity): string[] {
	const facts = factsOf(document);
	const listed = new Set(SEVERITIES.slice(0, SEVERITIES.indexOf(from) + 1));
	return checkedAll(document)
		.filter(({ check }) => listed.has(check.severity))
		.flatMap(({ check, findings }) =>
			findings.map((finding) => `${check.severity}: ${safe(findingInWords(check, finding, facts))}`)
		);
}

function checkedAll(document: Document): readonly Checked[] {
	const work = checking(document);
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}
