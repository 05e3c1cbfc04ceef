/** What the commands need of the world, so that a test can stand in for it. */
import type { Browser } from 'playwright';
import { plainLine } from '#lib/view/text.ts';

export interface Terminal {
	/** Results. */
	out(data: string | Uint8Array): void;
	/** Progress and complaints, a line each. */
	say(line: string): void;
	/** What comes in through the standard input, as it comes. */
	input(): AsyncIterable<Uint8Array>;
	/** The folder with node_modules in it, from which the fonts are read. */
	readonly root: string;
	readonly version: string;
	/** Starts a Chromium; throws when there is none. */
	openBrowser(): Promise<Browser>;
	/** The HTML of the viewer, into which documents are filled. */
	viewer(): Promise<string>;
}

/** Words of a file on one line without anything that could steer a terminal. */
export function safe(text: string): string {
	return plainLine(text.slice(0, 2_000));
}
