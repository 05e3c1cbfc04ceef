/**
 * The running app: the one reactive object. It holds the document, the view settings, what is chosen and the
 * history; everything on screen derives from it, and every change goes through its verbs.
 */
import { MEASURES } from '#lib/analysis/index.ts';
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import { emptyDocument, type Document, type Id, type Point } from '#lib/model/document.ts';
import { moveActors } from '#lib/model/edit-actors.ts';
import type { Problem } from '#lib/model/problems.ts';
import { emphasised, keysOfActors, keysOfRelations, recordsOf } from '#lib/view/emphasis.ts';
import { factsOf, type Facts } from '#lib/view/facts.ts';
import { beforeSettings, filterDocument } from '#lib/view/filter.ts';
import { receiptOf } from '#lib/view/receipt.ts';
import { buildScene } from '#lib/view/scene.ts';
import { nameOf, shortened } from '#lib/view/sentences.ts';
import {
	DEFAULT_SETTINGS,
	NOTHING,
	toggled,
	type Camera,
	type FocusSteps,
	type Selection,
	type Settings
} from '#lib/view/settings.ts';
import { voiceColors } from '#lib/view/voices.ts';
import { DEFAULT_VIEW, fingerprint, type View } from '#lib/view/url.ts';
import { arrange, movedSince } from './arrange.ts';
import { History, type OpenDocument, type Opened, type Restored } from './history.svelte.ts';
import { UNDO_LABELS } from './undo-labels.ts';
import { Telling } from './telling.ts';
import { Task } from './task.svelte.ts';
import { Trail, sameSelection } from './trail.svelte.ts';
import { placed, selectionIn, settingsIn } from './whole.ts';

