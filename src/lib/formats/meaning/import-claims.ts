/** What the rows of a file say about who says so: claims, voices and sources. */
import { Cells, asAttribute, unreadDate, type Cell } from '#lib/formats/meaning/cells.ts';
import type { Ids } from '#lib/formats/meaning/import-ids.ts';
import type { Books } from '#lib/formats/meaning/import-receipt.ts';
import type { EdgeUse, Mapping } from '#lib/formats/meaning/mapping.ts';
import type { StagedEdge } from '#lib/formats/staged.ts';
import { readDateText } from '#lib/formats/meaning/table-dates.ts';
import { splitChain } from '#lib/formats/meaning/text-lists.ts';
import type { Attribute, Claim, Id, Modality, Source, Voice } from '#lib/model/document.ts';
import { MODALITIES } from '#lib/model/document.ts';
import { MAX_ENTRIES } from '#lib/model/schema.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };
type ClaimDraft = Omit<Claim, 'about'> & { readonly about: Id[] };

/** If a row has one of these, somebody says something. */
const TELLING: readonly EdgeUse[] = ['statement', 'voice', 'source', 'modality', 'paragraph', 'claim.id'];

export class Claims {
	readonly list: ClaimDraft[] = [];
	readonly sources: Draft<Source>[] = [];
	readonly voices: Voice[] = [];
	readonly #byFileId = new Map<string, ClaimDraft>();
	/** The first claim that rows without an id make about a relation, and once there is another, all that was said. */
	readonly #first = new Map<Id, ClaimDraft>();
	readonly #said = new Map<Id, Set<string>>();
	readonly #telling: readonly EdgeUse[];
	readonly #sources = new Map<string, Draft<Source>>();
	readonly #voices = new Map<string, Voice>();
	readonly #modalities: ReadonlyMap<string, Modality>;
	readonly #mapping: Mapping;
	readonly #cells: Cells<EdgeUse>;
	readonly #ids: Ids;
	readonly #books: Books;

	constructor(mapping: Mapping, cells: Cells<EdgeUse>, ids: Ids, books: Books) {
		this.#mapping = mapping;
		this.#cells = cells;
		this.#ids = ids;
		this.#books = books;
		this.#modalities = new Map(mapping.modalities);
		this.#telling = TELLING.filter((use) => cells.has(use));
	}

	/**
	 * Takes what a row claims of the relations that it became.
	 * @param sentence says in words what the row says, for rows without a statement
	 * @returns what has no place in a claim, to be kept beside the relation
	 */
	ofRow({ values, place }: StagedEdge, about: readonly Id[], sentence: () => string): Attribute[] {
		const cells = this.#cells;
		const published = cells.one(values, 'published');
		if (!this.#telling.some((use) => cells.one(values, use)))
			return published ? [asAttribute(published)] : [];
		const kept: Attribute[] = [];
		const fileId = cells.one(values, 'claim.id');
		const source = this.#source(cells.one(values, 'source'), published, kept, place);
		const ours = this.#mapping.chain === 'whole';
		const content = {
			statement: cells.text(values, 'statement') ?? (ours ? '' : sentence()),
			modality: this.#modality(cells.one(values, 'modality'), kept, place),
			voices: this.#chain(cells.one(values, 'voice'), source.title, cells.one(values, 'source'), kept),
			source: source.id,
			...this.#paragraph(cells.one(values, 'paragraph'), kept, place)
		};
		this.#add(content, about, fileId);
		return kept;
	}

	#add(content: Content, about: readonly Id[], fileId: Cell | undefined): void {
		const known = fileId && this.#byFileId.get(fileId.value);
		if (known && known.about.length < MAX_ENTRIES && contentOf(known) === contentOf(content)) {
			known.about.push(...about.filter((id) => !known.about.includes(id)));
			return;
		}
		if (!fileId && this.#isSaid(about, content)) return;
		const id = fileId ? this.#ids.own(fileId.value, 'c') : this.#ids.fresh('c');
		const claim: ClaimDraft = { id, about: [...about], ...content };
		this.list.push(claim);
		this.#books.made.claims++;
		if (!fileId) this.#note(about, claim);
		else if (!known) this.#byFileId.set(fileId.value, claim);
	}

	/** Whether a row has said the same words about the same relation: then the two are one claim. */
	#isSaid(about: readonly Id[], content: Content): boolean {
		const [relation] = about as [Id];
		const first = this.#first.get(relation);
		if (!first) return false;
		let said = this.#said.get(relation);
		if (!said) this.#said.set(relation, (said = new Set([saying(first.about, first)])));
		return said.has(saying(about, content));
	}

