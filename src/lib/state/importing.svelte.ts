/** A file of another program on its way in: what was found, what it is taken to mean, what would come of it. */
import {
	ImportSession,
	type Found,
	type Outcome,
	type Preview,
	type Twins
} from '#lib/background/import-client.ts';
import type { Guess, Question } from '#lib/formats/mapping.ts';
import {
	EDGE_USES,
	NODE_USES,
	remembered,
	type EdgeUse,
	type Mapping,
	type NodeUse
} from '#lib/formats/mapping.ts';
import type { StageOptions } from '#lib/formats/stage.ts';
import type { ImportReceipt } from '#lib/formats/import-receipt.ts';
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
	get guesses(): readonly Guess[] {
		return this.#guesses;
	}
	/** What only the user can say. */
	get questions(): readonly Question[] {
		return this.#questions;
	}
	/** What would come of it by the present mapping; null while that is worked out. */
	get outcome(): Outcome | null {
		return this.#outcome;
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
		this.#outcome = null;
		const found = await session.read(this.#options, progress);
		this.#found = found;
		if (found.what !== 'graph') return found;
		const kept = keptMapping(found);
		this.#isRemembered = kept !== null;
		this.#guesses = found.guesses;
		this.#questions = kept ? [] : found.questions;
		this.#mapping = kept ? remembered(kept, found.mapping) : found.mapping;
		await this.#work();
		return found;
	}

	/** Changes what the words of the file mean. */
	async put(change: Partial<Mapping>): Promise<void> {
		if (!this.#mapping) return;
		this.#mapping = { ...this.#mapping, ...change };
		await this.#work();
	}

	/** Says what a column means; what follows from that is guessed again. */
	async use(place: number, change: { readonly node: NodeUse } | { readonly edge: EdgeUse }): Promise<void> {
		const mapping = this.#mapping;
		if (!mapping) return;
		const nodes = 'node' in change ? putAt(mapping.nodes, place, change.node) : mapping.nodes;
		const edges = 'edge' in change ? putAt(mapping.edges, place, change.edge) : mapping.edges;
		this.#mapping = { ...mapping, nodes, edges };
		const asked = ++this.#asked;
		const again = await this.#session.guessAgain(nodes, edges);
		if (asked !== this.#asked) return;
		const { types, kinds, modalities, dateOrder } = again.mapping;
		this.#guesses = again.guesses;
		this.#questions = again.questions;
		this.#mapping = {
			...this.#mapping,
			types,
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
		const asked = ++this.#asked;
		this.#outcome = null;
		const outcome = await this.#session.outcome(mapping);
		if (asked === this.#asked) this.#outcome = outcome;
	}
}

function putAt<T>(list: readonly T[], place: number, value: T): readonly T[] {
	return list.map((one, number) => (number === place ? value : one));
}

/** The mapping that was kept for files of this shape, if it is one; anybody may have written into the storage. */
function keptMapping({ shape, mapping }: Preview): Mapping | null {
	const kept = readRecord(KEPT, shape);
	if (typeof kept !== 'object' || kept === null) return null;
	const alike = Object.entries(mapping).every(([key, value]) => {
		const other = (kept as Record<string, unknown>)[key];
		if (value === null || other === null) return true;
		return typeof other === typeof value && Array.isArray(other) === Array.isArray(value);
	});
	const { nodes, edges } = kept as Mapping;
	const isUsed =
		alike &&
		nodes.length === mapping.nodes.length &&
		edges.length === mapping.edges.length &&
		nodes.every((use) => NODE_USES.includes(use)) &&
		edges.every((use) => EDGE_USES.includes(use));
	return isUsed ? (kept as Mapping) : null;
}
