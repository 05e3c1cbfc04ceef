/** Keeps the address after `#` in step with the view, both ways. */
import { replaceState } from '$app/navigation';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { PLAIN_VIEW, fingerprint, readView, writeView } from '#lib/view/url.ts';
import type { Screen } from './screen.svelte.ts';

/** The address follows this long after the last change: browsers refuse more than some hundred a half minute. */
const REST = 250;

/** Starts to follow; gives how to stop. To be called once the app has started. */
export function keepAddress(workspace: Workspace, screen: Screen): () => void {
	let written = location.hash.slice(1);
	let timer: ReturnType<typeof setTimeout> | undefined;

	const stopWriting = $effect.root(() => {
		$effect(() => {
			const text = writeView(workspace.view);
			clearTimeout(timer);
			timer = setTimeout(() => write(text), REST);
		});
	});
	addEventListener('hashchange', follow);
	return () => {
		clearTimeout(timer);
		stopWriting();
		removeEventListener('hashchange', follow);
	};

	function write(text: string): void {
		if (text === written) return;
		written = text;
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- the same page, another fragment
		replaceState(text ? `#${text}` : plain(), {});
	}

	/** The address of the view without anything in it. A page has a view of its own, which is not the plain one. */
	function plain(): string {
		return screen.home.view ? `#${PLAIN_VIEW}` : location.pathname + location.search;
	}

	/** Somebody pasted a link into this very page. */
	function follow(): void {
		const text = location.hash.slice(1);
		if (text === written) return;
		written = text;
		const { view, ignored } = readView(text);
		if (view.document !== workspace.view.document && view.document !== fingerprint(workspace.document)) {
			screen.notice = {
				text: 'This link was made for another document. Open that document first.',
				more: false
			};
			return;
		}
		workspace.show(view);
		if (view.camera) screen.canvas?.look(view.camera, false);
		else screen.fit();
		if (ignored.length) screen.notice = { text: ignored.join(' '), more: false };
	}
}