	#note(about: readonly Id[], claim: ClaimDraft): void {
		const [relation] = about as [Id];
		if (!this.#first.has(relation)) this.#first.set(relation, claim);
		else this.#said.get(relation)?.add(saying(about, claim));
	}

	#source(
		cell: Cell | undefined,
		published: Cell | undefined,
		kept: Attribute[],
		place: string
	): Draft<Source> {
		const title = cell?.value ?? this.#mapping.title;
		let source = this.#sources.get(title);
		if (!source) {
			source = { id: this.#ids.fresh('s'), title };
			if (/^https?:\/\/\S+$/.test(title)) source.url = title;
			this.#sources.set(title, source);
			this.sources.push(source);
			this.#books.made.sources++;
		}
		if (!published) return source;
		const date = readDateText(published.value, this.#mapping.dateOrder);
		if (!date) {
			this.#books.noticed('edge', place, unreadDate(published, this.#mapping.dateOrder));
			kept.push(asAttribute(published));
			return source;
		}
		source.published ??= date.when;
		if (source.published !== date.when || !date.whole) kept.push(asAttribute(published));
		return source;
	}

	#chain(cell: Cell | undefined, title: string, source: Cell | undefined, kept: Attribute[]): readonly Id[] {
		let labels = cell ? splitChain(cell.value) : [];
		if (labels.length >= MAX_ENTRIES && cell) {
			kept.push(asAttribute(cell));
			labels = [];
		}
		// A table says who is quoted; whoever quotes them is the publication.
		const outermost = this.#mapping.chain === 'quoted' && source && labels[0] !== title;
		if (outermost || labels.length === 0) labels = [title, ...labels];
		return labels.map((label) => this.#voice(label));
	}

	#voice(label: string): Id {
		let voice = this.#voices.get(label);
		if (!voice) {
			voice = { id: this.#ids.fresh('v'), label };
			this.#voices.set(label, voice);
			this.voices.push(voice);
			this.#books.made.voices++;
		}
		return voice.id;
	}

	#modality(cell: Cell | undefined, kept: Attribute[], place: string): Modality {
		if (!cell) return 'stated';
		const modality = this.#modalities.get(cell.value) ?? MODALITIES.find((one) => one === cell.value);
		if (modality !== cell.value) kept.push(asAttribute(cell));
		if (modality) return modality;
		const reason = 'How surely it is said could not be told from the word; it was taken as stated.';
		this.#books.noticed('edge', place, reason);
		return 'stated';
	}

	#paragraph(cell: Cell | undefined, kept: Attribute[], place: string): { paragraph?: number } {
		if (!cell) return {};
		const number = /^[1-9]\d{0,14}$/.test(cell.value.slice(0, 20).trim()) ? Number(cell.value) : null;
		if (number !== null) return { paragraph: number };
		kept.push(asAttribute(cell));
		this.#books.noticed('edge', place, 'The paragraph is not a whole number; it is kept as an attribute.');
		return {};
	}
}

type Content = Omit<Claim, 'id' | 'about'>;

function contentOf({ statement, modality, voices, source, paragraph }: Content): string {
	return JSON.stringify([statement, modality, voices, source, paragraph ?? null]);
}

function saying(about: readonly Id[], content: Content): string {
	return JSON.stringify([about, contentOf(content)]);
}
