/** Where what a picture shows was read. */
import type { Source } from '#lib/model/document.ts';
import { whenInWords } from '#lib/model/time-words.ts';
import { isVisible, type Filtered } from '#lib/view/fate.ts';
import { isDescribed } from '#lib/view/sentences.ts';
import { nameInSentence } from '#lib/view/name-lists.ts';
import { figure } from '#lib/view/receipt.ts';
import type { Told } from '#lib/view/told.ts';
import type { PicturePart } from '#lib/picture/svg.ts';
import { paragraphsPart, type Paragraph } from './paragraphs.ts';
import type { PartStyle } from './type-styles.ts';

const MOST_SOURCES = 8;
const LONGEST_TITLE = 160;

/** The sources of the claims behind the visible relations, in the document's order. */
export function visibleSources(told: Told, { relations }: Pick<Filtered, 'relations'>): readonly Source[] {
	const read = new Set<string>();
	for (const [id, fate] of relations) {
		if (isVisible(fate)) for (const { source } of told.claims.get(id) ?? []) read.add(source);
	}
	return [...told.sources.values()].filter(({ id }) => read.has(id));
}

/** "Reuters, “Title”, 18 February 2024, reuters.com"; what is not known is left out. */
export function sourceInWords({ publisher, title, published, url }: Source): string {
	return [
		publisher && nameInSentence(publisher, 60),
		isDescribed(title) ? nameInSentence(title, LONGEST_TITLE) : `“${nameInSentence(title, LONGEST_TITLE)}”`,
		published && whenInWords(published),
		url && addressInWords(url)
	]
		.filter(Boolean)
		.join(', ');
}

/** The host of an address on the web; another address as it is. */
function addressInWords(url: string): string {
	const parsed = URL.canParse(url) ? new URL(url) : null;
	const isWeb = parsed?.protocol === 'http:' || parsed?.protocol === 'https:';
	return isWeb ? nameInSentence(parsed.host.replace(/^www\./, ''), 80) : nameInSentence(url, 60);
}

/** The sources in short, capped; null where there is none. */
export function sourcesPart(sources: readonly Source[], style: PartStyle): PicturePart | null {
	const shown = sources.slice(0, MOST_SOURCES);
	const more = sources.length - shown.length;
	const words = shown.map((source, i) => {
		const start = i > 0 ? '' : sources.length > 1 ? 'Sources: ' : 'Source: ';
		return `${start}${sourceInWords(source)}`;
	});
	if (more > 0) words.push(`and ${figure(more)} more`);
	const paragraphs = words.map((text): Paragraph => ({ text, type: 'quiet', most: 3 }));
	return paragraphsPart('sources', paragraphs, style, { above: 6, below: 0 });
}
