/** The site's worker, out of a file of its own. A saved page has no files: src/viewer has another start-worker.ts. */
import { trustedUrl } from '#lib/background/trusted-url.ts';
import workerUrl from './background.worker.ts?worker&url';

export function startWorker(): Worker | Promise<Worker> {
	return new Worker(trustedUrl(workerUrl), { type: 'module', name: 'dramatis' });
}
