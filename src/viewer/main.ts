/** The app in a saved page: a single file with everything in it, and no site behind it. */
import '#lib/ui/base.css';
import { mount } from 'svelte';
import { PAGE_PLACES, pageContent } from '#lib/formats/page.ts';
import type { Home } from '#lib/ui/files/home.ts';
import { addFonts } from './fonts.ts';
import Viewer from './Viewer.svelte';

/** Takes the text out of one of the page's places: what is left is the viewer, without anybody's document. */
function takeOut(id: string): string {
	const place = document.getElementById(id);
	const text = place?.textContent ?? '';
	place?.replaceChildren();
	return text;
}

// The code has done its part in the page by being run; it stands there packed, too.
document.currentScript?.remove();
const content = pageContent(takeOut(PAGE_PLACES.document), takeOut(PAGE_PLACES.view));
const viewer = `<!doctype html>\n${document.documentElement.outerHTML}`;

const home: Home = {
	isPage: true,
	document: async () => content?.document ?? '',
	view: content?.view ?? '',
	texts: content?.texts ?? new Map(),
	viewer: async () => viewer
};

addFonts();
const target = document.querySelector('.app')!;
target.replaceChildren();
mount(Viewer, { target, props: { home } });
