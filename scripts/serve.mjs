// Serves the built site as it is shipped: `npm run preview`, `npm start`, and the end-to-end tests.
import { createReadStream, existsSync, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headersAlways, headersOf } from './headers.mjs';
import { root } from './run.mjs';

const startedBy = process.ppid;

/** @returns the file's own path and size, or undefined if it is none */
async function fileAt(path) {
	const found = await stat(path).catch(() => undefined);
	return found?.isFile() ? { path, size: found.size } : undefined;
}

/** The file that a request's path stands for: itself, a folder's index.html, or a page saved as `<path>.html`. */
async function find(folder, path) {
	const wanted = resolve(folder, `.${path}`);
	if (path.includes('\0') || (wanted !== folder && !wanted.startsWith(folder + sep))) return undefined;
	if (path.endsWith('/')) return fileAt(join(wanted, 'index.html'));
	return (await fileAt(wanted)) ?? (await fileAt(`${wanted}.html`));
}

function refuse(response, status, more = {}) {
	response.writeHead(status, { ...headersAlways, 'Content-Type': 'text/plain; charset=utf-8', ...more });
	response.end(`${status}\n`);
}

async function answer(folder, request, response) {
	if (request.method !== 'GET' && request.method !== 'HEAD')
		return refuse(response, 405, { Allow: 'GET, HEAD' });
	let path;
	try {
		path = decodeURIComponent(request.url.replace(/[?#].*$/s, ''));
	} catch {
		return refuse(response, 400);
	}
	const file = await find(folder, path);
	if (!file && !path.endsWith('/') && (await find(folder, `${path}/`))) {
		// Relative, for `//host/` would lead to another site.
		return refuse(response, 308, { Location: `./${encodeURIComponent(path.split('/').at(-1))}/` });
	}
	const body = file ?? (await fileAt(join(folder, '404.html')));
	if (!body) return refuse(response, 404);
	response.writeHead(file ? 200 : 404, { ...headersOf(body.path, path), 'Content-Length': body.size });
	if (request.method === 'HEAD') return response.end();
	createReadStream(body.path)
		.on('error', () => response.destroy())
		.pipe(response);
}

/** Listens on `port`, or on the next one that is free. */
async function listen(server, port) {
	for (let next = port; ; next++) {
		const error = await new Promise((done) => {
			server.once('error', done);
			server.listen(next, '127.0.0.1', () => {
				server.off('error', done);
				done(undefined);
			});
		});
		if (!error) return;
		if (error.code !== 'EADDRINUSE' || next > port + 100) throw error;
	}
}

/**
 * Serves `folder` to this machine only.
 * @param {{ port?: number, folder?: string }} [options] port 0 takes any free one
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve({ port = Number(process.env.PORT || 4173), folder = join(root, 'build') } = {}) {
	if (!existsSync(folder)) throw new Error(`There is no ${folder} yet: npm run build makes it.`);
	const real = realpathSync(folder);
	const server = createServer((request, response) => {
		answer(real, request, response).catch(() => response.destroy());
	});
	await listen(server, port);
	const close = () => {
		server.close();
		server.closeAllConnections();
	};
	return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

/** Serves the built site until told to stop. */
export async function serveUntilStopped() {
	const { address, close } = await serve();
	console.log(`Dramatis is at ${address} (Ctrl+C stops it)`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
	// npm hands SIGTERM to the shell between it and us, which dies of it without passing it on.
	const isOrphan = () => process.ppid !== startedBy;
	if (process.env.npm_lifecycle_event) setInterval(() => isOrphan() && close(), 300).unref();
}

const command = process.argv[1] && realpathSync(process.argv[1]);
if (command === fileURLToPath(import.meta.url)) await serveUntilStopped();
