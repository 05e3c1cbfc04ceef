/** The faces of a picture, read from node_modules. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faceRule, facesFor } from '#lib/picture/faces.ts';
import type { FontFile } from '#lib/picture/outlines/lettering.ts';
import { Failure } from './failure.ts';

/** `@font-face` rules, with the fonts as data URLs, for the faces that a picture (SVG text) needs. See fontFiles. */
export async function fontCss(root: string, svg: string): Promise<string> {
	const files = await fontFiles(root, svg);
	return files.map(({ face, bytes }) => faceRule(face, Buffer.from(bytes).toString('base64'))).join('\n');
}

/**
 * The files of the faces that a picture (SVG text) needs.
 * `root`: the folder with node_modules in it.
 * @throws Failure where the packages are not there
 */
export async function fontFiles(root: string, svg: string): Promise<readonly FontFile[]> {
	const files = facesFor(svg).map(async (face) => {
		const bytes = await readFile(join(root, 'node_modules/@fontsource', face.file)).catch(() => {
			throw new Failure(`The font ${face.family} is not there.`, 'Run npm ci in the folder of Dramatis.');
		});
		return { face, bytes };
	});
	return Promise.all(files);
}
