import { keptPicture, keepPicture } from '#lib/state/preferences.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { PICTURE_PARTS, type PicturePartName } from '#lib/model/document.ts';
import { setPicture } from '#lib/model/edit-picture.ts';
import { altText } from '#lib/picture/alt-text.ts';
import { keptTexts, keptWords, textsOf, wordsOf } from '#lib/picture/kept.ts';
import { drawPage, drawScreen, viewBox, type Drawn, type Viewport } from '#lib/picture/page.ts';
import type { PageView } from '#lib/picture/fitted.ts';
import { narrowedTo, partOf } from '#lib/picture/part-of.ts';
import { PICTURE_THEMES, type PictureThemeName } from '#lib/picture/print-theme.ts';
import { SIZE_PRESETS, freeSize, type LengthUnit, type SizePreset } from '#lib/picture/sizes.ts';
import type { Scene } from '#lib/view/scene.ts';
import type { ThemeName } from '#lib/view/theme.ts';
import { PICTURE_FORMATS, type Letters, type PictureFormat } from './formats.ts';

/** Not a page: just what is on screen. */
export const AS_ON_SCREEN = 'screen';

/** Habits, remembered in the browser: how pictures are made, whatever they show. */
export interface Choices {
	size: string;
	width: number;
	height: number;
	unit: LengthUnit;
	/** In the unit of the size; null, and so with the others, as the size suggests. */
	margin: number | null;
	/** Points of the smallest letters. */
	smallest: number | null;
	loosen: boolean;
	legendAt: 'size' | 'below' | 'beside';
	part: 'all' | 'view' | 'chosen';
	theme: 'screen' | PictureThemeName;
	transparent: boolean;
	format: string;
	scale: number;
	letters: Letters;
	words: 'none' | 'inside' | 'beside';
}

/** What belongs to the document, and is kept in it. */
export interface Texts {
	title: string;
	subtitle: string;
	credit: string;
	/** '' for the one made from the view. */
	alt: string;
}

const DEFAULT: Choices = {
	size: 'article',
	width: 1600,
	height: 1200,
	unit: 'px',
	margin: null,
	smallest: null,
	loosen: true,
	legendAt: 'size',
	part: 'all',
	theme: 'screen',
	transparent: false,
	format: 'png',
	scale: 2,
	letters: 'text',
	words: 'none'
};

/** The picture being composed: the choices, and what they give. */
export class Composer {
	readonly #workspace: Workspace;
	readonly #viewport: () => Viewport;
	readonly #theme: ThemeName;
	readonly choices: Choices;
	readonly texts: Texts;
	readonly parts: Record<PicturePartName, boolean>;

	constructor(workspace: Workspace, viewport: () => Viewport, theme: ThemeName) {
		this.#workspace = workspace;
		this.#viewport = viewport;
		this.#theme = theme;
		const { document } = workspace;
		const without = new Set(document.picture?.without);
		this.choices = $state(fitting(DEFAULT, keptPicture()));
		this.texts = $state({ ...textsOf(document), alt: wordsOf(document, this.ownAlt).alternative ?? '' });
		const parts = PICTURE_PARTS.map((part) => [part, !without.has(part)]);
		this.parts = $state(Object.fromEntries(parts) as Record<PicturePartName, boolean>);
	}

