/** Opening documents: the bundled one, a user's file, a link. */
import { LARGEST_FILE, readAtOnce, readFileInBackground } from '#lib/state/reading.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { count } from '#lib/view/receipt.ts';
import { shortened } from '#lib/view/sentences.ts';
import { DEFAULT_VIEW, fingerprint, readView, type View } from '#lib/view/url.ts';
import type { Screen } from '../screen.svelte.ts';

/** Opens the bundled document in a view, as the address gives it. Never throws: what is wrong is said. */
export async function openBundled(workspace: Workspace, screen: Screen, fragment = ''): Promise<void> {
	const { view: asked, ignored } = readView(fragment);
	const view = fragment ? asked : themeOnly(workspace.view);
	screen.notice = null;
	const before = workspace.opening;
	try {
		// The canvas measures its text as it draws it: the face must be there before the first picture.
		const [text] = await Promise.all([
			load(screen.bundled),
			document.fonts.load('13px "IBM Plex Sans"').catch(() => null)
		]);
		// Whoever opened something meanwhile wants that.
		if (workspace.opening !== before) return;
		const { document: report, problems } = readAtOnce('bundled', text);
		const meant = view.document === '' || view.document === fingerprint(report);
		workspace.open(report, { problems, view: meant ? view : themeOnly(view), bundled: true });
		if (!meant)
			notice(screen, 'This link was made for another document. Open that document first, then the link.');
		else if (ignored.length) notice(screen, ignored.join(' '));
	} catch (error) {
		notice(screen, `The bundled document could not be opened: ${reasonOf(error)}`);
	}
}

function themeOnly(view: View): View {
	return { ...DEFAULT_VIEW, settings: { ...DEFAULT_VIEW.settings, theme: view.settings.theme } };
}

async function load(url: string): Promise<string> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`the file is missing (${response.status}).`);
	return response.text();
}

/** Opens a user's file. The open document stays until the new one is read whole. */
export async function openFile(workspace: Workspace, screen: Screen, file: File): Promise<void> {
	screen.notice = null;
	if (file.size > LARGEST_FILE) {
		notice(
			screen,
			`“${file.name.slice(0, 80)}” has ${Math.round(file.size / 1e6)} MB; at most 512 MB can be read.`
		);
		return;
	}
	try {
		const reading = await readFileInBackground(workspace.task, file);
		if (!reading) return workspace.announce('Opening was cancelled.');
		const { document: read, problems } = reading;
		const theme = workspace.settings.theme;
		workspace.open(read, {
			problems,
			view: { ...DEFAULT_VIEW, settings: { ...DEFAULT_VIEW.settings, theme } }
		});
		workspace.announce(`Opened ${shortened(read.title)}: ${count(read.actors.length, 'actor')}.`);
		if (problems.length) notice(screen, `Opened with ${count(problems.length, 'remark')}.`, true);
	} catch (error) {
		notice(screen, `“${file.name.slice(0, 80)}” was not opened; what was open still is. ${reasonOf(error)}`);
		return;
	}
	try {
		if (needsArranging(workspace)) await workspace.arrange('force');
	} catch (error) {
		notice(screen, `Opened, but its actors could not be arranged: ${reasonOf(error)}`);
	}
	screen.fit();
}

/** Whether more than half of what is shown has no position of its own. */
function needsArranging({ scene, document: { positions } }: Workspace): boolean {
	const placed = scene.nodes.filter(({ actor }) => positions?.has(actor)).length;
	return scene.nodes.length > 1 && placed < scene.nodes.length / 2;
}

function notice(screen: Screen, text: string, more = false): void {
	screen.notice = { text, more };
}

function reasonOf(error: unknown): string {
	if (error instanceof UnreadableError) {
		return [error.place && `${error.place}:`, error.message, error.remedy].filter(Boolean).join(' ');
	}
	return error instanceof Error ? error.message : String(error);
}
