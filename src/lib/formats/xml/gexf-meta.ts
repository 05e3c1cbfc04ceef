/** What a GEXF file says of itself: title and description are taken, the rest is told. */
import type { Notices } from '#lib/formats/notices.ts';
import type { Staging } from '#lib/formats/staging.ts';
import type { ElementRule } from '#lib/formats/xml/xml.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** The creator of what we write: in its files the keywords are the title, for which GEXF has no element. */
export const GEXF_CREATOR = 'Dramatis';

export class GexfMeta {
	#name = '';
	#title: string | undefined;
	#keywords: string | undefined;
	#creator = '';
	readonly #descriptions: string[] = [];
	readonly #others = new Map<string, string>();

	rule(): ElementRule {
		const entry: ElementRule = {
			text: true,
			// Some programs write `Title`.
			open: (_, name) => (this.#name = name.toLowerCase()),
			close: (text) => this.#take(this.#name, text)
		};
		return { others: entry };
	}

	/** Gives what was found to the staging. */
	tell(staging: Staging, notices: Notices): void {
		const isOurs = this.#creator === GEXF_CREATOR;
		const title = this.#title ?? (isOurs ? this.#keywords : undefined);
		if (title) staging.title = title;
		if (this.#descriptions.length > 0) staging.description = this.#descriptions.join('\n\n');
		if (!isOurs && this.#creator) this.#others.set('creator', this.#creator);
		if (!isOurs && this.#keywords) this.#others.set('keywords', this.#keywords);
		if (this.#others.size === 0) return;
		const said = [...this.#others].map(([name, text]) => `${name} ${quoted(text.trim())}`).join(', ');
		notices.add('meta', '', () => `The file says of itself: ${said}. This was not taken.`);
	}

	#take(name: string, text: string): void {
		if (name === 'title') this.#title ??= text;
		else if (name === 'description') this.#descriptions.push(text);
		else if (name === 'creator') this.#creator ||= text;
		else if (name === 'keywords') this.#keywords ??= text;
		else if (this.#others.size < 10) this.#others.set(name, text);
	}
}
