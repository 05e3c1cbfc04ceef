import { tick } from 'svelte';
import type { Stage } from '#lib/state/story.svelte.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Screen } from '../screen.svelte.ts';

/** The canvas as the stage of a story: the camera goes where the step's actors are, clear of the panels. */
export function stageOf(workspace: Workspace, screen: Screen): Stage {
	return {
		camera: () => screen.canvas?.camera() ?? workspace.camera,
		look: (camera) => screen.canvas?.look(camera, !screen.reducedMotion),
		frame(actors) {
			// The scene, and the bar over it, come first.
			void tick().then(() => {
				const nodes = workspace.scene.nodes.filter(({ actor }) => actors.has(actor));
				if (!nodes.length) return;
				const keys = new Set(nodes.map(({ key }) => key));
				screen.canvas?.frame(keys, screen.insets, !screen.reducedMotion);
			});
		}
	};
}
