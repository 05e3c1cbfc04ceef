/** A file of another program on its way in: what was found, what it is taken to mean, what would come of it. */
import {
	ImportSession,
	type Found,
	type Outcome,
	type Preview,
	type Twins
} from '#lib/background/import-client.ts';
import { safeParse } from 'valibot';
import { typesInQuestion } from '#lib/formats/meaning/guess.ts';
import type { Guess, Question } from '#lib/formats/meaning/mapping.ts';
import {
	remembered,
	type EdgeUse,
	type Mapping,
	type NodeUse,
	type TypeChoice
} from '#lib/formats/meaning/mapping.ts';
import { MAPPING_SCHEMA } from '#lib/formats/meaning/mapping-schema.ts';
import { LimitError, raised } from '#lib/formats/limits.ts';
import type { StageOptions } from '#lib/formats/stage.ts';
import type { ImportReceipt } from '#lib/formats/meaning/import-receipt.ts';
import type { Actor, Document } from '#lib/model/document.ts';
import { keepRecord, readRecord } from '#lib/storage/preferences.ts';

export type { Found, Outcome, Preview, Twins } from '#lib/background/import-client.ts';

type Options = Omit<StageOptions, 'signal'>;

/** How far reading is, for whoever waits. */
export type Progress = (elements: number, bytes: number) => void;

const KEPT = 'import';

export class Importing {
	readonly name: string;
	#session: ImportSession;
	readonly #files: readonly { readonly name: string; readonly data: Blob }[];
	#found = $state.raw<Found | null>(null);
	#options = $state.raw<Options>({});
	#mapping = $state.raw<Mapping | null>(null);
	#guesses = $state.raw<readonly Guess[]>([]);
	#questions = $state.raw<readonly Question[]>([]);
	#outcome = $state.raw<Outcome | null>(null);
	#typeCounts = $state.raw<Preview['typeCounts']>(new Map());
	#isWorking = $state.raw(false);
	/** What the user has said about words for types, here or when a file of the same shape was taken in. */
	#said = $state.raw<ReadonlyMap<string, TypeChoice>>(new Map());
	#isRemembered = $state.raw(false);
	/** The latest question to the worker: answers to earlier ones are of no use any more. */
	#asked = 0;

	constructor(files: readonly { readonly name: string; readonly data: Blob }[]) {
		this.#files = files;
		this.name = files.map(({ name }) => name).join(', ');
		this.#session = new ImportSession(files);
	}

	/** What was found; null before the files are read. */
	get found(): Found | null {
		return this.#found;
	}
	get preview(): Preview | null {
		return this.#found?.what === 'graph' ? this.#found : null;
	}
	/** What the columns and words mean; null unless there is a preview. */
	get mapping(): Mapping | null {
		return this.#mapping;
	}
	/** What nobody has said yet. */
	get guesses(): readonly Guess[] {
		return this.#guesses.filter(({ about, of }) => about !== 'type' || !this.#said.has(of));
	}
	/** What only the user can say. */
	get questions(): readonly Question[] {
		return this.#questions;
	}
	/** How many edges have each word for a type. */
	get typeCounts(): Preview['typeCounts'] {
		return this.#typeCounts;
	}
	/** What would come of it; null before that is known. */
	get outcome(): Outcome | null {
		return this.#outcome;
	}
	/** Whether the outcome is that of an earlier mapping, and the present one's is being worked out. */
	get isWorking(): boolean {
		return this.#isWorking;
	}
	/** Whether the mapping is that of a file of the same shape, taken in before. */
	get isRemembered(): boolean {
		return this.#isRemembered;
	}
	get options(): Options {
		return this.#options;
	}

