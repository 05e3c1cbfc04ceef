import { describe, expect, it } from 'vitest';
import { formatOf } from '#lib/formats/detect.ts';
import { NATIVE } from '#lib/formats/native/native.ts';

function refusal(head: string): string {
	try {
		formatOf('x', head);
	} catch (error) {
		return (error as Error).message;
	}
	return '';
}

describe('what a text is', () => {
	it('is said of XML that is no graph, by its outermost element', () => {
		expect(refusal('<?xml version="1.0"?><!-- a --><!DOCTYPE kml><kml xmlns="x">')).toContain('<kml>');
		expect(refusal(`<${'x'.repeat(90)}>`)).toContain(`<${'x'.repeat(60)}>`);
	});

	it('is found at once, however many comments stand before it', () => {
		const since = performance.now();
		expect(refusal(`${'<!-- a -->'.repeat(6000)}<!-- `)).toContain('neither a table nor a graph');
		expect(performance.now() - since).toBeLessThan(1000);
	});
});

describe('a document of ours', () => {
	const MARK = '"format": "dramatis"';
	const IN_TEXT = MARK.replaceAll('"', '\\"');
	const found = (text: string) => {
		const format = formatOf('x', text);
		return format === 'native' ? format : format.id;
	};

	it('says what it is on its first level', () => {
		for (const text of [
			`{${MARK}}`,
			`\n { "title": "{", "x": [{}], ${MARK}, "actors": [{"id`,
			'{"form\\u0061t":"dramatis"'
		])
			expect(found(text), text).toBe('native');
		expect(NATIVE.recognises(`\uFEFF{${MARK}, "actors": [`.padEnd(1e6, '{"id":1},'))).toBe(true);
	});

	it.each([
		['gexf', `<gexf><graph><nodes><node id="a" label='{${MARK}}'/></nodes></graph></gexf>`],
		['csv', `source,target,note\na,b,"{""format"": ""dramatis""}"\nc,d,{${MARK}}\n`],
		['csv', `source,target\n{${MARK}},b\nc,d\n`],
		['node-link', `{"nodes":[{"id":"a",${MARK}}],"links":[]}`],
		['node-link', `{"graph":{${MARK}},"nodes":[{"id":"{${IN_TEXT}}"}],"links":[]}`],
		['jgf', `{"graph":{"metadata":{${MARK}},"nodes":{"a":{}},"edges":[]}}`],
		['dot', `digraph { a -> b [label="{${IN_TEXT}}"] }`],
		['gml', `graph [ node [ id 1 label '{${MARK}}' ] ]`],
		['ftm', `{"id":"a","schema":"Person","properties":{"name":["x"],${MARK}}}`]
	])('is not seen in %s that has its mark somewhere', (id, text) => {
		expect(found(text)).toBe(id);
	});

	it('is not looked for beyond the beginning', () => {
		const since = performance.now();
		expect(NATIVE.recognises(`{"x": "${'a'.repeat(3e6)}", ${MARK}}`)).toBe(false);
		expect(NATIVE.recognises('{"a":['.repeat(1e6))).toBe(false);
		expect(performance.now() - since).toBeLessThan(1000);
	});
});
