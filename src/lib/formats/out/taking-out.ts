/** From an open document and what somebody wants of it to a file, and to what they are told before they save it. */
import type { CsvStyle } from '#lib/formats/tables/csv-writer.ts';
import type { Loss } from '#lib/formats/out/loss.ts';
import { outletOf } from '#lib/formats/out/out.ts';
import type { Document, Id } from '#lib/model/document.ts';
import { mentionsOf, type Mention } from '#lib/model/mentions.ts';
import { partOfDocument } from '#lib/model/part.ts';
import { publishCopy, type PublishChoices } from '#lib/model/publish-copy.ts';

/** Plain data. */
export interface OutChoice {
	/** An id of WAYS_OUT. */
	readonly to: string;
	readonly style: CsvStyle;
	/** What is taken of it; null for all. */
	readonly part: { readonly actors: ReadonlySet<Id>; readonly relations: ReadonlySet<Id> } | null;
	readonly publish: PublishChoices;
}

/** What is said before a file is saved. Plain data. */
export interface OutReport {
	/** Of what goes out. */
	readonly title: string;
	readonly actors: number;
	readonly relations: number;
	readonly claims: number;
	readonly losses: readonly Loss[];
	readonly remarks: readonly string[];
	/** Where the copy still says a name of an actor that was left out. */
	readonly warnings: readonly Mention[];
}

/** What of the document goes out, whatever the format. */
export class TakenOut {
	readonly #document: Document;
	readonly #warnings: readonly Mention[];

	constructor(document: Document, { part, publish }: Pick<OutChoice, 'part' | 'publish'>) {
		const { document: copy } = publishCopy(document, publish);
		this.#document = part ? partOfDocument(copy, part.actors, part.relations) : copy;
		// Of those outside the part as well: what is left may speak of them.
		const gone = new Set(publish.actors);
		const withheld = document.actors.filter(({ id }) => gone.has(id));
		this.#warnings = mentionsOf(this.#document, withheld);
	}

	/** @throws RangeError for a format that there is not */
	report({ to, style }: Pick<OutChoice, 'to' | 'style'>): OutReport {
		const document = this.#document;
		const { keeps, losses, remarks } = outletOf(to);
		return {
			title: document.title,
			actors: document.actors.length,
			relations: document.relations.length,
			claims: document.claims.length,
			losses: losses(document),
			remarks: [...(remarks?.(document, style) ?? []), ...keeps.remarks],
			warnings: this.#warnings
		};
	}

	/** The file, in pieces; text is UTF-8. @throws RangeError as Outlet.write does */
	write({ to, style }: Pick<OutChoice, 'to' | 'style'>): Iterable<string | Uint8Array<ArrayBuffer>> {
		return outletOf(to).write(this.#document, style);
	}
}
