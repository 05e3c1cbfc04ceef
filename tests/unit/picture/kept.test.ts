import { expect, it } from 'vitest';
import { emptyDocument } from '#lib/model/document.ts';
import { setPicture } from '#lib/model/edit-picture.ts';
import { alternativeOf, longWords } from '#lib/picture/described.ts';
import { keptTexts, keptWords, textsOf } from '#lib/picture/kept.ts';
import { altText } from '#lib/picture/alt-text.ts';
import { DEFAULT_SETTINGS } from '#lib/view/settings.ts';
import { bundled } from '../cli/bundled.ts';
import { viewOf } from './views.ts';

const plain = { ...emptyDocument('T'), license: 'CC0-1.0' };

it('texts are those of the document until somebody writes others', () => {
	expect(textsOf(plain)).toEqual({ title: 'T', subtitle: '', credit: 'Licence: CC0-1.0' });
	const texts = { title: '', subtitle: 'S', credit: 'Licence: CC0-1.0' };
	const kept = setPicture(plain, keptTexts(plain, texts));
	expect(kept.picture).toEqual({ title: '', subtitle: 'S' });
	expect(textsOf(kept)).toEqual(texts);
	expect(setPicture(plain, keptTexts(plain, textsOf(plain)))).toBe(plain);
});

it('words are used for the view that they were written about, and for no other', () => {
	const words = keptWords(altText(viewOf(bundled)), { alternative: 'Mine', description: '# Mine' });
	const document = setPicture(bundled, { words });
	expect(alternativeOf(viewOf(document))).toBe('Mine');
	expect(longWords(viewOf(document))).toBe('Mine\n====\n');
	const other = viewOf(document, {
		keepLonely: false,
		off: { ...DEFAULT_SETTINGS.off, types: new Set(['meets']) }
	});
	expect(alternativeOf(other)).toBe(altText(other));
	expect(longWords(other)).toContain('Relations (');
	expect(keptWords('x', { alternative: ' ' })).toBeUndefined();
});
