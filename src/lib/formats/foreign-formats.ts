/** The formats of other programs. */
import type { ForeignFormat } from '#lib/formats/foreign.ts';

/** In the order in which they are asked whether they know a text: what is said most plainly comes first. */
export const FOREIGN_FORMATS: readonly ForeignFormat[] = [];
