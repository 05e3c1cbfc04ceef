/** Saving a document in its view as a page: one file of HTML that opens anywhere, without a network. */
import { fillPage } from '#lib/formats/page.ts';
import type { Id } from '#lib/model/document.ts';
import { textsOf } from '#lib/state/kept-texts.ts';
import { documentFile } from '#lib/state/reading.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { count } from '#lib/view/receipt.ts';
import { writeView } from '#lib/view/url.ts';
import type { Screen } from '../screen.svelte.ts';
import { download, fileName, sizeInWords } from './save.ts';

/** Saves the page at once; asks first where texts of sources could go along, which may not be everybody's to pass on. */
export async function offerPage(workspace: Workspace, screen: Screen): Promise<void> {
	const texts = await textsOf(workspace.document, workspace.texts);
	if (texts.size) screen.dialog = 'page';
	else await savePage(workspace, screen, texts);
}

/** Saves the page with those texts. Never throws: what became of it is said. */
export async function savePage(
	workspace: Workspace,
	screen: Screen,
	texts: ReadonlyMap<Id, string>
): Promise<void> {
	const { document, view } = workspace;
	try {
		const html = fillPage(await screen.home.viewer(), {
			title: document.title,
			document: documentFile(document),
			// Where actors were moved to stands in the document, and in a page the view needs no name for that.
			view: writeView({ ...view, moved: new Map(), document: '' }),
			texts
		});
		const file = new Blob([html], { type: 'text/html' });
		const name = fileName(document.title, '.html');
		download(name, file);
		const along = texts.size ? `, with ${count(texts.size, 'text')}` : '';
		const text = `Page saved: ${name}, ${sizeInWords(file.size)}${along}.`;
		workspace.announce(text);
		screen.notice = {
			text: `${text} It opens in a browser from wherever it lies, offline too.`,
			more: false
		};
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		screen.notice = { text: `The page was not saved: ${reason}`, more: false };
	}
}
