import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { corpus } from '../../fuzz/corpus.ts';
import { fuzzCase } from '../../fuzz/fuzz.ts';

const CASES = 600;
const SEED = 1;

/** As many as one likes: `npm run fuzz -- --cases 100000 --seed 7`. */
describe(`${CASES} files that are not quite right`, () => {
	it('are refused in words or read, and no law is broken', { timeout: 120_000 }, async () => {
		const samples = corpus(fileURLToPath(new URL('../../../', import.meta.url)));
		const verdicts = { refused: 0, read: 0, asked: 0 };
		for (let number = 1; number <= CASES; number++) verdicts[await fuzzCase(samples, SEED, number)]++;
		// Cases that are all refused would say nothing of what becomes of the others.
		expect(verdicts.read).toBeGreaterThan(CASES / 5);
		expect(verdicts.refused).toBeGreaterThan(CASES / 5);
	});
});
