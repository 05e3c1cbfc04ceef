/** Stepping through the story: where one is, and how one gets back to where one came from. */
import type { Id } from '#lib/model/document.ts';
import type { Camera, Selection, Settings } from '#lib/view/settings.ts';
import { storyOf, type Step } from '#lib/view/story.ts';
import type { TrailMemento } from './trail.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The canvas, as far as a story moves it. */
export interface Stage {
	camera(): Camera | null;
	look(camera: Camera): void;
	/** Brings actors into sight; those that the view does not show are passed over. */
	frame(actors: ReadonlySet<Id>): void;
}

interface Place {
	readonly settings: Settings;
	readonly selection: Selection;
	readonly camera: Camera | null;
	readonly trail: TrailMemento;
	readonly opening: number;
}

/** Milliseconds for a step when it is played: to look at the picture, and for each character that is to be read. */
const LOOKING = 2500;
const READING = 45;
const LONGEST = 20_000;

export class StoryPlayer {
	readonly #workspace: Workspace;
	#stage: Stage | null = null;
	#index = $state.raw<number | null>(null);
	#playing = $state.raw(false);
	#place: Place | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** What there is to tell, by the voices that the view leaves. */
	readonly story = $derived.by(() => storyOf(this.#workspace.told));
	/** Number of the step, from 0; null when no story is being told. */
	readonly index = $derived(
		this.#index === null ? null : Math.min(this.#index, this.story.events.length - 1)
	);
	readonly step = $derived<Step | null>(this.index === null ? null : this.story.step(this.index));
	readonly isLast = $derived(this.index !== null && this.index >= this.story.events.length - 1);

	get playing(): boolean {
		return this.#playing;
	}

	/** Begins, and remembers view, selection and camera; goes on where it is when it is being told already. */
	start(stage: Stage): void {
		this.#stage = stage;
		if (this.#index !== null || this.story.events.length === 0) return;
		const { settings, selection, trail, opening } = this.#workspace;
		this.#place = { settings, selection, camera: stage.camera(), trail: trail.memento(), opening };
		this.#goTo(0);
	}

	next(): void {
		if (this.index !== null && !this.isLast) this.#goTo(this.index + 1);
	}

	previous(): void {
		if (this.index !== null && this.index > 0) this.#goTo(this.index - 1);
	}

	play(): void {
		if (this.index === null) return;
		if (this.isLast) this.#goTo(0);
		this.#playing = true;
		this.#wait();
	}

	pause(): void {
		this.#playing = false;
		clearTimeout(this.#timer);
	}

	/** Ends, and gives view, selection, trail and camera back as they were, unless another document was opened since. */
	leave(): void {
		this.pause();
		const place = this.#place;
		this.#index = null;
		this.#place = null;
		if (!place || place.opening !== this.#workspace.opening) return;
		this.#workspace.set(place.settings);
		this.#workspace.select(place.selection);
		this.#workspace.trail.restore(place.trail);
		if (place.camera) this.#stage?.look(place.camera);
		this.#workspace.announce('Story left. Everything is as it was before.');
	}

	#goTo(index: number): void {
		this.#index = index;
		const step = this.story.step(index);
		if (!step) return;
		this.#workspace.selectEvent(step.event.id);
		this.#stage?.frame(new Set(step.actors));
		const words = step.reached.map(({ words }) => `${words}.`);
		this.#workspace.announce(
			[`Step ${index + 1} of ${this.story.events.length}: ${step.title}, ${step.date}.`, ...words].join(' ')
		);
		if (this.#playing) this.#wait();
	}

	#wait(): void {
		clearTimeout(this.#timer);
		const text = this.step ? [...this.step.reached.map(({ words }) => words), ...this.step.said] : [];
		const length = text.reduce((sum, one) => sum + (typeof one === 'string' ? one : one.statement).length, 0);
		this.#timer = setTimeout(
			() => {
				this.next();
				if (this.isLast) this.pause();
			},
			Math.min(LONGEST, LOOKING + READING * length)
		);
	}
}

const players = new WeakMap<Workspace, StoryPlayer>();

/** The player of a workspace; there is one, so that a key, the dock and the bar mean the same story. */
export function storyPlayer(workspace: Workspace): StoryPlayer {
	const known = players.get(workspace);
	if (known) return known;
	const player = new StoryPlayer(workspace);
	players.set(workspace, player);
	return player;
}
