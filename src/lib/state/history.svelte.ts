import { diff, apply, invert, type Change } from '#lib/model/change.ts';
import type { Document, Id } from '#lib/model/document.ts';
import type { Problem } from '#lib/model/problems.ts';
import type { Settings } from '#lib/view/settings.ts';
import type { View } from '#lib/view/url.ts';

/** A document as it was opened, and what came with it. */
export interface Opened {
	readonly document: Document;
	readonly problems: readonly Problem[];
	/** Whether the app came with it, so that a link need not say which document it is about. */
	readonly bundled: boolean;
	/** Texts of its sources. */
	readonly texts: ReadonlyMap<Id, string>;
}

/** A document that was opened, as it is now, and as it is seen. */
export interface OpenDocument {
	readonly opened: Opened;
	readonly document: Document;
	readonly view: View;
}

interface SettingsChange {
	readonly before: Partial<Settings>;
	readonly after: Partial<Settings>;
}

interface Step {
	/** What was done, as a menu says it: "Move 3 actors". */
	readonly label: string;
	/** Null where only the view changed. */
	readonly change: Change | null;
	/** View settings that changed, or that went with an edit, such as the layout that gave the positions. */
	readonly settings?: SettingsChange;
	readonly gesture?: object;
	/** Where another document was opened instead of one. */
	readonly opening?: { readonly before: OpenDocument; readonly after: OpenDocument };
}

/** What undo or redo brings about. */
export interface Restored {
	readonly label: string;
	readonly document: Document;
	readonly settings: Partial<Settings>;
	/** Set where it is another document altogether. */
	readonly opened?: OpenDocument;
}

/** Steps beyond this are forgotten, the oldest first. A step holds only what it changed. */
const MOST_STEPS = 500;

/** Undo and redo: the changes of document and view, done and undone, newest last. */
export class History {
	#done = $state.raw<readonly Step[]>([]);
	#undone = $state.raw<readonly Step[]>([]);

	/** The label of what undo (redo) would do; null when there is nothing. */
	readonly undoLabel = $derived(this.#done.at(-1)?.label ?? null);
	readonly redoLabel = $derived(this.#undone.at(-1)?.label ?? null);

	record(label: string, before: Document, after: Document, settings?: SettingsChange): void {
		this.#add({ label, change: diff(before, after), ...(settings && { settings }) });
	}

	/** Notes a change of the view. Changes of one gesture, such as a slider's way under the finger, are one step. */
	recordView(label: string, settings: SettingsChange, gesture?: object): void {
		const last = this.#done.at(-1);
		if (gesture && last?.gesture === gesture && last.settings) {
			const whole = {
				before: { ...settings.before, ...last.settings.before },
				after: { ...last.settings.after, ...settings.after }
			};
			this.#done = [...this.#done.slice(0, -1), { ...last, settings: whole }];
			this.#undone = [];
		} else this.#add({ label, change: null, settings, ...(gesture && { gesture }) });
	}

	/** Notes that another document was opened: undo leads back to the one before, and to what was done there. */
	recordOpening(label: string, before: OpenDocument, after: OpenDocument): void {
		this.#add({ label, change: null, opening: { before, after } });
	}

	#add(step: Step): void {
		this.#done = [...this.#done, step].slice(-MOST_STEPS);
		this.#undone = [];
	}

	/** Takes the last step back; null when there is none. */
	undo(document: Document): Restored | null {
		const step = this.#done.at(-1);
		if (!step) return null;
		this.#done = this.#done.slice(0, -1);
		this.#undone = [...this.#undone, step];
		const { label, change, settings, opening } = step;
		return {
			label,
			document: change ? apply(document, invert(change)) : document,
			settings: settings?.before ?? {},
			...(opening && { opened: opening.before })
		};
	}

	/** Takes the step last undone again; null when there is none. */
	redo(document: Document): Restored | null {
		const step = this.#undone.at(-1);
		if (!step) return null;
		this.#undone = this.#undone.slice(0, -1);
		this.#done = [...this.#done, step];
		const { label, change, settings, opening } = step;
		return {
			label,
			document: change ? apply(document, change) : document,
			settings: settings?.after ?? {},
			...(opening && { opened: opening.after })
		};
	}

	forget(): void {
		this.#done = [];
		this.#undone = [];
	}
}