	/**
	 * Reads the files, anew if `options` says more than before. A signal ends the reading at once.
	 * @throws UnreadableError when nothing can be read; an AbortError when it was stopped
	 */
	async read(options: Options, progress: Progress, signal?: AbortSignal): Promise<Found> {
		if (this.#found) {
			// What the worker holds is of another reading.
			this.#session.end();
			this.#session = new ImportSession(this.#files);
		}
		const session = this.#session;
		signal?.addEventListener('abort', () => session.end(), { once: true });
		this.#options = { ...this.#options, ...options };
		this.#asked++;
		this.#outcome = null;
		const found = await session.read(this.#options, progress);
		if (session !== this.#session) return found;
		this.#found = found;
		if (found.what !== 'graph') return found;
		const kept = keptMapping(found);
		this.#isRemembered = kept !== null;
		this.#said = new Map(kept?.types);
		this.#guesses = found.guesses;
		this.#questions = kept ? stillOpen(found, kept) : found.questions;
		this.#typeCounts = found.typeCounts;
		this.#mapping = kept ? remembered(kept, found.mapping) : found.mapping;
		await this.#work();
		return found;
	}

	/** Changes what the words of the file mean. */
	async put(change: Partial<Mapping>): Promise<void> {
		if (!this.#mapping) return;
		const before = new Map(this.#mapping.types);
		const said = change.types?.filter(([word, choice]) => before.get(word) !== choice) ?? [];
		this.#said = new Map([...this.#said, ...said]);
		this.#mapping = { ...this.#mapping, ...change };
		await this.#work();
	}

	/** The options of the present reading with the limit raised that it came to. */
	raising({ limit }: LimitError): Options {
		return { limits: raised(this.#options.limits ?? {}, limit) };
	}

	/**
	 * Says what a column means; what follows from that is guessed again. Where only one column can mean it, the one
	 * that meant it before takes what this one meant.
	 */
	async use(place: number, change: { readonly node: NodeUse } | { readonly edge: EdgeUse }): Promise<void> {
		const mapping = this.#mapping;
		if (!mapping) return;
		const nodes = 'node' in change ? putAt(mapping.nodes, place, change.node) : mapping.nodes;
		const edges = 'edge' in change ? putAt(mapping.edges, place, change.edge) : mapping.edges;
		this.#mapping = { ...mapping, nodes, edges };
		const asked = this.#begin();
		const again = await this.#session.guessAgain(nodes, edges);
		if (asked !== this.#asked) return;
		const { types, kinds, modalities, dateOrder } = again.mapping;
		this.#guesses = again.guesses;
		this.#questions = again.questions;
		this.#typeCounts = again.typeCounts;
		this.#mapping = {
			...this.#mapping,
			types: types.map(([word, choice]) => [word, this.#said.get(word) ?? choice]),
			kinds,
			modalities,
			dateOrder: this.#mapping.dateOrder ?? dateOrder
		};
		await this.#work();
	}

	/**
	 * The document that comes of it, and the receipt (null for a document of our own format). The mapping is
	 * remembered for files of the same shape.
	 */
	async take(): Promise<{ document: Document; receipt: ImportReceipt | null }> {
		if (this.#found?.what === 'document') return { document: this.#found.reading.document, receipt: null };
		const { preview, mapping } = this;
		if (!preview || !mapping) throw new Error('There is nothing to take yet.');
		keepRecord(KEPT, preview.shape, { ...mapping, title: '' });
		return await this.#session.take(mapping);
	}

	/** The actors that come and look like actors who are there: offered for merging, never merged unasked. */
	async twins(here: readonly Actor[]): Promise<readonly Twins[]> {
		if (this.#found?.what === 'document')
			return await this.#session.twins(this.#found.reading.document, here);
		return this.#mapping ? await this.#session.twins(this.#mapping, here) : [];
	}

	/** Ends the work; nothing was changed. */
	end(): void {
		this.#session.end();
	}

	async #work(): Promise<void> {
		const { mapping } = this;
		if (!mapping) return;
		const asked = this.#begin();
		const outcome = await this.#session.outcome(mapping);
		if (asked !== this.#asked) return;
		this.#outcome = outcome;
		this.#isWorking = false;
	}

	#begin(): number {
		this.#isWorking = true;
		return ++this.#asked;
	}
}

/** Several columns may mean these. */
const SHARED: ReadonlySet<string> = new Set(['attribute', 'leave', 'aliases', 'names', 'sameAs']);

function putAt<Use extends string>(uses: readonly Use[], place: number, use: Use): readonly Use[] {
	const before = uses[place]!;
	return uses.map((one, number) => (number === place ? use : one === use && !SHARED.has(use) ? before : one));
}

/** What a mapping that was kept does not answer: words for relations that were not in the file it was made for. */
function stillOpen({ questions }: Preview, kept: Mapping): readonly Question[] {
	const known = new Set(kept.types.map(([word]) => word));
	const words = questions.find(({ about }) => about === 'types')?.values ?? [];
	return typesInQuestion(words.filter((word) => !known.has(word)));
}

/** The mapping that was kept for files of this shape, if it is one; anybody may have written into the storage. */
function keptMapping({ shape, mapping }: Preview): Mapping | null {
	const { success, output } = safeParse(MAPPING_SCHEMA, readRecord(KEPT, shape));
	if (!success) return null;
	const { nodes, edges } = output;
	const fits = nodes.length === mapping.nodes.length && edges.length === mapping.edges.length;
	return fits ? (output as Mapping) : null;
}