	/** Keeps what was chosen: habits in the browser, and in the document, as one edit, what is about it. */
	keep(): void {
		keepPicture(this.choices);
		const { document } = this.#workspace;
		const { alt, ...texts } = this.texts;
		const without = PICTURE_PARTS.filter((part) => !this.parts[part]);
		const { description } = wordsOf(document, this.ownAlt);
		const words = keptWords(this.ownAlt, { alternative: alt.trim(), description });
		this.#workspace.edit('Words of the picture', (before) =>
			setPicture(before, {
				...keptTexts(before, texts),
				without: without.length ? without : undefined,
				// What was written about another view stays until something is written about this one.
				...((words ?? document.picture?.words?.of === this.ownAlt) && { words })
			})
		);
	}

	/** The view as the picture shows it: nothing stands out in a page that shows the whole graph. */
	readonly #view = $derived.by((): PageView => {
		const { facts, told, filtered, receipt, settings, scene, chosenKeys, keptKeys } = this.#workspace;
		const view = { facts, told, filtered, receipt, settings, scene, chosen: chosenKeys, kept: keptKeys };
		if (!this.isPage) return view;
		const part = this.#part;
		return { ...(part ? narrowedTo(view, part) : view), chosen: new Set(), kept: null };
	});
	/** The alternative text that the view gives by itself. */
	readonly ownAlt = $derived.by(() => altText(this.#view));
	readonly description = $derived.by(() => this.texts.alt.trim() || this.ownAlt);
	readonly isPage = $derived.by(() => this.choices.size !== AS_ON_SCREEN);
	readonly canChoose = $derived.by(() => this.#workspace.chosenKeys.size > 0);
	readonly format = $derived.by(
		(): PictureFormat => PICTURE_FORMATS.find(({ id }) => id === this.choices.format) ?? PICTURE_FORMATS[0]!
	);
	/** The size chosen, with what suits it; null for what is on screen. */
	readonly size = $derived.by((): SizePreset | null => {
		const { size, width, height, unit } = this.choices;
		if (!this.isPage) return null;
		if (size === 'free') return freeSize(width, height, unit);
		return SIZE_PRESETS.find(({ id }) => id === size) ?? SIZE_PRESETS[0]!;
	});

	/** The picture, or why there is none. */
	readonly result = $derived.by((): { drawn: Drawn | null; fault: string } => {
		try {
			return { drawn: this.#draw(), fault: '' };
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			return { drawn: null, fault: error.message };
		}
	});

	#draw(): Drawn {
		const { title, subtitle, credit } = this.texts;
		const { theme, transparent, margin, smallest, loosen, legendAt } = this.choices;
		const { caption, legend, types, sources } = this.parts;
		const look = {
			theme: PICTURE_THEMES[theme === 'screen' ? this.#theme : theme],
			ground: !transparent || this.format.opaque === true,
			description: this.description
		};
		const { size } = this;
		if (!size) return drawScreen(this.#view, this.#viewport(), look);
		return drawPage(this.#view, {
			...look,
			size: { ...size, margin: margin ?? size.margin },
			smallest,
			loosen,
			title: title.trim() || null,
			subtitle: subtitle.trim() || null,
			credit: credit.trim() || null,
			caption,
			legend,
			sources,
			legendBeside: legendAt === 'size' ? size.legendBeside : legendAt === 'beside',
			legendTypes: size.legendTypes && types
		});
	}

	/** The part of the scene that is wanted; null for all of it. */
	get #part(): Scene | null {
		const { scene, keptKeys } = this.#workspace;
		if (this.choices.part === 'all') return null;
		if (this.choices.part === 'chosen') return keptKeys && partOf(scene, keptKeys);
		const { x, y, width, height } = viewBox(this.#viewport());
		const nodes = scene.nodes.filter(
			(node) => node.x >= x && node.x <= x + width && node.y >= y && node.y <= y + height
		);
		const seen = new Set(nodes.map(({ key }) => key));
		return { nodes, edges: scene.edges.filter(({ source, target }) => seen.has(source) && seen.has(target)) };
	}
}

/** What was kept, where it is of the right kind; an older version, or somebody else, may have written it. */
function fitting(defaults: Choices, kept: unknown): Choices {
	if (typeof kept !== 'object' || kept === null) return { ...defaults };
	const isFit = (key: string, value: unknown) => {
		if (!Object.hasOwn(defaults, key)) return false;
		const usual = defaults[key as keyof Choices];
		// What is null unless chosen is a number then.
		return usual === null ? value === null || typeof value === 'number' : typeof value === typeof usual;
	};
	const found = Object.entries(kept).filter(([key, value]) => isFit(key, value));
	return { ...defaults, ...Object.fromEntries(found) };
}
