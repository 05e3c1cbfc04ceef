import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '#lib/formats/index.ts';
import { UnreadableError } from '#lib/model/problems.ts';

const folder = process.env.INTEROP_DIR;

/** Formats are read in an issue of their own; until then each file of others is refused in words, at once. */
describe.skipIf(!folder)('files that others wrote', () => {
	const files = folder
		? readdirSync(folder).filter((name) => !/^(README\.md|expected\.json)$/.test(name))
		: [];

	it.each(files)('%s is refused with a reason and what to do', (name) => {
		const text = readFileSync(join(folder!, name), 'utf8');
		const since = performance.now();
		let refusal: unknown;
		try {
			readFile(name, text);
		} catch (error) {
			refusal = error;
		}
		expect(refusal).toBeInstanceOf(UnreadableError);
		expect((refusal as UnreadableError).remedy).not.toBe('');
		expect(performance.now() - since).toBeLessThan(5_000);
	});
});
