/** Programs other than a browser that paint an SVG or a PDF, and what they find in it. All are Debian packages but resvg. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** Whether a program is on this machine. */
export function has(program: string): boolean {
	return spawnSync(program, ['--version']).error === undefined;
}

/** What a program complains of when it is given some text. */
export function complaintsOf(program: string, args: readonly string[], input: string): string[] {
	const { stderr } = spawnSync(program, args, { input, encoding: 'utf8' });
	return stderr.split('\n').filter((line) => /error|warning/.test(line));
}

/** Gives a file of some bytes to a use of it, and takes it away again. */
function withFile<T>(bytes: string | Uint8Array, use: (file: string) => T): T {
	const folder = mkdtempSync(join(tmpdir(), 'dramatis-picture-'));
	try {
		const file = join(folder, 'picture');
		writeFileSync(file, bytes);
		return use(file);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** An SVG painted by resvg, without any font. */
export function byResvg(svg: string): Buffer {
	return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

/** An SVG painted by librsvg. */
export function byLibrsvg(svg: string): Buffer {
	return execFileSync('rsvg-convert', ['--format=png'], { input: svg, maxBuffer: 1e8 });
}

/** The first page of a PDF painted by poppler, a pixel for each 96th of an inch. */
export function byPoppler(pdf: Uint8Array): Buffer {
	return withFile(pdf, (file) => {
		execFileSync('pdftocairo', ['-png', '-r', '96', '-singlefile', file, file]);
		return readFileSync(`${file}.png`);
	});
}

/** What one of poppler's programs says of a PDF. */
export function poppler(program: 'pdfinfo' | 'pdffonts' | 'pdftotext', pdf: Uint8Array): string {
	return withFile(pdf, (file) =>
		execFileSync(program, program === 'pdftotext' ? [file, '-'] : [file], { encoding: 'utf8' })
	);
}
