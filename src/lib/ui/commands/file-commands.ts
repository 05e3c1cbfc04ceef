import { openBundled, openFile } from '../files/open.ts';
import { saveDocument } from '../files/save.ts';
import type { Command } from './command.ts';

export const FILE_COMMANDS: readonly Command[] = [
	{
		id: 'open',
		name: 'Open a document…',
		key: 'mod+o',
		also: 'file load',
		run: (workspace, screen) => chooseFile((file) => void openFile(workspace, screen, file))
	},
	{
		id: 'bundled',
		name: 'Open the bundled report',
		also: 'example first',
		run: (workspace, screen) => void openBundled(workspace, screen)
	},
	{
		id: 'save',
		name: 'Save the document as a file',
		key: 'mod+s',
		also: 'download export',
		run: (workspace) => saveDocument(workspace)
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

function chooseFile(use: (file: File) => void): void {
	const input = document.createElement('input');
	input.type = 'file';
	input.accept = '.json,application/json';
	input.addEventListener('change', () => input.files?.[0] && use(input.files[0]));
	input.click();
}

async function copyLink(announce: (text: string) => void, notice: (text: string) => void): Promise<void> {
	try {
		await navigator.clipboard.writeText(location.href);
		announce('Link copied.');
		notice('Link copied. It shows this view to anybody who opens it; nothing was sent anywhere.');
	} catch {
		notice('The browser does not let pages copy. The address above is the link: copy it there.');
	}
}
