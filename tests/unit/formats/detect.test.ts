import { describe, expect, it } from 'vitest';
import { formatOf } from '#lib/formats/detect.ts';

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
