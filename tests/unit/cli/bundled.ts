/** The bundled document, for tests of the command line. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NATIVE } from '#lib/formats/native/native.ts';

export const bundledPath = fileURLToPath(
	new URL('../../../data/quds-force-baghdad-2024.dramatis.json', import.meta.url)
);
export const bundled = NATIVE.read(readFileSync(bundledPath, 'utf8')).document;
