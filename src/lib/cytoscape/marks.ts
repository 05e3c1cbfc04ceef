/** What stands out on the canvas and what steps back: classes beside those of the scene, changed one by one. */
import type { Core } from 'cytoscape';
import type { Scene } from '#lib/view/scene.ts';

interface Mark {
	readonly chosen: boolean;
	readonly back: boolean;
}

const NONE: Mark = { chosen: false, back: false };

export class Marks {
	readonly #cy: Core;
	readonly #marks = new Map<string, Mark>();

	constructor(cy: Core) {
		this.#cy = cy;
	}

	/** The classes that an element on the canvas has by its mark. */
	classesOf(key: string): readonly string[] {
		const { chosen, back } = this.#marks.get(key) ?? NONE;
		return [...(chosen ? ['chosen'] : []), ...(back ? ['back'] : [])];
	}

	/** Forgets what is no longer on the canvas; if it comes again, it comes without a mark. */
	keepOnly(scene: Scene): void {
		const keys = new Set([...scene.nodes, ...scene.edges].map(({ key }) => key));
		for (const key of this.#marks.keys()) if (!keys.has(key)) this.#marks.delete(key);
	}

	/** Marks keys as chosen, and lets all step back but the kept ones (null: none steps back). */
	set(scene: Scene, chosen: ReadonlySet<string>, kept: ReadonlySet<string> | null): void {
		this.#cy.batch(() => {
			for (const { key } of [...scene.nodes, ...scene.edges]) {
				const mark = { chosen: chosen.has(key), back: kept !== null && !kept.has(key) };
				const old = this.#marks.get(key) ?? NONE;
				const element = this.#cy.getElementById(key);
				// A tap has chosen it already, or a tap elsewhere no longer does.
				if (mark.chosen !== element.selected()) {
					if (mark.chosen) element.select();
					else element.unselect();
				}
				if (mark.chosen === old.chosen && mark.back === old.back) continue;
				element.toggleClass('chosen', mark.chosen).toggleClass('back', mark.back);
				this.#marks.set(key, mark);
			}
		});
	}
}
