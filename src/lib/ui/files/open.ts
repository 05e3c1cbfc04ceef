/** Opening documents: the one that the app came with, a user's file, a link. */
import { tick } from 'svelte';
import { LIMITS, LimitError, raised, type Limits } from '#lib/formats/limits.ts';
import type { Found, Importing } from '#lib/state/importing.svelte.ts';
import { readAtOnce, readInTask } from '#lib/state/reading.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import type { Problem } from '#lib/model/problems.ts';
import { needsArranging } from '#lib/view/arranging.ts';
import { count } from '#lib/view/receipt.ts';
import { shortened } from '#lib/view/sentences.ts';
import { DEFAULT_VIEW, fingerprint, readView, type View } from '#lib/view/url.ts';
import type { Screen } from '../screen.svelte.ts';
import type { Given } from './doors.ts';
import { foldersLeft, notOpened, reasonOf } from './reason.ts';

/** Opens the document that the app came with, in a view as the address gives it. Never throws: what is wrong is said. */
export async function openHome(workspace: Workspace, screen: Screen, fragment = ''): Promise<void> {
	const { home } = screen;
	const asked = fragment || home.view;
	const { view: read, ignored } = readView(asked);
	const view = asked ? read : themeOnly(workspace.view);
	screen.notice = null;
	const before = workspace.opening;
	try {
		// The canvas measures its text as it draws it: the face must be there before the first picture.
		const [text] = await Promise.all([
			home.document(),
			document.fonts.load('13px "IBM Plex Sans"').catch(() => null)
		]);
		if (text === '') throw new Error('this page holds none. Open one.');
		const reading =
			text.length <= SMALL ? readAtOnce('home', text) : await readInTask(workspace.task, 'document', text);
		// Whoever opened something meanwhile wants that.
		if (!reading || workspace.opening !== before) return;
		const { document: opened, problems } = reading;
		const meant = view.document === '' || view.document === fingerprint(opened);
		workspace.open(opened, {
			problems,
			view: meant ? view : themeOnly(view),
			bundled: true,
			texts: home.texts
		});
		if (needsArranging(workspace.scene, opened)) await workspace.arrange('force').then(() => screen.fit());
		if (!meant)
			notice(screen, 'This link was made for another document. Open that document first, then the link.');
		else if (ignored.length) notice(screen, ignored.join(' '));
	} catch (error) {
		// Nothing has a name yet, not even for assistive technology.
		if (workspace.opening === 0) workspace.open(emptyDocument('No document'));
		notice(screen, `No document could be opened: ${reasonOf(error)}`);
	}
}

/** Up to so many characters a document is read at once: a worker would only delay the first picture. */
const SMALL = 2_000_000;

function themeOnly(view: View): View {
	return { ...DEFAULT_VIEW, settings: { ...DEFAULT_VIEW.settings, theme: view.settings.theme } };
}

/**
 * The one door for a user's files: one, or tables that belong together. What is no document of ours is shown before
 * it is taken; until then nothing changes. Never throws: what is wrong is said.
 *
 * @param add whether they are meant to join the open document
 * @param limits where the user wants more to be read than usual
 */
export async function openFiles(
	workspace: Workspace,
	screen: Screen,
	files: readonly File[],
	add = false,
	limits: Partial<Limits> = {}
): Promise<void> {
	if (!files.length) return;
	screen.notice = null;
	let importing: Importing | null = null;
	try {
		refuseTooLarge(files, limits.fileBytes ?? LIMITS.fileBytes);
		const module = await import('#lib/state/importing.svelte.ts');
		importing = new module.Importing(files.map((file) => ({ name: file.name, data: file })));
		const found = await readIn(importing, workspace.task, files, { limits });
		if (!found) return workspace.announce('Opening was cancelled.');
		if (found.what === 'document' && !add) {
			importing.end();
			return await showOpened(workspace, screen, found.reading.document, found.reading.problems);
		}
		await showImport(screen, importing, add);
	} catch (error) {
		importing?.end();
		const text = notOpened(
			files.map(({ name }) => name),
			error
		);
		const again = () =>
			void openFiles(workspace, screen, files, add, raised(limits, (error as LimitError).limit));
		screen.notice = { text, more: false, ...(error instanceof LimitError && { again }) };
	}
}

/** Opens the files of what was dropped or pasted, and says which folders were left. Never throws, as above. */
export async function openGiven(
	workspace: Workspace,
	screen: Screen,
	{ files, folders }: Given
): Promise<void> {
	await openFiles(workspace, screen, files);
	const left = foldersLeft(folders);
	if (!left) return;
	const said = files.length ? screen.notice : null;
	screen.notice = { more: false, ...said, text: said ? `${said.text} ${left}` : left };
}

/** Reads what there is, as a task that can be cancelled; null when it was. */
function readIn(
	importing: Importing,
	task: Workspace['task'],
	files: readonly File[],
	options: Parameters<Importing['read']>[0]
): Promise<Found | null> {
	const size = Math.max(1, sizeOf(files));
	return task.run(`Reading ${shortened(files[0]?.name ?? '', 80)}`, (signal, progress) =>
		importing.read(
			options,
			(elements, bytes) => progress(bytes / size, elements ? count(elements, 'element') : ''),
			signal
		)
	);
}

/** A file that comes while another one is looked at takes its place. */
async function showImport(screen: Screen, importing: Importing, add: boolean): Promise<void> {
	if (screen.dialog === 'import') {
		screen.importing?.importing.end();
		screen.dialog = null;
		await tick();
	}
	screen.importing = { importing, add };
	screen.dialog = 'import';
}

function sizeOf(files: readonly File[]): number {
	return files.reduce((sum, { size }) => sum + size, 0);
}

/** Before anything of them is read. */
function refuseTooLarge(files: readonly File[], most: number): void {
	const size = sizeOf(files);
	if (size <= most) return;
	throw new LimitError(
		'fileBytes',
		`There are ${Math.round(size / 1024 / 1024)} MB; usually at most ${Math.round(most / 1024 / 1024)} MB are read.`,
		'Take a part of it, or read it all the same if there is memory for it.'
	);
}

/** Shows a document that was read, arranged if it has no places of its own. */
export async function showOpened(
	workspace: Workspace,
	screen: Screen,
	read: Document,
	problems: readonly Problem[]
): Promise<void> {
	const theme = workspace.settings.theme;
	workspace.open(read, {
		problems,
		view: { ...DEFAULT_VIEW, settings: { ...DEFAULT_VIEW.settings, theme } }
	});
	workspace.announce(`Opened ${shortened(read.title)}: ${count(read.actors.length, 'actor')}.`);
	if (problems.length) notice(screen, `Opened with ${count(problems.length, 'remark')}.`, true);
	try {
		if (needsArranging(workspace.scene, workspace.document)) await workspace.arrange('force');
	} catch (error) {
		notice(screen, `Opened, but its actors could not be arranged: ${reasonOf(error)}`);
	}
	screen.fit();
}

function notice(screen: Screen, text: string, more = false): void {
	screen.notice = { text, more };
}
