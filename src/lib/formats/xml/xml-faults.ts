/** Says in plain words why a text is no XML, from what saxes says. */
import { quoted } from '#lib/model/problem-log.ts';
import { UnreadableError } from '#lib/model/problems.ts';

const CUT_OFF = 'It seems to be cut off: get a whole copy.';
const MEND =
	'Correct the line in a text editor, or write the file again with the program that it comes from.';

interface Words {
	readonly message: string;
	readonly remedy: string;
}

/** In the order in which they are looked for. */
const WORDS: readonly (readonly [heard: string, say: (place: string) => Words])[] = [
	[
		'must contain a root element',
		() => ({
			message: 'The file has no element of XML in it: it is empty, or cut off.',
			remedy: 'Choose another file.'
		})
	],
	[
		'unexpected end',
		(place) => ({
			message: `The file ends too early, at ${place}, within a mark or a text.`,
			remedy: CUT_OFF
		})
	],
	[
		'undefined entity',
		(place) => ({
			message: `At ${place} the file uses an entity that XML does not know; what a DOCTYPE defines is not read, for safety.`,
			remedy: 'Write the character itself in its place.'
		})
	],
	[
		'disallowed character.',
		(place) => ({
			message: `At ${place} there is a character that XML does not allow, such as a control character.`,
			remedy: 'Take the character out in a text editor.'
		})
	],
	[
		'malformed character entity',
		(place) => ({
			message: `At ${place} there is a number that stands for no character of XML.`,
			remedy: 'Take it out in a text editor.'
		})
	]
];

/**
 * The error for a fault.
 * @param fault what saxes says, with or without its own `line:column: ` before it
 */
export function xmlFault(fault: string, place: string): UnreadableError {
	const said = fault.replace(/^\d+:\d+: /, '');
	const unclosed = /^unclosed tag: (.*)$/s.exec(said)?.[1];
	if (unclosed !== undefined) {
		return new UnreadableError(
			`The file ends too early, at ${place}: the element ${quoted(unclosed)} is not closed.`,
			CUT_OFF,
			place
		);
	}
	const words = WORDS.find(([heard]) => said.includes(heard))?.[1](place);
	if (words) return new UnreadableError(words.message, words.remedy, place);
	return new UnreadableError(`The file is not valid XML: at ${place}, ${quoted(said)}.`, MEND, place);
}
