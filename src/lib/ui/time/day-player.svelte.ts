import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Day } from '#lib/model/time.ts';
import { receiptInWords } from '#lib/view/receipt.ts';
import { announceReceipt, clamped, dayOfEvent, eventDay, setMoment } from './moment.ts';
import type { TimeView } from './time-view.svelte.ts';

/** Milliseconds between two steps: long enough to see what a day or an event changed. */
const PACES = { day: 700, event: 2200 } as const;

/** Moves the moment on by itself, and from event to event. A whole play is one step of undo. */
export class DayPlayer {
	readonly #workspace: Workspace;
	readonly #view: TimeView;
	#timer: ReturnType<typeof setInterval> | undefined;
	#playing = $state.raw(false);
	#pace = $state.raw<keyof typeof PACES>('day');

	constructor(workspace: Workspace, view: TimeView) {
		this.#workspace = workspace;
		this.#view = view;
	}

	get playing(): boolean {
		return this.#playing;
	}
	get pace(): keyof typeof PACES {
		return this.#pace;
	}
	set pace(pace: keyof typeof PACES) {
		this.#pace = pace;
		if (this.#playing) this.#run();
	}

	/** Plays from the present day, or from the start of what is seen of time, to the last day or event. */
	play(): void {
		if (!this.#view.whole) return;
		this.#playing = true;
		this.#run();
	}

	/** Plays or pauses; where a play is paused, what is seen there is announced. */
	toggle(): void {
		if (!this.#playing) return this.play();
		this.pause();
		announceReceipt(this.#workspace);
	}

	pause(): void {
		clearInterval(this.#timer);
		this.#playing = false;
	}

	#run(): void {
		clearInterval(this.#timer);
		const gesture = {};
		const step = () => {
			const next = this.#following(this.#pace, 1);
			if (next === null) return this.#end();
			this.#moveTo(next, gesture);
		};
		step();
		if (this.#playing) this.#timer = setInterval(step, PACES[this.#pace]);
	}

	#end(): void {
		this.pause();
		this.#workspace.announce(`The end of time in this document. ${receiptInWords(this.#workspace.receipt)}`);
	}

	/** To the next event, or the one before; the day is chosen, not the event. */
	toEvent(by: 1 | -1): void {
		const next = this.#following('event', by);
		if (next === null) {
			return this.#workspace.announce(by === 1 ? 'No event after this day.' : 'No event before this day.');
		}
		this.#moveTo(next);
		const event = this.#view.spine.dated.find((one) => dayOfEvent(one) === next)?.event;
		const words = receiptInWords(this.#workspace.receipt);
		this.#workspace.announce(event ? `${event.title.slice(0, 120)}. ${words}` : words);
	}

	#following(pace: 'day' | 'event', by: 1 | -1): Day | null {
		const { whole, span, spine } = this.#view;
		const { asOf } = this.#workspace.settings;
		if (!whole) return null;
		const start = by === 1 ? Math.ceil(span.from) - 1 : Math.floor(span.to);
		const from = asOf ? asOf.first : start;
		if (pace === 'event') return eventDay(spine.dated, from, by);
		const next = from + by;
		return next === clamped(next, whole) ? next : null;
	}

	/** Moves the whole moment, so that a period keeps its length. */
	#moveTo(first: Day, gesture?: object): void {
		const { asOf } = this.#workspace.settings;
		const last = first + (asOf ? asOf.last - asOf.first : 0);
		setMoment(this.#workspace, { first, last }, { ...(gesture && { gesture }), quiet: true });
		this.#view.reveal(first, last);
	}
}
