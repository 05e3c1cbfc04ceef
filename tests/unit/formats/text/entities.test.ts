import { expect, it } from 'vitest';
import { withoutEntities } from '#lib/formats/text/entities.ts';

it('characters are put for their names and numbers, and nothing else changes', () => {
	expect(
		withoutEntities('&lt;b&gt; &amp;amp; &eacute;&Eacute;&yuml;&#233;&#xE9;&#X1F468; &thetasym;&euro;&diams;')
	).toBe('<b> &amp; éÉÿéé👨 ϑ€♦');
	const kept = '& &; &nosuch; &constructor; &#; &#x; &#xD800; &#1114112; &#99999999; &amp';
	expect(withoutEntities(kept)).toBe(kept);
});
