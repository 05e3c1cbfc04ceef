import type { Stage } from '#lib/state/story.svelte.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Screen } from '../screen.svelte.ts';

/** The canvas as the stage of a story: the camera goes where the step's actors are, clear of the panels. */
export function stageOf(workspace: Workspace, screen: Screen): Stage {
	/** Counts what the camera was asked for, so that what comes late does not undo what came after it. */
	let asked = 0;
	return {
		camera: () => screen.canvas?.camera() ?? workspace.camera,
		look(camera) {
			asked++;
			screen.canvas?.look(camera, !screen.reducedMotion);
		},
		frame(actors) {
			const mine = ++asked;
			// The scene and the bar over it come first, then the bar's height is measured, which takes a frame.
			afterFrames(2, () => {
				if (mine !== asked) return;
				const nodes = workspace.scene.nodes.filter(({ actor }) => actors.has(actor));
				if (!nodes.length) return;
				const keys = new Set(nodes.map(({ key }) => key));
				screen.canvas?.frame(keys, screen.insets, !screen.reducedMotion);
			});
		}
	};
}

function afterFrames(frames: number, act: () => void): void {
	requestAnimationFrame(() => (frames > 1 ? afterFrames(frames - 1, act) : act()));
}
