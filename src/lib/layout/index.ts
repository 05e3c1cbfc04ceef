/** The registry of layouts, in the order of the menu. To add one: a file of its own and a line here. */
import { circle } from '#lib/layout/circle.ts';
import { concentric } from '#lib/layout/concentric.ts';
import { force } from '#lib/layout/force.ts';
import { layered } from '#lib/layout/layered.ts';
import type { Layout } from '#lib/layout/layout.ts';
import { sides } from '#lib/layout/sides.ts';

export const LAYOUTS: readonly Layout[] = [force, sides, concentric, layered, circle];
