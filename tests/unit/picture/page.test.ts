import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { NATIVE } from '#lib/formats/native/native.ts';
import { serialise } from '#lib/picture/markup.ts';
import type { PageChoice } from '#lib/picture/fitted.ts';
import { drawPage } from '#lib/picture/page.ts';
import { SIZE_PRESETS, freeSize, type SizePreset } from '#lib/picture/sizes.ts';
import { DEFAULT_SETTINGS } from '#lib/view/settings.ts';
import { LIGHT } from '#lib/view/theme.ts';
import { madeUpDocument } from '../../made-up-document.mjs';
import { bundledPath } from '../cli/bundled.ts';
import { viewOf } from './composed.ts';
import { allOf, readXml, textOf, type Element } from './read-xml.ts';

const bundled = NATIVE.read(readFileSync(bundledPath, 'utf8')).document;
const madeUp = NATIVE.read(JSON.stringify(madeUpDocument())).document;
const NOBODY: ReadonlySet<string> = new Set();
const PAGES = SIZE_PRESETS.filter(({ id }) => id !== 'free');

function drawn(size: SizePreset, more: Partial<PageChoice> = {}, document = bundled) {
	const view = { ...viewOf(document, DEFAULT_SETTINGS), chosen: NOBODY, kept: null };
	return drawPage(view, {
		size,
		theme: LIGHT,
		ground: true,
		title: 'A title',
		subtitle: null,
		credit: 'A desk',
		caption: true,
		legend: true,
		sources: true,
		legendBeside: size.legendBeside,
		legendTypes: size.legendTypes,
		...more
	});
}

/** Sizes of all letters in pixels of the picture. */
function letterSizes(root: Element): number[] {
	const graph = allOf(root).filter(({ name }) => name === 'svg')[1]!;
	const zoom = Number(graph.attributes.get('width')) / Number(graph.attributes.get('viewBox')!.split(' ')[2]);
	const inGraph = new Set(allOf(graph));
	return allOf(root)
		.filter(({ name }) => name === 'text')
		.map((one) => Number(one.attributes.get('font-size')) * (inGraph.has(one) ? zoom : 1));
}

describe.each(PAGES)('$name', (size) => {
	test.each([false, true])(
		'no letter is smaller than it says, and what is left out is counted (%s)',
		(loosen) => {
			for (const document of [bundled, madeUp]) {
				const picture = drawn(size, { loosen }, document);
				const root = readXml(serialise(picture.markup()));
				// Sizes are written with two decimals.
				expect(Math.min(...letterSizes(root)) * 0.75).toBeGreaterThanOrEqual(picture.smallest - 0.02);
				const named = allOf(root).filter(
					(one) =>
						one.attributes.get('class')?.startsWith('actor ') &&
						one.children.some((child) => typeof child !== 'string' && child.name === 'text')
				);
				const actors = allOf(root).filter((one) => one.attributes.get('class')?.startsWith('actor '));
				expect(actors.length - named.length).toBe(picture.leftOut);
				const says = /(\d+) names? left out for lack of room/.exec(textOf(root));
				expect(Number(says?.[1] ?? 0)).toBe(picture.leftOut);
				if (size.height !== null)
					expect(root.attributes.get('height')).toMatch(new RegExp(`^${size.height}`));
			}
		}
	);

	it('loosened leaves no more names out, and of the bundled report none', () => {
		expect(drawn(size, { loosen: true }).leftOut).toBeLessThanOrEqual(drawn(size).leftOut);
		if (size.id !== 'column') expect(drawn(size, { loosen: true }).leftOut).toBe(0);
	});

	it('has the margin that it is given', () => {
		const margin = size.margin * 2;
		const root = readXml(serialise(drawn({ ...size, margin }).markup()));
		const headline = allOf(root).find((one) => one.attributes.get('id') === 'headline')!;
		const pixels = margin * { px: 1, mm: 96 / 25.4, in: 96 }[size.unit];
		const [x, y] = /translate\(([\d.]+) ([\d.]+)\)/.exec(headline.attributes.get('transform')!)!.slice(1);
		expect(Number(x)).toBeCloseTo(pixels, 1);
		expect(Number(y)).toBeCloseTo(pixels, 1);
	});
});

describe('letters', () => {
	test.each([9, 12])(
		'of %s points at least are so large, and names that have no room then are left out',
		(smallest) => {
			const size = PAGES.find(({ id }) => id === 'article')!;
			const picture = drawn(size, { smallest });
			const sizes = letterSizes(readXml(serialise(picture.markup())));
			expect(Math.min(...sizes) * 0.75).toBeGreaterThanOrEqual(smallest - 0.02);
			expect(picture.leftOut).toBeGreaterThan(drawn(size).leftOut);
		}
	);

	it('become a little smaller before a page is refused, but not where their size was asked for', () => {
		const tight = freeSize(900, 560, 'px');
		expect(drawn(tight, { legendBeside: true, legendTypes: true }).smallest).toBeLessThan(7.2);
		expect(() => drawn(tight, { smallest: 11 })).toThrow(RangeError);
	});

	it('grow with a large page', () => {
		expect(drawn(freeSize(16_000, 12_000, 'px')).smallest).toBeGreaterThan(70);
	});
});
