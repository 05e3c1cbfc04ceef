/** What a document keeps for its pictures, and what stands for it where nothing is kept. */
import type { Document, Picture, PictureWords } from '#lib/model/document.ts';
import { plainLine } from '#lib/view/text.ts';

/** The texts of a picture; '' for none. */
export interface PictureTexts {
	readonly title: string;
	readonly subtitle: string;
	readonly credit: string;
}

/** The texts that a document's pictures have until somebody writes others: its title and licence. */
export function ownTexts({ title, license = '' }: Document): PictureTexts {
	const terms = plainLine(license);
	return { title, subtitle: '', credit: terms && `Licence: ${terms}` };
}

/** The texts of a document's pictures. */
export function textsOf(document: Document): PictureTexts {
	const own = ownTexts(document);
	const { title = own.title, subtitle = own.subtitle, credit = own.credit } = document.picture ?? {};
	return { title, subtitle, credit };
}

/** Texts as a document keeps them: those that it would have anyway are not kept. */
export function keptTexts(document: Document, texts: PictureTexts): Pick<Picture, keyof PictureTexts> {
	const own = ownTexts(document);
	const kept = (key: keyof PictureTexts) => (texts[key] === own[key] ? undefined : texts[key]);
	return { title: kept('title'), subtitle: kept('subtitle'), credit: kept('credit') };
}

/**
 * What somebody wrote about this very view; nothing where they wrote about another.
 * @param of the alternative text that the view gives by itself (alt-text.ts)
 */
export function wordsOf({ picture }: Document, of: string): Omit<PictureWords, 'of'> {
	return picture?.words?.of === of ? picture.words : {};
}

/** Words as a document keeps them; undefined where nobody wrote any. */
export function keptWords(
	of: string,
	{ alternative, description }: Omit<PictureWords, 'of'>
): PictureWords | undefined {
	if (!alternative?.trim() && !description?.trim()) return undefined;
	return { of, ...(alternative?.trim() && { alternative }), ...(description?.trim() && { description }) };
}