export class Workspace {
	#document = $state.raw<Document>(emptyDocument(''));
	#opened = $state.raw<Opened>({
		document: emptyDocument(''),
		problems: [],
		bundled: true,
		texts: new Map()
	});
	#opening = $state.raw(0);
	#settings = $state.raw<Settings>(DEFAULT_SETTINGS);
	#selection = $state.raw<Selection>(NOTHING);
	#pointed = $state.raw<string | null>(null);
	#pointedRelations = $state.raw<ReadonlySet<Id> | null>(null);
	#announcement = $state.raw({ text: '', number: 0 });
	#lastFacts: Facts | undefined;
	readonly #tellings = { now: new Telling(), before: new Telling() };

	readonly history = new History();
	readonly trail = new Trail();
	readonly task = new Task();
	/** Where the camera rests; null until a picture was shown, or when the whole scene is to be seen. */
	camera = $state.raw<Camera | null>(null);

	readonly facts = $derived.by(() => (this.#lastFacts = factsOf(this.#document, this.#lastFacts)));
	/** The document as those voices tell it that the view asks; made anew only when it asks something else. */
	readonly told = $derived.by(() => this.#tellings.now.tell(this.facts, this.#settings));
	readonly #toldBefore = $derived.by(() => {
		const before = this.#settings.comparedWith;
		return before && this.#tellings.before.tell(this.facts, beforeSettings(this.#settings, before));
	});
	readonly filtered = $derived(
		filterDocument(this.facts, this.#settings, this.#selection, this.told, this.#toldBefore)
	);
	readonly receipt = $derived(receiptOf(this.filtered, this.#settings));
	readonly #measure = $derived(
		(MEASURES.find(({ id }) => id === this.#settings.size) ?? relationsMeasure).run(this.facts.document)
	);
	readonly #voices = $derived(this.#settings.lineColors === 'voice' ? voiceColors(this.facts) : null);
	readonly scene = $derived(
		buildScene(this.told, this.filtered, this.#measure, this.#settings, this.#selection, this.#voices)
	);
	/** Scene keys of what is chosen; of an event, the lines of its relations. */
	readonly chosenKeys = $derived.by(() => {
		const { actors, relations, events } = this.#selection;
		const named = [...events].flatMap((event) => this.facts.relationsOfEvent.get(event) ?? []);
		const lines = new Set([...relations, ...named.map(({ id }) => id)]);
		return new Set([...keysOfActors(this.scene, actors), ...keysOfRelations(this.scene, lines)]);
	});
	/** Scene keys that stay in front: those around what is pointed at, else around what is chosen. */
	readonly keptKeys = $derived(
		(this.#pointed === null ? null : emphasised(this.scene, new Set([this.#pointed]))) ??
			(this.#pointedRelations &&
				emphasised(this.scene, keysOfRelations(this.scene, this.#pointedRelations))) ??
			emphasised(this.scene, this.chosenKeys)
	);
	/** All that a link carries. */
	readonly view = $derived<View>({
		settings: this.#settings,
		selection: this.#selection,
		camera: this.camera,
		moved: movedSince(this.#opened.document, this.#document),
		document: this.#opened.bundled ? '' : fingerprint(this.#opened.document)
	});

	get document(): Document {
		return this.#document;
	}
	/** Counts the documents opened: a new number is a new picture. */
	get opening(): number {
		return this.#opening;
	}
	/** Texts of sources that came with the document, by source. */
	get texts(): ReadonlyMap<Id, string> {
		return this.#opened.texts;
	}
	get settings(): Settings {
		return this.#settings;
	}
	get selection(): Selection {
		return this.#selection;
	}
	get pointed(): string | null {
		return this.#pointed;
	}
	get problems(): readonly Problem[] {
		return this.#opened.problems;
	}
	/** The latest message for assistive technology; its number tells two equal ones apart. */
	get announcement(): { readonly text: string; readonly number: number } {
		return this.#announcement;
	}

	/**
	 * Opens a document in a view. What of the view the document does not have is passed over. Undo leads back to the
	 * document that was open before, if there was one.
	 */
	open(document: Document, { view = DEFAULT_VIEW, ...rest }: Partial<Opened> & { view?: View } = {}): void {
		this.task.cancel();
		const before = this.#opening > 0 ? this.#openDocument : null;
		this.#opened = { problems: [], bundled: false, texts: new Map(), ...rest, document };
		this.#opening++;
		this.#see(view);
		if (!before) return this.history.forget();
		this.history.recordOpening(`Open ${shortened(document.title, 60)}`, before, this.#openDocument);
	}

	get #openDocument(): OpenDocument {
		return { opened: this.#opened, document: this.#document, view: this.view };
	}

	/** Brings a document back that was open. */
	#reopen({ opened, document, view }: OpenDocument): void {
		this.#opened = opened;
		this.#opening++;
		this.#see(view, document);
	}

	/** Shows the open document in a view, its actors where they stood at opening but for those that the view moved. */
	show(view: View): void {
		this.#see(view);
		this.history.forget();
	}

	#see({ settings, selection, camera, moved }: View, document = placed(this.#opened.document, moved)): void {
		this.#document = document;
		this.#settings = settings;
		this.#selection = selection;
		this.#pointed = null;
		this.#pointedRelations = null;
		this.camera = camera;
		this.#keepWhole();
		this.trail.restart(this.#selection);
	}

	/**
	 * The one gate for writes: runs an edit and notes it under a label, with view settings that go with it.
	 * Gives whether anything changed.
	 */
	edit(label: string, recipe: (document: Document) => Document, settings?: Partial<Settings>): boolean {
		const before = this.#document;
		const after = recipe(before);
		if (after === before) return false;
		this.#document = after;
		this.history.record(label, before, after, settings && { before: this.#same(settings), after: settings });
		if (settings) this.#put(settings);
		this.#keepWhole();
		return true;
	}

	undo(): void {
		this.#stepTo('Undone', this.history.undo(this.#document));
	}

	redo(): void {
		this.#stepTo('Done again', this.history.redo(this.#document));
	}

	#stepTo(verb: string, restored: Restored | null): void {
		if (!restored) return;
		if (restored.opened) this.#reopen(restored.opened);
		else {
			this.#document = restored.document;
			this.#put(restored.settings);
			this.#keepWhole();
		}
		this.announce(`${verb}: ${restored.label}.`);
	}

	/** The present values of the settings that a change names. */
	#same(change: Partial<Settings>): Partial<Settings> {
		const keys = Object.keys(change) as (keyof Settings)[];
		return Object.fromEntries(keys.map((key) => [key, this.#settings[key]]));
	}

	/** Drops from selection and settings what the document does not have. */
	#keepWhole(): void {
		this.#selection = selectionIn(this.facts, this.#selection);
		this.#settings = settingsIn(this.facts, this.#settings);
	}

	/**
	 * Changes some view settings. Undo takes it back, theme and layout apart; changes of one `gesture` (any object)
	 * are one step.
	 */
	set(change: Partial<Settings>, { label, gesture }: { label?: string; gesture?: object } = {}): void {
		const keys = (Object.keys(change) as (keyof Settings)[]).filter(
			(key) => change[key] !== this.#settings[key] && UNDO_LABELS[key] !== undefined
		);
		if (keys.length) {
			const after = Object.fromEntries(keys.map((key) => [key, change[key]])) as Partial<Settings>;
			this.history.recordView(label ?? UNDO_LABELS[keys[0]!]!, { before: this.#same(after), after }, gesture);
		}
		this.#put(change);
	}

	#put(change: Partial<Settings>): void {
		this.#settings = { ...this.#settings, ...change };
	}

	/** Chooses actors and relations, notes the place on the trail. */
	select(selection: Selection): void {
		if (sameSelection(selection, this.#selection)) return;
		this.#selection = selection;
		this.trail.visit(selection);
	}

	selectActor(id: Id): void {
		this.select({ ...NOTHING, actors: new Set([id]) });
	}

	selectRelations(ids: Iterable<Id>): void {
		this.select({ ...NOTHING, relations: new Set(ids) });
	}

	selectEvent(id: Id): void {
		this.select({ ...NOTHING, events: new Set([id]) });
	}

	/** Chooses by scene keys, as gestures report them. */
	selectKeys(keys: ReadonlySet<string>): void {
		this.select({ ...NOTHING, ...recordsOf(this.scene, keys) });
	}

	/** Back or forward on the trail. */
	walkTrail(by: number): void {
		const place = this.trail.go(by);
		if (place) this.#selection = place;
	}

	/** What the pointer is over: a scene key, or null. */
	point(key: string | null): void {
		this.#pointed = key;
	}

	/** Relations that stand out as if the pointer were over them, or null. */
	pointRelations(ids: Iterable<Id> | null): void {
		this.#pointedRelations = ids && new Set(ids);
	}

	focusOn(actor: Id | null, steps: FocusSteps = 1): void {
		const along = this.#settings.focus?.along ?? null;
		this.set({ focus: actor === null ? null : { actor, steps, along } });
		this.announce(
			actor === null ? 'Focus ended.' : `Focus on ${nameOf(this.facts, actor, this.#settings.names)}.`
		);
	}

	putAway(id: Id): void {
		this.set({ hiddenActors: toggled(this.#settings.hiddenActors, id, true) });
		this.select(NOTHING);
		this.announce(`${nameOf(this.facts, id, this.#settings.names)} put away.`);
	}

	bringBack(id: Id): void {
		this.set({ hiddenActors: toggled(this.#settings.hiddenActors, id, false) });
		this.announce(`${nameOf(this.facts, id, this.#settings.names)} is back.`);
	}

	/** Everything is shown again: no filter, no moment, no focus, nobody put away. */
	showAll(): void {
		const { off, dims, hiddenActors, keepLonely, focus, leastPeople, asOf, knownBy, comparedWith } =
			DEFAULT_SETTINGS;
		this.set(
			{ off, dims, hiddenActors, keepLonely, focus, leastPeople, asOf, knownBy, comparedWith },
			{ label: 'Show all' }
		);
	}

	/** Moves actors as one edit. */
	move(
		points: ReadonlyMap<Id, Point>,
		label = points.size === 1 ? 'Move an actor' : `Move ${points.size} actors`
	): void {
		this.edit(label, (document) => moveActors(document, points));
	}

	/** Runs a layout over what is shown ('' for the document's own positions), as one edit. */
	async arrange(layout: string): Promise<void> {
		await arrange(this, layout, this.#opened.document);
	}

	/** Says something to assistive technology, politely. */
	announce(text: string): void {
		this.#announcement = { text, number: this.#announcement.number + 1 };
	}
}
