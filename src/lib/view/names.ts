import type { Actor, Document } from '#lib/model/document.ts';

/** An actor's name in a language (BCP 47; '' for the document's own), or its main name where it has none. */
export function actorName(actor: Actor, language: string): string {
	if (language === '') return actor.name;
	return actor.names?.find((name) => name.lang === language)?.text ?? actor.name;
}

/** The languages, beside the document's own, in which at least one actor has a name. */
export function nameLanguages(document: Document): string[] {
	const languages = new Set<string>();
	for (const actor of document.actors) for (const name of actor.names ?? []) languages.add(name.lang);
	return [...languages].sort();
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** A language in English, from its tag (BCP 47): "Arabic"; the tag where there is no such language. */
export function languageName(tag: string): string {
	try {
		return LANGUAGES.of(tag) ?? tag;
	} catch {
		return tag.slice(0, 20);
	}
}
