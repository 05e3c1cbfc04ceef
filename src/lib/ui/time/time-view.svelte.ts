import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Id } from '#lib/model/document.ts';
import type { Day } from '#lib/model/time.ts';
import { barsFor, histogram } from '#lib/view/histogram.ts';
import { lanesOf, type Lanes } from '#lib/view/spine-lanes.ts';
import { spineOf, type SpineLink } from '#lib/view/spine.ts';
import {
	crowdOf,
	dayAt,
	lengthOf,
	panned,
	revealed,
	shareOf,
	spanOf,
	zoomed,
	type Span
} from '#lib/view/time-scale.ts';
import { ticks } from '#lib/view/time-ticks.ts';

/** Lanes of the spine, on a low screen and else; one more takes what finds no place in them. */
const LANES = { few: 3, many: 7 };
/** Height of a low screen, in pixels. */
const LOW = 720;
const NO_LANES: Lanes = { placed: [], used: 0 };

/** What of time is seen in the dock, and the same as numbers to draw: the slider and the spine share its scale. */
export class TimeView {
	readonly #workspace: Workspace;
	/** Chosen by zooming and moving, for one document; null for where its dates crowd. */
	#chosen = $state.raw<{ readonly span: Span; readonly opening: number } | null>(null);
	/** Of the track, in pixels. */
	width = $state(0);

	readonly #screen: { readonly height: number };

	constructor(workspace: Workspace, screen: { readonly height: number }) {
		this.#workspace = workspace;
		this.#screen = screen;
	}

	/** All that the document has a date for; null when it has none. */
	readonly whole = $derived.by(() => spanOf(this.#workspace.facts));
	readonly #crowd = $derived.by(() => this.whole && crowdOf(this.#workspace.facts, this.whole));
	readonly span = $derived.by<Span>(() => {
		const { opening } = this.#workspace;
		if (!this.whole || !this.#crowd) return { from: 0, to: 1 };
		if (this.#chosen?.opening !== opening) return this.#crowd;
		return zoomed(this.#chosen.span, 1, this.#chosen.span.from, this.whole);
	});
	// Rounded, so that moving, which changes the length by a trace, does not lay the spine out anew.
	readonly perDay = $derived(Number((this.width / lengthOf(this.span)).toPrecision(9)));
	readonly spine = $derived.by(() => spineOf(this.#workspace.told));
	readonly linksOf = $derived.by<ReadonlyMap<Id, readonly SpineLink[]>>(() => {
		const map = new Map<Id, SpineLink[]>();
		for (const link of this.spine.links) {
			for (const end of [link.earlier, link.later]) {
				const links = map.get(end);
				if (links) links.push(link);
				else map.set(end, [link]);
			}
		}
		return map;
	});
	readonly #most = $derived.by(() => (this.#screen.height < LOW ? LANES.few : LANES.many));
	/** Nothing before the width is known: at a made-up scale, much may lie where nobody will see it. */
	readonly lanes = $derived.by(() =>
		this.whole && this.perDay > 0 ? lanesOf(this.spine.dated, this.whole, this.perDay, this.#most) : NO_LANES
	);
	/** How far the start of what is seen lies from the start of all, in pixels. */
	readonly offset = $derived((this.span.from - (this.whole?.from ?? 0)) * this.perDay);
	readonly ticks = $derived.by(() => ticks(this.span, this.width));
	readonly bars = $derived.by(() => {
		const { from, days, count } = barsFor(this.span, this.width);
		const span = { from, to: from + Math.max(1, count) * days };
		const whole = this.whole ?? span;
		const { told, filtered } = this.#workspace;
		return { days, from, ...histogram(told, filtered.relations, span, whole, count) };
	});

	/** Where a day begins on the track, in pixels. */
	x(day: Day): number {
		return shareOf(this.span, day) * this.width;
	}

	/** The day at a place on the track. */
	dayAtX(x: number): Day {
		return dayAt(this.span, this.width ? x / this.width : 0);
	}

	/** Shows less (above 1) or more, with the place `x` of the track, or its middle, where it is. */
	zoomBy(factor: number, x = this.width / 2): void {
		const about = this.span.from + (this.width ? x / this.width : 0.5) * lengthOf(this.span);
		if (this.whole) this.#show(zoomed(this.span, factor, about, this.whole));
	}

	/** Moves what is seen by a share of its length, later when positive. */
	panBy(share: number): void {
		if (this.whole) this.#show(panned(this.span, share * lengthOf(this.span), this.whole));
	}

	reveal(first: Day, last: Day): void {
		if (this.whole) this.#show(revealed(this.span, first, last, this.whole));
	}

	showWhole(): void {
		if (this.whole) this.#show(this.whole);
	}

	#show(span: Span): void {
		if (span.from === this.span.from && span.to === this.span.to) return;
		this.#chosen = { span, opening: this.#workspace.opening };
	}
}
