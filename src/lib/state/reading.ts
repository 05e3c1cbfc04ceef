/** Reading a document: the bundled one at once, a user's off the main thread. */
import { readInBackground } from '#lib/background/client.ts';
import type { Reading } from '#lib/formats/format.ts';
import { readFile } from '#lib/formats/index.ts';
import { writeNative } from '#lib/formats/native/native.ts';
import type { Document } from '#lib/model/document.ts';
import type { Task } from './task.svelte.ts';

/**
 * Reads a text known to be small and ours; on the main thread, since a worker would only delay the first picture.
 * @throws UnreadableError when nothing can be read.
 */
export function readAtOnce(name: string, text: string): Reading {
	return readFile(name, text);
}

/**
 * Reads a file, or its text, in a worker. Null when it was cancelled.
 * @throws UnreadableError when nothing can be read.
 */
export function readInTask(task: Task, name: string, data: string | Blob): Promise<Reading | null> {
	return task.run(`Reading ${name.slice(0, 60)}`, (signal) => readInBackground(name, data, { signal }));
}

/** The document as a file of our own format. */
export function documentFile(document: Document): string {
	return writeNative(document);
}
