import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';

const top = mkdtempSync(join(tmpdir(), 'serve-'));
const folder = join(top, 'build');
const files = {
	'../secret.txt': 'secret',
	'index.html': 'home',
	'404.html': 'not here',
	'about.html': 'about',
	'guide/index.html': 'guide',
	'_app/immutable/worker.js': 'onmessage = 1',
	'data file.json': '{}'
};

let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(join(folder, name, '..'), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	site = await serve({ port: 0, folder });
});

afterAll(() => {
	site.close();
	rmSync(top, { recursive: true });
});

/** Unlike fetch, sends the path as it is. */
function ask(path: string, method = 'GET') {
	const { hostname, port } = new URL(site.address);
	return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((done, fail) => {
		const sent = request({ hostname, port, path, method }, async (answer) => {
			let body = '';
			for await (const part of answer) body += part;
			done({ status: answer.statusCode ?? 0, headers: answer.headers, body });
		});
		sent.on('error', fail).end();
	});
}

test.each([
	['/', 'home'],
	['/?a=1', 'home'],
	['/about', 'about'],
	['/guide/', 'guide'],
	['/data%20file.json', '{}']
])('%s is served', async (path, body) => {
	expect(await ask(path)).toMatchObject({ status: 200, body });
});

test.each([
	'/../secret.txt',
	'/%2e%2e/secret.txt',
	'/..%2fsecret.txt',
	'/guide/../../secret.txt',
	'/..%5csecret.txt'
])('%s does not lead out of the folder', async (path) => {
	expect(await ask(path)).toMatchObject({ status: 404, body: 'not here' });
});

test('what cannot be meant is refused', async () => {
	expect((await ask('/%E0%A4%A')).status).toBe(400);
	expect((await ask('/index.html%00.js')).status).toBe(404);
	expect((await ask('/', 'POST')).status).toBe(405);
});

test('a folder without its slash leads to the folder, and never to another host', async () => {
	expect(await ask('/guide')).toMatchObject({ status: 308, headers: { location: './guide/' } });
	expect((await ask('//guide')).headers.location).toBe('./guide/');
});

test('every answer is guarded', async () => {
	for (const path of ['/', '/missing', '/guide', '/%E0%A4%A']) {
		const { headers } = await ask(path);
		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'cross-origin-opener-policy': 'same-origin'
		});
		expect(headers['permissions-policy']).toContain('camera=()');
	}
});

test('pages and scripts have their policy, and only hashed files are kept for good', async () => {
	const page = (await ask('/')).headers;
	expect(page['content-security-policy']).toBe("frame-ancestors 'none'");
	expect(page['cache-control']).toBe('no-cache');
	const script = (await ask('/_app/immutable/worker.js')).headers;
	expect(script['content-type']).toContain('text/javascript');
	expect(script['content-security-policy']).toContain("default-src 'none'");
	expect(script['cache-control']).toContain('immutable');
});

test('a taken port leads to the next one', async () => {
	const taken = Number(new URL(site.address).port);
	const second = await serve({ port: taken, folder });
	expect(Number(new URL(second.address).port)).toBeGreaterThan(taken);
	second.close();
});
