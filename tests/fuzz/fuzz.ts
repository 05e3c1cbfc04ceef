/** One case: a file of the corpus, changed by a seed and a number. The same two give the same case anywhere. */
import { diceFrom } from '../made-up/dice.mjs';
import type { Sample } from './corpus.ts';
import { judge, judgeCut, type Verdict } from './judge.ts';
import { mutated, type Dice } from './mutate.ts';

/** A case that breaks a law. */
export class Failure extends Error {
	override name = 'Failure';
	constructor(
		readonly seed: number,
		readonly number: number,
		readonly sample: string,
		readonly bytes: Uint8Array,
		cause: unknown
	) {
		const reason = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
		super(`Case ${number} of seed ${seed}, made of ${sample}: ${reason}`);
	}
}

/** @throws Failure */
export async function fuzzCase(samples: readonly Sample[], seed: number, number: number): Promise<Verdict> {
	const dice: Dice = diceFrom(seed * 1_000_003 + number);
	const sample = dice.pick(samples) as Sample;
	const isCut = sample.hasEnd && dice.chance(0.15);
	const bytes = isCut ? cut(sample.bytes, dice) : mutated(sample.bytes, dice);
	try {
		if (isCut) await judgeCut(bytes);
		return await judge(bytes);
	} catch (error) {
		throw new Failure(seed, number, sample.name + (isCut ? ', cut off' : ''), bytes, error);
	}
}

/** Somewhere before the last sign that is not white space; at least one byte is left. */
function cut(bytes: Uint8Array, dice: Dice): Uint8Array {
	let end = bytes.length;
	while (end > 1 && [9, 10, 13, 32].includes(bytes[end - 1]!)) end--;
	return bytes.slice(0, dice.between(1, end - 1));
}
