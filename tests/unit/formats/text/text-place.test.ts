import { expect, it } from 'vitest';
import { TextPlace } from '#lib/formats/text/text-place.ts';

it('lines end with CR, LF or CR LF, cut anywhere, and columns count code points', () => {
	const text = 'a\r\nb\rc\n\n👨d';
	for (let cut = 0; cut <= text.length; cut++) {
		const place = new TextPlace();
		place.pass(text, 0, cut);
		place.pass(text.slice(cut), 0, text.length - cut);
		expect(String(place)).toBe('line 5, column 3');
	}
});
