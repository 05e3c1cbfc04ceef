/** The source reader: which source, its text if the user has it, where the passages stand, and the current claim. */
import type { Anchor } from '#lib/analysis/anchor.ts';
import type { Attached } from '#lib/background/attach.ts';
import { attachInBackground } from '#lib/background/client.ts';
import type { Claim, Id, Source } from '#lib/model/document.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { StorageError, forgetText, keepText, keptText } from '#lib/storage/texts.ts';
import {
	claimBeside,
	claimsAbout,
	claimsInOrder,
	relationsOf,
	selectionOf,
	toldClaims
} from '#lib/view/claim-order.ts';
import type { Facts } from '#lib/view/facts.ts';
import { blocksOf, type Block } from '#lib/view/paragraphs.ts';
import type { Span } from '#lib/view/passages.ts';
import { claimAloud, verdict } from '#lib/view/reader-words.ts';
import type { Scene } from '#lib/view/scene.ts';
import type { Selection } from '#lib/view/settings.ts';
import type { Told } from '#lib/view/told.ts';
import { keptName } from './kept-texts.ts';
import { Task } from './task.svelte.ts';
import { sameSelection } from './trail.svelte.ts';

/** The part of the workspace that the reader needs. */
interface Readable {
	readonly facts: Facts;
	readonly told: Told;
	readonly scene: Scene;
	readonly opening: number;
	readonly texts: ReadonlyMap<Id, string>;
	readonly selection: Selection;
	readonly pointed: string | null;
	select(selection: Selection): void;
	pointRelations(ids: Iterable<Id> | null): void;
	announce(text: string): void;
}

/** A source's text, in memory. */
export interface OpenText extends Attached {
	readonly blocks: readonly Block[];
	readonly places: ReadonlyMap<Id, Anchor>;
	/** Whether it is kept in this browser. */
	readonly kept: boolean;
	/** The claims whose passages were looked for. */
	readonly claims: readonly Claim[];
}

/** Texts by source; those of another document than the open one count for nothing. */
interface Texts {
	readonly opening: number;
	readonly bySource: ReadonlyMap<Id, OpenText>;
}

const NO_TEXTS: Texts = { opening: -1, bySource: new Map() };

export class Reader {
	readonly #workspace: Readable;
	#source = $state.raw<Id | null>(null);
	#current = $state.raw<Id | null>(null);
	/** What was chosen when the current claim was stepped to; when something else is, somebody chose it since. */
	#chosenWith = $state.raw<Selection | null>(null);
	#texts = $state.raw<Texts>(NO_TEXTS);
	#fault = $state.raw('');
	/** Sources whose kept text was asked for, so that it is asked for once. */
	#asked = new Set<string>();

	/** Reading a text, which can be followed and stopped. */
	readonly task = new Task();

	constructor(workspace: Readable) {
		this.#workspace = workspace;
	}

