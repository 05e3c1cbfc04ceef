import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { blocksPage } from '#lib/picture/twin-html.ts';
import { blocksText } from '#lib/picture/twin-plain.ts';
import { blocksSource, readBlocks } from '#lib/picture/twin-read.ts';
import { twinBlocks } from '#lib/picture/twin-blocks.ts';
import { twinOf } from '#lib/picture/twin.ts';
import { anyText } from '../generate-values.ts';
import { bundled } from '../cli/bundled.ts';
import { anyViewOf, viewOf } from './views.ts';

test('what is edited and left as it was says the same', () => {
	fc.assert(
		fc.property(anyViewOf(bundled), (view) => {
			const blocks = twinBlocks(twinOf(view));
			expect(blocksText(readBlocks(blocksSource(blocks)))).toBe(blocksText(blocks));
		}),
		{ numRuns: 20 }
	);
});

test('any text is read, once and for all', () => {
	const lines = fc.array(fc.tuple(fc.constantFrom('', '# ', '- ', '  - ', '#### '), anyText), {
		maxLength: 12
	});
	fc.assert(
		fc.property(lines, (all) => {
			const blocks = readBlocks(all.map(([mark, text]) => mark + text).join('\n'));
			expect(blocksText(readBlocks(blocksSource(blocks)))).toBe(blocksText(blocks));
		})
	);
});

it('makes links of addresses, and marks of nothing else', () => {
	const page = blocksPage(
		'T',
		readBlocks('See <b>https://example.org/a?b=1</b>, javascript:alert(1).\n\n- *one*')
	);
	expect(page).toContain('<a href="https://example.org/a?b=1"');
	expect(page).not.toMatch(/<b>|href="javascript/);
	expect(page).toContain('<li>*one*</li>');
});

it('keeps names of the other direction apart', () => {
	const arabic = viewOf(bundled, { names: 'ar' });
	const source = blocksSource(twinBlocks(twinOf(arabic)));
	expect(blocksPage('T', readBlocks(source))).toContain('<bdi dir="rtl">');
});
