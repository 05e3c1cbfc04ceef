/** Where the app comes from: the site, or a page that somebody saved. */
import type { Id } from '#lib/model/document.ts';

export interface Home {
	/** Whether it is a saved page, which has no site behind it. */
	readonly isPage: boolean;
	/** The text of the document that is opened first; '' when there is none. @throws Error when it cannot be had */
	document(): Promise<string>;
	/** The view that it is opened in where the address names none, as it would stand there after `#`. */
	readonly view: string;
	/** Texts of its sources that came with it, by source. */
	readonly texts: ReadonlyMap<Id, string>;
	/** The HTML of the viewer, into which a document is filled that is saved as a page. @throws Error as above */
	viewer(): Promise<string>;
}

/** The home of an app on a site, from the addresses of the bundled document and of the viewer. */
export function siteHome(document: string, viewer: string): Home {
	return {
		isPage: false,
		document: () => textAt(document),
		view: '',
		texts: new Map(),
		viewer: () => textAt(viewer)
	};
}

async function textAt(url: string): Promise<string> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`the file is missing (${response.status}).`);
	return response.text();
}
