/** Turns Cytoscape's events into reports in the scene's terms. */
import type { Core, EventObject, NodeSingular } from 'cytoscape';

export interface Gestures {
	/** What is chosen now, by key. */
	onchoose(keys: ReadonlySet<string>): void;
	/** What the pointer is over, or null. */
	onpoint(key: string | null): void;
	/** Where nodes were dropped, in scene units. One call a drag. */
	onmove(places: ReadonlyMap<string, readonly [number, number]>): void;
	/** The camera came to rest. */
	onlook(): void;
	/** A node or edge was asked for more (double tap). */
	onopen(key: string): void;
}

/** Long enough that a wheel's next notch arrives before. */
const REST = 200;

/** Starts listening. `quietly` runs a change of our own without reporting it back. */
export function listen(cy: Core, gestures: Gestures): { quietly(change: () => void): void } {
	let quiet = false;
	let chooseSoon = false;
	cy.on('select unselect', 'node, edge', () => {
		if (quiet || chooseSoon) return;
		chooseSoon = true;
		// One report for all elements that a tap or a box chooses.
		queueMicrotask(() => {
			chooseSoon = false;
			if (!cy.destroyed())
				gestures.onchoose(new Set(cy.elements(':selected').map((element) => element.id())));
		});
	});
	cy.on('mouseover', 'node, edge', (event) => gestures.onpoint(event.target.id()));
	cy.on('mouseout', 'node, edge', () => gestures.onpoint(null));
	cy.on('dbltap', 'node, edge', (event) => gestures.onopen(event.target.id()));
	listenToDrops(cy, gestures);
	let rest: ReturnType<typeof setTimeout> | undefined;
	cy.on('viewport', () => {
		clearTimeout(rest);
		rest = setTimeout(() => !cy.destroyed() && gestures.onlook(), REST);
	});
	cy.on('destroy', () => clearTimeout(rest));
	return {
		quietly(change) {
			quiet = true;
			change();
			quiet = false;
		}
	};
}

function listenToDrops(cy: Core, gestures: Gestures): void {
	let dropped = new Map<string, readonly [number, number]>();
	cy.on('dragfree', 'node', (event: EventObject) => {
		const node = event.target as NodeSingular;
		// All chosen nodes are dragged along; they are reported together.
		if (dropped.size === 0) {
			queueMicrotask(() => {
				const places = dropped;
				dropped = new Map();
				if (!cy.destroyed()) gestures.onmove(places);
			});
		}
		const { x, y } = node.position();
		dropped.set(node.id(), [Math.round(x), Math.round(y)]);
	});
}
