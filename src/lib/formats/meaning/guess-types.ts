/** Which relation type a word of a file means. */
import { plainWords } from '#lib/formats/meaning/column-words.ts';
import { typeNamed, type TypeChoice } from '#lib/formats/meaning/mapping.ts';
import { PLOVER, choiceForCameo, choiceForCode } from '#lib/formats/meaning/type-codes.ts';
import { stems, typeForWords } from '#lib/formats/meaning/type-words.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';

export interface TypeGuess {
	readonly choice: TypeChoice;
	/** From 0 to 1; 0 when nothing was found and the word becomes a type of its own. */
	readonly sure: number;
	readonly why: string;
}

const CODE_WORDS = new Map([...PLOVER].map(([code, choice]) => [stems(code.toLowerCase()), choice] as const));
const BY_NAME = new Map(
	RELATION_TYPES.flatMap(
		({ id, name }) =>
			[
				[id, id],
				[name, id]
			] as const
	)
);
const BY_REVERSE = new Map(RELATION_TYPES.map(({ id, reverse }) => [reverse, id] as const));
const BY_WORDS = new Map([...BY_NAME].map(([name, id]) => [plainWords(name), id] as const));
const BY_REVERSE_WORDS = new Map([...BY_REVERSE].map(([name, id]) => [plainWords(name), id] as const));

/**
 * What a value of a type column means.
 * @param code what a column of CAMEO codes says in the same row, if there is one
 */
export function guessType(value: string, code?: string): TypeGuess {
	return (
		byName(value) ??
		byCode(value, code) ??
		byWords(value) ?? {
			choice: { own: typeNamed(value) },
			sure: 0,
			why: 'No relation type of ours has this name; it becomes a type of this document.'
		}
	);
}

function byName(value: string): TypeGuess | null {
	const words = plainWords(value);
	const id = BY_NAME.get(value) ?? BY_WORDS.get(words);
	if (id !== undefined) return { choice: { id }, sure: 1, why: 'It is the name of the type.' };
	const reversed = BY_REVERSE.get(value) ?? BY_REVERSE_WORDS.get(words);
	if (reversed === undefined) return null;
	return {
		choice: { id: reversed, turned: true },
		sure: 1,
		why: 'It is the name of the type read the other way, so the two actors are exchanged.'
	};
}

function byCode(value: string, code: string | undefined): TypeGuess | null {
	const found = choiceForCode(value);
	if (found) return { choice: found.choice, sure: 0.9, why: `It is a code of ${found.of}.` };
	const cameo = choiceForCameo(code ?? value);
	return cameo && { choice: cameo, sure: 0.8, why: `It has the CAMEO code ${(code ?? value).trim()}.` };
}

function byWords(value: string): TypeGuess | null {
	const words = plainWords(value);
	const found = typeForWords(words);
	if (!found) {
		const choice = CODE_WORDS.get(stems(words));
		return choice ? { choice, sure: 0.7, why: 'The word is the name of a code of PLOVER.' } : null;
	}
	const { id, turned } = found;
	const other = turned ? ', read the other way, so the two actors are exchanged' : '';
	return {
		choice: turned ? { id, turned } : { id },
		sure: 0.7,
		why: `The word means much the same${other}.`
	};
}
