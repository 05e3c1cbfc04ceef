/** A document on its way out: what was chosen, what would be lost, and the file. */
import { ExportSession } from '#lib/background/export-client.ts';
import type { OutChoice, OutReport } from '#lib/formats/out/taking-out.ts';
import { WAYS_OUT, type WayOut } from '#lib/formats/out/ways-out.ts';
import type { Id } from '#lib/model/document.ts';
import { keepRecord, readRecord } from '#lib/storage/preferences.ts';
import { isVisible } from '#lib/view/fate.ts';
import { Task } from './task.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What a copy for others can be without; the actors apart. */
export type LeftOut = Exclude<keyof OutChoice['publish'], 'actors'>;

export class Exporting {
	readonly #workspace: Workspace;
	#session: ExportSession | null = null;
	#report = $state.raw<{ readonly of: OutChoice; readonly report: OutReport } | null>(null);
	#failure = $state.raw('');
	#written = $state.raw(0);
	/** The latest choice that was looked at. */
	#wanted: OutChoice | null = null;
	#isAsking = false;
	#isOver = false;
	readonly task = new Task();

	to = $state<string>(WAYS_OUT[0]!.id);
	style = $state<OutChoice['style']>('safe');
	scope = $state<'all' | 'visible'>('all');
	leftOut = $state<LeftOut[]>([]);
	actors = $state.raw<readonly Id[]>([]);

	readonly way = $derived.by((): WayOut => WAYS_OUT.find(({ id }) => id === this.to) ?? WAYS_OUT[0]!);
	readonly #part = $derived.by(() => (this.scope === 'all' ? null : this.visible));
	readonly choice = $derived.by((): OutChoice => {
		const flags = Object.fromEntries(this.leftOut.map((one) => [one, true]));
		const actors = this.actors.length > 0 ? { actors: [...this.actors] } : {};
		return { to: this.way.id, style: this.style, part: this.#part, publish: { ...flags, ...actors } };
	});

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
		const kept = readRecord('export', 'choices') as
			Partial<Record<'to' | 'style', unknown>> | null | undefined;
		this.to = WAYS_OUT.find(({ id }) => id === kept?.to)?.id ?? this.to;
		if (kept?.style === 'exact') this.style = 'exact';
	}

	/** What is on screen, by id. */
	readonly visible = $derived.by(() => {
		const { actors, relations } = this.#workspace.filtered;
		const ids = (fates: typeof actors) =>
			new Set([...fates].filter(([, fate]) => isVisible(fate)).map(([id]) => id));
		return { actors: ids(actors), relations: ids(relations) };
	});

	/** What is told before saving; null until it is known for the present choice. */
	get report(): OutReport | null {
		return this.#report?.of === this.choice ? this.#report.report : null;
	}
	/** What was told last, for another choice maybe: it stays on screen until the new one is there. */
	get lastReport(): OutReport | null {
		return this.#report?.report ?? null;
	}
	/** Why nothing came of it; '' where something did. */
	get failure(): string {
		return this.#failure;
	}
	/** Characters or bytes of the file written so far. */
	get written(): number {
		return this.#written;
	}

	/** Finds out what the present choice would lose. Never throws. */
	async look(): Promise<void> {
		this.#wanted = this.choice;
		// While an answer is on its way, choices may change again and again: the last is asked next.
		if (this.#isAsking) return;
		this.#isAsking = true;
		this.#failure = '';
		try {
			for (let choice = this.choice; this.#report?.of !== choice; choice = this.#wanted ?? choice) {
				const report = await this.#ask(choice);
				if (!report) return;
				this.#report = { of: choice, report };
			}
		} catch (error) {
			this.#fail(error);
		} finally {
			this.#isAsking = false;
		}
	}

	/** Asks anew where a file that was cancelled took the worker away; null when all is over. */
	async #ask(choice: OutChoice): Promise<OutReport | null> {
		while (!this.#isOver) {
			try {
				return await this.#open().report(choice);
			} catch (error) {
				if (!isAbort(error)) throw error;
			}
		}
		return null;
	}

	/** Writes the file. Null when it was cancelled, or could not be made; then `failure` says why. */
	async save(): Promise<Blob | null> {
		const { choice, way } = this;
		keepRecord('export', 'choices', { to: choice.to, style: choice.style });
		this.#failure = '';
		this.#written = 0;
		try {
			return await this.task.run(`Writing ${way.called}`, (signal) => {
				const session = this.#open();
				signal.addEventListener('abort', () => this.#drop(), { once: true });
				return session.file(choice, (written) => (this.#written = written));
			});
		} catch (error) {
			this.#fail(error);
			return null;
		}
	}

	/** Lets go of the worker, for good. */
	end(): void {
		this.#isOver = true;
		this.task.cancel();
		this.#drop();
	}

	#open(): ExportSession {
		return (this.#session ??= new ExportSession(this.#workspace.document));
	}

	#drop(): void {
		this.#session?.end();
		this.#session = null;
	}

	#fail(error: unknown): void {
		if (isAbort(error)) return;
		this.#failure = error instanceof Error ? error.message : String(error);
		// What broke down once is not asked again.
		this.#drop();
	}
}

function isAbort(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'AbortError';
}
