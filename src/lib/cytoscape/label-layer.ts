/** Writes on the canvas the labels that have room at the present zoom. */
import type { Core } from 'cytoscape';
import { FONT } from '#lib/view/appearance.ts';
import { placeEdgeLabels } from '#lib/view/edge-labels.ts';
import { placeLabels, withEnds, type PlacedLabel } from '#lib/view/labels.ts';
import { direction } from '#lib/view/text.ts';
import type { Scene } from '#lib/view/scene.ts';

/** What an element without a label carries. */
export const UNLABELLED = { label: '', font: 1, shift: 0, margin: 0, halo: 0 } as const;

/** The faces do not depend on the size. */
const FACE = `13px ${FONT}`;

const textOf = ({ lines }: PlacedLabel): string => lines.join('');

interface LabelData {
	readonly label: string;
	readonly font: number;
	readonly shift: number;
	readonly margin: number;
	readonly halo: number;
}

/** Labels keep their size on screen, so their size in scene units follows the zoom. */
export class LabelLayer {
	readonly #cy: Core;
	/** What each element on the canvas carries; those without a label are not in it. */
	readonly #drawn = new Map<string, LabelData>();
	#redraw = (): void => {};
	/** Whether a face could not be loaded. Then labels are written in whatever there is. */
	#areMissing = false;

	constructor(cy: Core) {
		this.#cy = cy;
	}

	/** Forgets what is no longer on the canvas; if it comes again, it comes without a label. */
	keepOnly(scene: Scene): void {
		const keys = new Set([...scene.nodes, ...scene.edges].map(({ key }) => key));
		for (const key of this.#drawn.keys()) if (!keys.has(key)) this.#drawn.delete(key);
	}

	/** Writes the labels that have room; those of `always` come first. Only elements whose label changes are touched. */
	draw(scene: Scene, always: ReadonlySet<string>): void {
		const zoom = this.#cy.zoom();
		const first = withEnds(scene, always);
		const names = placeLabels(scene, zoom, { always: first });
		const texts = placeEdgeLabels(scene, zoom, names, { always: first });
		this.#redraw = () => this.draw(scene, always);
		const canWrite = this.#faces([...names.values(), ...texts.values()]);
		const write = (key: string, label: PlacedLabel | undefined) =>
			this.#put(key, label && canWrite(label) ? label : undefined);
		this.#cy.batch(() => {
			for (const { key } of scene.nodes) write(key, names.get(key));
			for (const { key } of scene.edges) write(key, texts.get(key));
		});
	}

	/**
	 * Which labels have their faces. Others wait for them: Cytoscape keeps what it has drawn, so what is once written
	 * in some other font stays so.
	 */
	#faces(labels: readonly PlacedLabel[]): (label: PlacedLabel) => boolean {
		const letters = labels.map(textOf).join('');
		if (this.#areMissing || document.fonts.check(FACE, letters)) return () => true;
		void document.fonts
			.load(FACE, letters)
			.then(
				() => (this.#areMissing = !document.fonts.check(FACE, letters)),
				() => (this.#areMissing = true)
			)
			.then(() => !this.#cy.destroyed() && this.#redraw());
		return (label) => document.fonts.check(FACE, textOf(label));
	}

	#put(key: string, placed: PlacedLabel | undefined): void {
		const [old, next] = [this.#drawn.get(key), placed && labelData(placed)];
		if (same(old, next)) return;
		this.#cy.getElementById(key).data({ ...(next ?? UNLABELLED) });
		if (next) this.#drawn.set(key, next);
		else this.#drawn.delete(key);
	}
}

function same(a: LabelData | undefined, b: LabelData | undefined): boolean {
	if (!a || !b) return a === b;
	return (
		a.label === b.label &&
		a.font === b.font &&
		a.shift === b.shift &&
		a.margin === b.margin &&
		a.halo === b.halo
	);
}

function labelData({ lines, size, shift, margin, halo }: PlacedLabel): LabelData {
	return { label: lines.map(isolated).join('\n'), font: size, shift, margin, halo };
}

/** A line set apart from its neighbours' direction (Unicode FSI and PDI), as the picture's `plaintext` does it. */
function isolated(line: string): string {
	return direction(line) === 'rtl' ? `\u2068${line}\u2069` : line;
}
