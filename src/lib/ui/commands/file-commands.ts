import { openFiles, openHome } from '../files/open.ts';
import { saveDocument } from '../files/save.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Screen } from '../screen.svelte.ts';
import type { Command } from './command.ts';

export const FILE_COMMANDS: readonly Command[] = [
	{
		id: 'open',
		name: 'Open a file…',
		key: 'mod+o',
		also: 'document load import csv excel gexf graphml stix table',
		run: (workspace, screen) => chooseFiles((files) => void openFiles(workspace, screen, files))
	},
	{
		id: 'add',
		name: 'Add a file to this document…',
		also: 'import merge join csv excel table',
		run: (workspace, screen) => chooseFiles((files) => void openFiles(workspace, screen, files, true))
	},
	{
		id: 'address',
		name: 'Open a file of this site by its address…',
		also: 'url import',
		available: (_, { home }) => !home.isPage,
		run: (_, screen) => (screen.dialog = 'address')
	},
	{
		id: 'bundled',
		name: 'Open the bundled report',
		also: 'example first',
		available: (_, { home }) => !home.isPage,
		run: (workspace, screen) => void openHome(workspace, screen)
	},
	{
		id: 'again',
		name: 'Open the document of this page again',
		also: 'first',
		available: (_, { home }) => home.isPage,
		run: (workspace, screen) => void openHome(workspace, screen)
	},
	{
		id: 'save',
		name: 'Save the document as a file',
		key: 'mod+s',
		also: 'download export',
		run: (workspace, screen) => saveDocument(workspace, screen)
	},
	{
		id: 'export',
		name: 'Save as…',
		key: 'mod+shift+s',
		also: 'export take out convert csv excel xlsx gexf gephi graphml cytoscape dot pajek stix publish copy format',
		run: (_, screen) => (screen.dialog = 'export')
	},
	{
		id: 'page',
		name: 'Save as a page',
		also: 'html offline share hand over mail export viewer',
		run: (workspace, screen) => void savePage(workspace, screen)
	},
	{
		id: 'picture',
		name: 'Save the picture…',
		key: 'mod+e',
		also: 'export png svg image',
		run: (_, screen) => (screen.dialog = 'picture')
	},
	{
		id: 'words',
		name: 'The view in words…',
		key: 'w',
		also: 'alternative text description written summary markdown html',
		run: (_, screen) => (screen.dialog = 'words')
	},
	{
		id: 'link',
		name: 'Copy a link to this view',
		also: 'share permalink url address',
		run: (workspace, screen) =>
			void copyLink(workspace.announce.bind(workspace), (text) => (screen.notice = { text, more: false }))
	},
	{
		id: 'problems',
		name: 'Remarks on the document',
		also: 'problems errors',
		available: ({ problems }) => problems.length > 0,
		run: (_, screen) => (screen.dialog = 'problems')
	}
];

/** What makes pages comes when one is first asked for. */
async function savePage(workspace: Workspace, screen: Screen): Promise<void> {
	const { offerPage } = await import('../files/save-page.ts');
	await offerPage(workspace, screen);
}

/** Whatever a file is called: what it is, its content tells. */
function chooseFiles(use: (files: readonly File[]) => void): void {
	const input = document.createElement('input');
	input.type = 'file';
	input.multiple = true;
	input.addEventListener('change', () => use([...(input.files ?? [])]));
	input.click();
}

async function copyLink(announce: (text: string) => void, notice: (text: string) => void): Promise<void> {
	try {
		await navigator.clipboard.writeText(location.href);
		announce('Link copied.');
		notice(
			location.protocol === 'file:'
				? 'Link copied. It shows this view to whoever has this page in the same place.'
				: 'Link copied. It shows this view to anybody who opens it; nothing was sent anywhere.'
		);
	} catch {
		notice('The browser does not let pages copy. The address above is the link: copy it there.');
	}
}
