import type { Drawn } from '#lib/picture/page.ts';
import { toSvg } from './svg-dom.ts';

/**
 * Prints a picture alone on a page of its own size: what a browser's print dialog saves as PDF is vectors with the
 * fonts inside, in any script that the machine can draw.
 */
export function print(drawn: Drawn): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`
		@page { size: ${drawn.width}px ${drawn.height}px; margin: 0 }
		@media screen { .printed { display: none } }
		@media print {
			html, body { overflow: visible; height: auto }
			body > :not(.printed) { display: none !important }
			.printed { position: static; width: ${drawn.width}px; height: ${drawn.height - 1}px; overflow: hidden }
			.printed svg { display: block }
		}`);
	const holder = document.createElement('div');
	holder.className = 'printed';
	holder.append(toSvg(drawn.markup()));
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	document.body.append(holder);
	const end = () => {
		holder.remove();
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
	};
	addEventListener('afterprint', end, { once: true });
	globalThis.print();
}
