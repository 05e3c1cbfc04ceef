import { documentFile } from '#lib/state/reading.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Screen } from '../screen.svelte.ts';

/** Hands a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
	const url = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download may start after the click returns.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file name out of a title: letters, digits and hyphens, never empty, at most 60 long. */
export function fileName(title: string, ending: string): string {
	const stem = title
		.slice(0, 200)
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60)
		.toLowerCase();
	return `${stem || 'document'}${ending}`;
}

/** 12345 as "13 kB", larger ones in MB. */
export function sizeInWords(bytes: number): string {
	return bytes < 1e5 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Saves the document. Never throws: what became of it is said, such as one that is too large for one text. */
export function saveDocument(workspace: Workspace, screen: Pick<Screen, 'notice'>): void {
	const { document } = workspace;
	try {
		const file = new Blob([documentFile(document)], { type: 'application/json' });
		download(fileName(document.title, '.dramatis.json'), file);
		workspace.announce('Document saved.');
	} catch (error) {
		const reason =
			error instanceof RangeError
				? 'it is too large for one file. Take it out in parts, with what is visible alone.'
				: error instanceof Error
					? error.message
					: String(error);
		screen.notice = { text: `The document was not saved: ${reason}`, more: false };
	}
}
