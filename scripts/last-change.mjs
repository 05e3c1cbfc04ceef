import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When a file, or anything in a folder, last changed, in milliseconds; 0 if it is not there.
 * Folders count: that is how a deleted file shows.
 * @param {string} path
 * @returns {number}
 */
export function lastChange(path) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return 0;
	if (!found.isDirectory()) return found.mtimeMs;
	const inside = readdirSync(path).map((name) => lastChange(join(path, name)));
	return Math.max(found.mtimeMs, ...inside);
}
