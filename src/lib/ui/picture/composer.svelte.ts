import { keptPicture, keepPicture } from '#lib/state/preferences.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { altText } from '#lib/picture/alt-text.ts';
import {
	drawPage,
	drawScreen,
	viewBox,
	type Drawn,
	type PageView,
	type Viewport
} from '#lib/picture/page.ts';
import { PRINT } from '#lib/picture/print-theme.ts';
import { SIZE_PRESETS, type LengthUnit, type PictureSize } from '#lib/picture/sizes.ts';
import type { Scene } from '#lib/view/scene.ts';
import { THEMES, type Theme, type ThemeName } from '#lib/view/theme.ts';
import { fingerprint } from '#lib/view/url.ts';

/** Not a page: just what is on screen. */
export const AS_ON_SCREEN = 'screen';

/** What one chooses for a picture. All of it is remembered; the words with the document that they are about. */
export interface Choices {
	size: string;
	width: number;
	height: number;
	unit: LengthUnit;
	part: 'all' | 'view' | 'chosen';
	theme: 'screen' | ThemeName | 'print';
	transparent: boolean;
	caption: boolean;
	legend: boolean;
	sources: boolean;
	format: string;
	scale: number;
}

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
	part: 'all',
	theme: 'screen',
	transparent: false,
	caption: true,
	legend: true,
	sources: true,
	format: 'png',
	scale: 2
};

/** The picture being composed: the choices, and what they give. */
export class Composer {
	readonly #workspace: Workspace;
	readonly #viewport: () => Viewport;
	readonly #theme: ThemeName;
	readonly choices: Choices;
	readonly texts: Texts;

	constructor(workspace: Workspace, viewport: () => Viewport, theme: ThemeName) {
		this.#workspace = workspace;
		this.#viewport = viewport;
		this.#theme = theme;
		const { title, license = '' } = workspace.document;
		const kept = keptPicture(this.#name);
		this.choices = $state(fitting(DEFAULT, kept.choices));
		this.texts = $state(fitting({ title, subtitle: '', credit: license, alt: '' }, kept.texts));
	}

	get #name(): string {
		return fingerprint(this.#workspace.document);
	}

	/** Keeps what was chosen for the next time. */
	keep(): void {
		keepPicture(this.#name, { choices: this.choices, texts: this.texts });
	}

	readonly #view = $derived.by((): PageView => {
		const { facts, told, filtered, receipt, settings, chosenKeys, keptKeys } = this.#workspace;
		return {
			facts,
			told,
			filtered,
			receipt,
			settings,
			scene: this.#scene,
			chosen: chosenKeys,
			kept: keptKeys
		};
	});
	/** The alternative text that the view gives by itself. */
	readonly ownAlt = $derived.by(() => altText(this.#view));
	readonly description = $derived.by(() => this.texts.alt.trim() || this.ownAlt);
	readonly isPage = $derived.by(() => this.choices.size !== AS_ON_SCREEN);
	readonly canChoose = $derived.by(() => this.#workspace.chosenKeys.size > 0);

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
		const { caption, legend, sources, transparent } = this.choices;
		const look = { theme: this.#look, ground: !transparent, description: this.description };
		if (!this.isPage) return drawScreen(this.#view, this.#viewport(), look);
		const preset = SIZE_PRESETS.find(({ id }) => id === this.choices.size) ?? SIZE_PRESETS[0]!;
		return drawPage(this.#view, {
			...look,
			size: { ...preset, ...this.#freeSize(preset.id) },
			title: title.trim() || null,
			subtitle: subtitle.trim() || null,
			credit: credit.trim() || null,
			caption,
			legend,
			sources,
			legendBeside: preset.legendBeside,
			legendTypes: preset.legendTypes
		});
	}

	#freeSize(id: string): Partial<PictureSize> {
		const { width, height, unit } = this.choices;
		return id === 'free'
			? { width, height, unit, margin: unit === 'px' ? 24 : unit === 'mm' ? 6 : 0.25 }
			: {};
	}

	get #look(): Theme {
		const { theme } = this.choices;
		return theme === 'print' ? PRINT : THEMES[theme === 'screen' ? this.#theme : theme];
	}

	get #scene(): Scene {
		const { scene, keptKeys } = this.#workspace;
		if (!this.isPage || this.choices.part === 'all') return scene;
		if (this.choices.part === 'chosen') return keptKeys ? partOf(scene, keptKeys) : scene;
		const { x, y, width, height } = viewBox(this.#viewport());
		const seen = scene.nodes.filter(
			(node) => node.x >= x && node.x <= x + width && node.y >= y && node.y <= y + height
		);
		return partOf(scene, new Set(seen.map(({ key }) => key)));
	}
}

/** The nodes that some keys name, and the edges between them. */
function partOf({ nodes, edges }: Scene, keys: ReadonlySet<string>): Scene {
	return {
		nodes: nodes.filter(({ key }) => keys.has(key)),
		edges: edges.filter(({ source, target }) => keys.has(source) && keys.has(target))
	};
}

/** What was kept, where it is of the right kind; an older version, or somebody else, may have written it. */
function fitting<T extends object>(defaults: T, kept: unknown): T {
	if (typeof kept !== 'object' || kept === null) return defaults;
	const found = Object.entries(kept).filter(
		([key, value]) => Object.hasOwn(defaults, key) && typeof value === typeof defaults[key as keyof T]
	);
	return { ...defaults, ...Object.fromEntries(found) };
}
