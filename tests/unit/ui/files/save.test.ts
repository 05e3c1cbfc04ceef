import { afterEach, expect, it, vi } from 'vitest';
import { emptyDocument } from '#lib/model/document.ts';
import { saveDocument } from '#lib/ui/files/save.ts';

const written = vi.hoisted(() => ({ file: (): string => '' }));
vi.mock('#lib/state/reading.ts', () => ({ documentFile: () => written.file() }));
afterEach(() => vi.unstubAllGlobals());

type Workspace = Parameters<typeof saveDocument>[0];

it('a document that is too large for one file is not saved, and that is said', () => {
	written.file = () => {
		throw new RangeError('Invalid string length');
	};
	const announce = vi.fn();
	const screen: Parameters<typeof saveDocument>[1] = { notice: null };
	saveDocument({ document: emptyDocument('Big'), announce } as unknown as Workspace, screen);
	expect(announce).not.toHaveBeenCalled();
	expect(screen.notice?.text).toMatch(/^The document was not saved: it is too large for one file\./);
});
