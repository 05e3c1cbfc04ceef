/** A browser's own XML parser takes the picture, whatever the names are, and finds the same text in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { THEMES } from '#lib/view/theme.ts';
import { writeSvg } from '#lib/picture/svg.ts';

const frame = { x: 0, y: 0, width: 100, height: 100 };

function draw(name: string): Document {
	const node = {
		key: 'n0',
		order: 0,
		actor: name,
		kind: 'people',
		side: 0,
		collective: true,
		x: 50,
		y: 50,
		size: 30,
		label: [name],
		rank: 0,
		dimmed: false,
		pinned: false
	} as const;
	const label = { lines: [name], size: 13, halo: 3, shift: 0, margin: 4, box: frame };
	const svg = writeSvg(
		{ nodes: [node], edges: [] },
		{
			theme: THEMES.light,
			labels: new Map([['n0', label]]),
			selected: new Set(),
			dimmed: new Set(),
			frame,
			title: name,
			description: name,
			background: true,
			fontCss: `/* ${name} */`,
			typeOf: () => name,
			names: { actor: () => name, relation: () => name }
		}
	);
	return new DOMParser().parseFromString(svg, 'image/svg+xml');
}

test('hostile names leave it well-formed', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (name) => {
			const picture = draw(name);
			expect(picture.querySelector('parsererror')).toBeNull();
			expect(picture.querySelectorAll('text')).toHaveLength(1);
		}),
		{ numRuns: 300 }
	);
});

test.each(['<b>&amp;</b>]]>', '"quoted"', 'كتائب حزب الله', '👩‍👩‍👧 e\u0301'])(
	'%s comes back as it was',
	(name) => {
		const picture = draw(name);
		expect(picture.querySelector('text')!.textContent).toBe(name);
		expect(picture.querySelector('title')!.textContent).toBe(name);
	}
);
