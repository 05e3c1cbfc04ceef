import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
	vi.resetModules();
	vi.stubGlobal('location', new URL('https://example.org/some/page'));
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => (await import('#lib/background/trusted-url.ts')).trustedUrl;

test('without Trusted Types, gives the full address of a script of this site', async () => {
	const trustedUrl = await load();
	expect(trustedUrl('../_app/worker.js')).toBe('https://example.org/_app/worker.js');
	expect(trustedUrl('https://example.org/w.js')).toBe('https://example.org/w.js');
});

test.each([
	'https://evil.example/w.js',
	'//evil.example/w.js',
	'data:text/javascript,1',
	'blob:https://example.org/1'
])('refuses %s', async (url) => {
	const trustedUrl = await load();
	expect(() => trustedUrl(url)).toThrow(TypeError);
});

test('with Trusted Types, makes one policy, of the name that the page allows', async () => {
	const createPolicy = vi.fn((_name: string, rules: { createScriptURL(url: string): string }) => ({
		createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) })
	}));
	vi.stubGlobal('trustedTypes', { createPolicy });
	const trustedUrl = await load();
	expect(trustedUrl('/w.js')).toEqual({ trusted: 'https://example.org/w.js' });
	expect(() => trustedUrl('https://evil.example/w.js')).toThrow(TypeError);
	expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['dramatis-worker']);
});
