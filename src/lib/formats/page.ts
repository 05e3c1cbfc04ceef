/**
 * A document in its view inside a page of HTML that shows it: the viewer, which scripts/build-viewer.mjs makes with
 * two empty places. They are script elements of JSON, which browsers keep as text and never run.
 */
import type { Id } from '#lib/model/document.ts';

/** What a page holds. */
export interface PageContent {
	readonly title: string;
	/** The document as a file of our own format. */
	readonly document: string;
	/** The view, as it would stand in the address after `#`. */
	readonly view: string;
	/** Texts of sources that go along, by source. */
	readonly texts: ReadonlyMap<Id, string>;
}

/** The ids of the two places. */
export const PAGE_PLACES = { document: 'dramatis-document', view: 'dramatis-view' } as const;

/** A title that is longer helps nobody to tell windows apart. */
const LONGEST_TITLE = 200;

/**
 * The viewer with the content in it.
 * @param viewer the viewer's HTML, empty or with something else in it, which is replaced
 * @throws RangeError when it is not the viewer
 */
export function fillPage(viewer: string, { title, document, view, texts }: PageContent): string {
	const rest = JSON.stringify({ view, texts: [...texts] });
	const name = title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
	const filled = replaceIn(viewer, '<title>', '</title>', asText(name ? `${name} · Dramatis` : 'Dramatis'));
	const withView = replaceIn(filled, openingOf(PAGE_PLACES.view), '</script>', asScript(rest));
	return replaceIn(withView, openingOf(PAGE_PLACES.document), '</script>', asScript(document));
}

/**
 * What a filled viewer holds, from the texts of its two places. Anybody may have written into the second: what
 * cannot be used of it is as if it were not there. Null where there is no document.
 */
export function pageContent(document: string, rest: string): Omit<PageContent, 'title'> | null {
	if (document.trim() === '') return null;
	const { view, texts } = parsed(rest);
	const pairs = Array.isArray(texts) ? texts.filter(isPairOfTexts) : [];
	return { document, view: typeof view === 'string' ? view : '', texts: new Map(pairs) };
}

/** The same from a page's HTML; null where it holds no document, or is no such page at all. */
export function contentOfPage(html: string): Omit<PageContent, 'title'> | null {
	const [document, rest] = [PAGE_PLACES.document, PAGE_PLACES.view].map((id) => {
		const place = placeIn(html, openingOf(id), '</script>');
		return place ? html.slice(...place) : '';
	}) as [string, string];
	return pageContent(document, rest);
}

function parsed(text: string): { view?: unknown; texts?: unknown } {
	try {
		return (JSON.parse(text) ?? {}) as object;
	} catch {
		return {};
	}
}

function isPairOfTexts(pair: unknown): pair is [string, string] {
	return Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string');
}

function openingOf(id: string): string {
	return `<script type="application/json" id="${id}">`;
}

/**
 * JSON as it can stand in a script element. Outside of its texts JSON has none of these characters, and within
 * them an escape is the same text: no name can end the element, or begin a comment in it.
 */
function asScript(json: string): string {
	return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function asText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Where something stands between its first opening and the next closing. */
function placeIn(html: string, opening: string, closing: string): [start: number, end: number] | null {
	const at = html.indexOf(opening);
	const start = at + opening.length;
	const end = html.indexOf(closing, start);
	return at < 0 || end < 0 ? null : [start, end];
}

/** By position: in String.replace, a `$&` in a name would be an instruction. */
function replaceIn(html: string, opening: string, closing: string, content: string): string {
	const place = placeIn(html, opening, closing);
	if (!place) throw new RangeError('This is not the viewer of Dramatis.');
	return html.slice(0, place[0]) + content + html.slice(place[1]);
}
