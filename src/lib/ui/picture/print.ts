import { FONT } from '#lib/view/appearance.ts';
import type { Drawn } from '#lib/picture/page.ts';
import { toSvg } from './svg-dom.ts';

/**
 * Prints a picture alone on a page of its own size: what a browser's print dialog saves as PDF is vectors with the
 * fonts inside, in any script that the machine can draw. The title is what the file and its name are called.
 */
export async function print(drawn: Drawn, title: string): Promise<void> {
	const picture = toSvg(drawn.markup());
	const words = picture.textContent;
	// Not every face has been used on screen yet.
	await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 13px ${FONT}`, words)));
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`
		@page { size: ${drawn.width}px ${drawn.height}px; margin: 0 }
		@media screen { .printed { display: none } }
		@media print {
			html, body { overflow: visible; height: auto }
			body > :not(.printed) { display: none !important }
			/* Out of the flow: what fills the page to its last pixel would ask for a second one. */
			.printed { position: fixed; inset: 0; width: ${drawn.width}px; height: ${drawn.height}px; overflow: hidden }
			.printed svg { display: block }
		}`);
	const holder = document.createElement('div');
	holder.className = 'printed';
	holder.append(picture);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	document.body.append(holder);
	const before = document.title;
	document.title = title;
	const end = () => {
		document.title = before;
		holder.remove();
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
	};
	addEventListener('afterprint', end, { once: true });
	globalThis.print();
}
