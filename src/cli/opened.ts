/** A document in a view: what all commands begin with. */
import type { Id } from '#lib/model/document.ts';
import { moveActors } from '#lib/model/edit-actors.ts';
import type { TwinView } from '#lib/picture/twin-view.ts';
import type { Reading } from '#lib/formats/format.ts';
import { factsOf } from '#lib/view/facts.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { count, receiptOf } from '#lib/view/receipt.ts';
import type { Selection, Settings } from '#lib/view/settings.ts';
import { toldBy } from '#lib/view/told.ts';
import type { Arguments } from './flags.ts';
import { readDocument } from './reading.ts';
import { safe, type Terminal } from './terminal.ts';
import { viewFrom } from './view-arguments.ts';

export interface Opened extends TwinView {
	readonly selection: Selection;
}

/** Reads a document and the view that the flags ask for, and says on the terminal what is to be said of either. */
export async function openDocument(file: string, args: Arguments, terminal: Terminal): Promise<Opened> {
	const reading = await readDocument([file], args, terminal);
	const { problems } = reading;
	if (problems.length)
		terminal.say(`${safe(file)}: ${count(problems.length, 'problem')}; “dramatis check” lists them.`);
	const { opened, remarks } = openedWith(reading, args);
	for (const remark of remarks) terminal.say(`${safe(file)}: ${safe(remark)}`);
	return opened;
}

/** A document in the view that flags ask for. Pure. @throws Failure as viewFrom does. */
export function openedWith(
	{ document }: Pick<Reading, 'document'>,
	args: Arguments
): { opened: Opened; remarks: string[] } {
	const { view, remarks } = viewFrom(args, factsOf(document));
	const actors = new Set(document.actors.map(({ id }) => id));
	const moved = new Map([...view.moved].filter(([id]) => actors.has(id)));
	const facts = factsOf(moved.size ? moveActors(document, moved) : document);
	const selection: Selection = {
		actors: meet(view.selection.actors, facts.actors),
		relations: meet(view.selection.relations, facts.relations),
		events: meet(view.selection.events, facts.events)
	};
	const { focus } = view.settings;
	const settings: Settings = { ...view.settings, focus: focus && actors.has(focus.actor) ? focus : null };
	const told = toldBy(facts, settings);
	const filtered = filterDocument(facts, settings, selection, told);
	return {
		opened: { facts, told, filtered, receipt: receiptOf(filtered, settings), settings, selection },
		remarks
	};
}

function meet(wanted: ReadonlySet<Id>, known: { has(value: Id): boolean }): ReadonlySet<Id> {
	return new Set([...wanted].filter((value) => known.has(value)));
}
