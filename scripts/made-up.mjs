/**
 * `npm run --silent made-up > file.dramatis.json`: writes the made-up document that the tests use.
 * A number is its seed (1 if none is given), a folder is where the texts of its sources go.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { madeUpDocument, madeUpTexts } from '../tests/made-up-document.mjs';

const [seed, folder] = ['1', undefined].map((byDefault, i) => process.argv[2 + i] ?? byDefault);
if (!/^\d+$/.test(seed)) throw new Error(`a seed is a whole number, not ${seed}`);
if (folder) {
	await mkdir(folder, { recursive: true });
	for (const [id, text] of madeUpTexts(Number(seed))) await writeFile(join(folder, `${id}.txt`), text);
}
process.stdout.write(`${JSON.stringify(madeUpDocument(Number(seed)))}\n`);
