import { expect, test } from 'vitest';
import { attachedTexts } from '#lib/ui/checks/attached-texts.ts';
import { blocksOf } from '#lib/view/paragraphs.ts';
import { says } from '../analysis/checks/sound-document.ts';

const claims = [
	says('a', 'x', { id: 'found', start: 0, end: 3 }),
	says('a', 'x', { id: 'lost', start: 4, end: 9 }),
	says('a', 'x', { id: 'without passage' })
];
const anchors = claims.map(({ id }) => ({
	claim: id,
	start: 0,
	end: 0,
	sureness: id === 'found' ? ('certain' as const) : ('not found' as const),
	share: 0
}));
const blocks = blocksOf('One 👩 paragraph.\n\nAnd another one.\n');

test('positions count in the text that is meant, and no passage is lost that was never given', () => {
	const open = { identity: 'same', blocks, anchors, claims } as const;
	expect(attachedTexts(new Map([['s', open]])).get('s')).toEqual({
		size: { length: 34, paragraphs: 2 },
		lost: new Set(['lost'])
	});
});

test('in another text no position counts', () => {
	const open = { identity: 'other', blocks, anchors, claims } as const;
	expect(attachedTexts(new Map([['s', open]])).get('s')?.size).toBeNull();
});