	readonly #ordered = $derived.by(() => claimsInOrder(this.#workspace.facts));
	readonly #told = $derived.by(() => toldClaims(this.#workspace.facts, this.#workspace.told));
	/** All claims that the filters leave, in reading order over all sources. */
	readonly #walk = $derived(this.#ordered.filter(({ id }) => this.#told?.has(id) ?? true));
	/** Ids of the sources; those that only claims name come last. */
	readonly sources = $derived.by(() => [
		...new Set([...this.#workspace.facts.sources.keys(), ...this.#ordered.map(({ source }) => source)])
	]);
	/** The source that is read; null in a document without one. */
	readonly source = $derived(
		this.#source !== null && this.sources.includes(this.#source) ? this.#source : (this.sources[0] ?? null)
	);
	readonly #own = $derived(this.#ordered.filter(({ source }) => source === this.source));
	/** The source's claims that the filters leave, in reading order. */
	readonly claims = $derived(this.#walk.filter(({ source }) => source === this.source));
	/** How many of the source's claims the filters leave out. */
	readonly leftOut = $derived(this.#own.length - this.claims.length);
	/** The texts that are open, by source. */
	readonly texts = $derived.by(() =>
		this.#texts.opening === this.#workspace.opening ? this.#texts.bySource : NO_TEXTS.bySource
	);
	/** The source's text; null until the user opens it. */
	readonly text = $derived(this.source === null ? null : (this.texts.get(this.source) ?? null));
	/** The passages of `claims` that were found in the text. */
	readonly spans = $derived.by((): readonly Span[] => {
		const places = this.text?.places;
		return this.claims.flatMap(({ id }) => {
			const place = places?.get(id);
			return place && place.sureness !== 'not found' ? [place] : [];
		});
	});
	/** The claim that was stepped to, as long as it is among `claims`. */
	readonly current = $derived(this.claims.find(({ id }) => id === this.#current) ?? null);
	/** Claims about the line that is pointed at in the graph. */
	readonly pointed = $derived.by((): ReadonlySet<Id> => {
		const { pointed, scene, told } = this.#workspace;
		const edge = pointed === null ? undefined : scene.edges.find(({ key }) => key === pointed);
		return claimsAbout(told, edge?.relations ?? []);
	});
	/** Claims about what is chosen. */
	readonly chosen = $derived.by((): ReadonlySet<Id> => {
		const { actors, relations, events } = this.#workspace.selection;
		return claimsAbout(this.#workspace.told, [...actors, ...relations, ...events]);
	});
	/** The claim to have in sight: the one that was stepped to, or the first about what was chosen since. */
	readonly target = $derived.by((): Claim | null => {
		const { current, chosen } = this;
		const isNewest = this.#chosenWith !== null && sameSelection(this.#chosenWith, this.#workspace.selection);
		if (current && (isNewest || chosen.size === 0 || chosen.has(current.id))) return current;
		return this.claims.find(({ id }) => chosen.has(id)) ?? null;
	});

	/** What went wrong with the last text, in words; '' when nothing did. */
	get fault(): string {
		return this.#fault;
	}

	chooseSource(source: Id): void {
		this.#source = source;
		this.#fault = '';
	}

	/** Goes to the next claim or the one before, over all sources, chooses what it is about, and announces it. */
	stepClaim(by: 1 | -1): void {
		const next = claimBeside(this.#walk, this.current?.id ?? null, by);
		if (next) return this.goToClaim(next.id);
		this.#workspace.announce(
			!this.#walk.length
				? 'There are no claims to step through.'
				: by > 0
					? 'That was the last claim.'
					: 'That was the first claim.'
		);
	}

	/** Makes a claim the current one, chooses what it is about, and announces it. */
	goToClaim(id: Id): void {
		const claim = this.#ordered.find((one) => one.id === id);
		if (!claim) return;
		const { facts } = this.#workspace;
		this.#source = claim.source;
		this.#current = id;
		this.#workspace.select(selectionOf(facts, claim));
		this.#chosenWith = this.#workspace.selection;
		const place = this.claims.indexOf(claim) + 1;
		if (place === 0) return this.#workspace.announce('The filters leave this claim out.');
		const anchor = this.text?.places.get(id);
		this.#workspace.announce(claimAloud(facts, claim, place, this.claims.length, anchor));
	}

	/** Lights in the graph what these claims are about; nothing any more when null. */
	pointClaims(ids: readonly Id[] | null): void {
		const wanted = new Set(ids);
		const claims = ids === null ? [] : this.claims.filter(({ id }) => wanted.has(id));
		const relations = claims.flatMap((claim) => [...relationsOf(this.#workspace.facts, claim)]);
		this.#workspace.pointRelations(relations.length ? relations : null);
	}

	/** Opens a text, given as itself or as a file, as that of the chosen source; says what became of it. */
	async open(data: string | Blob): Promise<void> {
		const open = await this.#attach(data, false);
		if (open) this.#workspace.announce(verdict(open.identity, open.anchors));
		else if (this.#fault) this.#workspace.announce(this.#fault);
	}

	/** Looks for the passages again where claims have changed since, and for a kept text where none is open. */
	async refresh(): Promise<void> {
		if (this.text) {
			if (!sameRecords(this.text.claims, this.#own)) await this.#attach(this.text.text, this.text.kept);
			return;
		}
		const name = this.#keptAs;
		if (name === null) return;
		const key = `${this.#workspace.opening} ${name}`;
		if (this.#asked.has(key)) return;
		this.#asked.add(key);
		const came = this.source === null ? undefined : this.#workspace.texts.get(this.source);
		// That nothing can be read from storage is no reason to bother somebody who keeps nothing there.
		const kept = came === undefined ? await keptText(name).catch(() => null) : null;
		const text = came ?? kept?.text;
		if (text !== undefined && name === this.#keptAs && !this.text) await this.#attach(text, kept !== null);
	}

	/** Keeps the open text in this browser, or no longer. */
	async keep(on: boolean): Promise<void> {
		const [text, source, opening, name] = [this.text, this.source, this.#workspace.opening, this.#keptAs];
		if (!text || source === null || name === null) return;
		this.#fault = '';
		try {
			if (text.sha256 === null) throw new StorageError('A text can be kept over https only.');
			if (on) await keepText({ source: name, sha256: text.sha256, text: text.text });
			else await forgetText(name);
			if (this.text === text) this.#put(opening, source, { ...text, kept: on });
			this.#workspace.announce(on ? 'The text is kept in this browser.' : 'The text is no longer kept.');
		} catch (error) {
			this.#fault = error instanceof Error ? error.message : String(error);
			this.#workspace.announce(this.#fault);
		}
	}

	/** Closes the text, and no longer keeps it. */
	async forget(): Promise<void> {
		const [text, source, opening] = [this.text, this.source, this.#workspace.opening];
		if (!text || source === null) return;
		if (text.kept) await this.keep(false);
		if (this.#fault) return;
		this.#put(opening, source, null);
		this.#workspace.announce('The text is forgotten.');
	}

	#sourceRecord(): Source | undefined {
		return this.source === null ? undefined : this.#workspace.facts.sources.get(this.source);
	}

	/** See keptName. */
	get #keptAs(): string | null {
		const source = this.#sourceRecord();
		return source ? keptName(this.#workspace.facts.document, source) : null;
	}

	async #attach(data: string | Blob, kept: boolean): Promise<OpenText | null> {
		const [source, opening, claims] = [this.source, this.#workspace.opening, this.#own];
		const sha256 = this.#sourceRecord()?.sha256;
		if (source === null) return null;
		this.#fault = '';
		try {
			const attached = await this.task.run('Reading the text', (signal) =>
				attachInBackground(data, sha256, claims, { signal })
			);
			if (!attached) return null;
			// Taking over a long text from the other thread and parting it are a task each, so that the page answers between.
			await new Promise((resume) => setTimeout(resume));
			const blocks = blocksOf(attached.text);
			if (opening !== this.#workspace.opening) return null;
			const places = new Map(attached.anchors.map((anchor) => [anchor.claim, anchor]));
			const open = { ...attached, blocks, places, kept, claims };
			this.#put(opening, source, open);
			return open;
		} catch (error) {
			this.#fault =
				error instanceof UnreadableError
					? `${error.message} ${error.remedy}`
					: `The text was not opened. ${String(error)}`;
			return null;
		}
	}

	#put(opening: number, source: Id, text: OpenText | null): void {
		const bySource = new Map(this.#texts.opening === opening ? this.#texts.bySource : []);
		if (text) bySource.set(source, text);
		else bySource.delete(source);
		this.#texts = { opening, bySource };
	}
}

function sameRecords(a: readonly Claim[], b: readonly Claim[]): boolean {
	return a.length === b.length && a.every((claim, index) => claim === b[index]);
}

const readers = new WeakMap<Readable, Reader>();

/** The reader of a workspace; the same one whoever asks: a panel, a command. */
export function readerOf(workspace: Readable): Reader {
	const known = readers.get(workspace);
	if (known) return known;
	let reader: Reader | undefined;
	// What it derives must outlive the component that happens to ask first.
	$effect.root(() => {
		reader = new Reader(workspace);
	});
	// Where pages are written beforehand there are no effects.
	reader ??= new Reader(workspace);
	readers.set(workspace, reader);
	return reader;
}
