import { tick } from 'svelte';
import type { Importing } from '#lib/state/importing.svelte.ts';
import type { CytoscapeView, Insets } from '#lib/cytoscape/cytoscape-view.ts';
import { siteHome, type Home } from './files/home.ts';

export const SIDE_TABS = [
	{ id: 'details', name: 'Details' },
	{ id: 'actors', name: 'Actors' },
	{ id: 'relations', name: 'Relations' },
	{ id: 'source', name: 'Source' },
	{ id: 'checks', name: 'Checks' }
] as const;
export const LEGEND_TABS = [
	{ id: 'legend', name: 'Legend' },
	{ id: 'voices', name: 'Voices' }
] as const;
export type SideTab = (typeof SIDE_TABS)[number]['id'];
export type LegendTab = (typeof LEGEND_TABS)[number]['id'];
/** On a narrow screen all panels are tabs of one sheet. */
export type SheetTab = LegendTab | SideTab | 'time';
export type Dialog =
	'palette' | 'keys' | 'picture' | 'words' | 'page' | 'export' | 'import' | 'address' | 'problems';

/** Below this a narrow screen gets a sheet at the bottom; below the wider one only one panel is open at first. */
const NARROW = 760;
const ROOMY = 1200;
/** Distance of panels from the edge of the window, in pixels. */
const GAP = 12;

/** What of the interface is open: not part of the view, so no link carries it. */
export class Screen {
	width = $state(1440);
	height = $state(900);
	legendOpen = $state(true);
	sideOpen = $state(true);
	legendTab = $state<LegendTab>('legend');
	sideTab = $state<SideTab>('details');
	/** Whether the dock with days and events is open under the graph. */
	timeOpen = $state(false);
	sheetTab = $state<SheetTab>('details');
	/** How much of a narrow screen the sheet takes. */
	sheet = $state<'low' | 'half' | 'full'>('low');
	dialog = $state<Dialog | null>(null);
	/** The file that the import dialog is about, and whether it is meant to join what is open. */
	importing: { readonly importing: Importing; readonly add: boolean } | null = null;
	/** Where the app comes from. */
	home: Home = siteHome('', '');
	/** The system's preference; the view may overrule it. */
	systemDark = $state(false);
	reducedMotion = $state(false);
	/**
	 * Something to tell that stays until it is dismissed; `more` when the problems dialog says the rest, `again` when
	 * what did not work can be tried with a higher limit.
	 */
	notice = $state.raw<{ readonly text: string; readonly more: boolean; readonly again?: () => void } | null>(
		null
	);
	/** Verbs of the canvas; null until it is there. */
	canvas = $state.raw<CytoscapeView | null>(null);
	/** Sizes of the panels as they are laid out, in pixels. */
	legendWidth = $state(0);
	sideWidth = $state(0);
	dockHeight = $state(34);
	storyHeight = $state(0);
	headerHeight = $state(48);

	/** How much larger than usual text is. */
	scale = $state(1);
	readonly narrow = $derived(this.width / this.scale < NARROW);
	readonly roomy = $derived(this.width / this.scale >= ROOMY);

	/** What panels cover of the canvas. */
	readonly insets = $derived<Insets>({
		top: this.headerHeight,
		left: !this.narrow && this.legendOpen ? this.legendWidth + GAP : 0,
		right: !this.narrow && this.sideOpen ? this.sideWidth + GAP : 0,
		bottom:
			this.storyHeight +
			(this.narrow ? this.height * (this.sheet === 'low' ? 0 : 0.5) + 56 : 44 + this.dockHeight + GAP)
	});

	/** Follows the size of the window and the system's preferences; gives how to stop. */
	watch(): () => void {
		const stop = new AbortController();
		const follow = (query: string, put: (matches: boolean) => void) => {
			const media = matchMedia(query);
			put(media.matches);
			media.addEventListener('change', () => put(media.matches), { signal: stop.signal });
		};
		const measure = () => {
			// Text twice as large makes a wide screen a narrow one.
			this.scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
			this.width = innerWidth;
			this.height = innerHeight;
		};
		measure();
		this.sideOpen = this.roomy;
		addEventListener('resize', measure, { signal: stop.signal });
		follow('(prefers-color-scheme: dark)', (matches) => (this.systemDark = matches));
		follow('(prefers-reduced-motion: reduce)', (matches) => (this.reducedMotion = matches));
		return () => stop.abort();
	}

	/** The whole scene into sight, once the canvas has got it. */
	fit(): void {
		void tick().then(() => this.canvas?.fit(this.insets, !this.reducedMotion));
	}

	toggleLegend(): void {
		if (!this.narrow) this.legendOpen = !this.legendOpen;
		else this.#toggleSheet('legend');
	}

	toggleTime(): void {
		if (!this.narrow) this.timeOpen = !this.timeOpen;
		else this.#toggleSheet('time');
	}

	/** Opens the legend's panel at a tab, whatever the width of the screen. */
	showLegend(tab: LegendTab): void {
		this.legendTab = tab;
		this.sheetTab = tab;
		this.legendOpen = true;
		if (this.narrow && this.sheet === 'low') this.sheet = 'half';
	}

	toggleSide(): void {
		if (!this.narrow) this.sideOpen = !this.sideOpen;
		else this.#toggleSheet('details');
	}

	#toggleSheet(tab: SheetTab): void {
		const shown = this.sheet !== 'low' && this.sheetTab === tab;
		this.sheetTab = tab;
		this.sheet = shown ? 'low' : 'half';
	}

	/** What was just chosen has a page: shows it, unless a list is open, which shows it too. */
	present(): void {
		if (!this.narrow) this.sideOpen = true;
		else if (this.sheet === 'low') {
			this.sheetTab = 'details';
			this.sheet = 'half';
		} else if (this.sheetTab === 'legend' || this.sheetTab === 'voices') this.sheetTab = 'details';
	}

	/** Opens the place where a tab stands, whatever the width of the screen. */
	show(tab: SideTab): void {
		this.sideTab = tab;
		this.sheetTab = tab;
		this.sideOpen = true;
		if (!this.roomy && tab !== 'details') this.legendOpen = false;
		if (this.narrow && this.sheet === 'low') this.sheet = 'half';
	}
}
