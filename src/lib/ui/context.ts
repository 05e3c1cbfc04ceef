import { createContext } from 'svelte';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Screen } from './screen.svelte.ts';

/** The running app, for every component below App. */
export const [getWorkspace, setWorkspace] = createContext<Workspace>();

/** Which panels and dialogs are open, and the canvas's verbs. */
export const [getScreen, setScreen] = createContext<Screen>();
