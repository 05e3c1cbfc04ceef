/**
 * What we write into a STIX bundle around the graph: who wrote it, the extension (STIX 2.1, section 7.3) in which
 * each object keeps what STIX has no property for, and a grouping that bears the title.
 */
import { uuidOf } from '#lib/formats/stix/uuid5.ts';

export const TOOL_ID = `identity--${uuidOf('tool')}`;
export const EXTENSION = `extension-definition--${uuidOf('extension')}`;
export const TITLE_ID = `grouping--${uuidOf('title')}`;

/** Objects of ours that are no part of the graph. */
export const FRAME_IDS: ReadonlySet<string> = new Set([TOOL_ID, EXTENSION, TITLE_ID]);
