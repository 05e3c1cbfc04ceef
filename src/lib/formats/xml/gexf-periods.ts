/** Puts the times of a node or edge of GEXF into its columns. */
import type { Cells, DeclaredColumns } from '#lib/formats/declared.ts';
import { ofRole } from '#lib/formats/xml/gexf-attributes.ts';
import { spanText, whenOf } from '#lib/formats/xml/gexf-times.ts';
import type { Times } from '#lib/formats/xml/gexf-times.ts';
import { counted } from '#lib/formats/notices.ts';
import type { Notices } from '#lib/formats/notices.ts';
import { quoted } from '#lib/model/problem-log.ts';

const WHEN = { id: 'when', name: 'when', role: 'when' } as const;
const START = { id: 'start', name: 'start' } as const;
const END = { id: 'end', name: 'end' } as const;
const SPELLS = { id: 'spells', name: 'spells' } as const;

/**
 * Takes what an element says of its time: as `when` where these are dates, as columns of text where not, or not only.
 * @param dates whether the file says that its times are dates
 */
export function takeTimes(
	times: Times,
	dates: boolean,
	cells: Cells,
	place: string,
	columns: DeclaredColumns,
	notices: Notices
): void {
	if (!times.own && times.spells.length === 0) return;
	const { when, exact, spells } = whenOf(times, dates);
	if (spells !== undefined) {
		columns.addNative(SPELLS, cells, spells);
		notices.add(`spells ${when === undefined}`, place, (count) => {
			const taken = when === undefined ? '' : ', and from the first to the last as one period';
			return `Taken as a column “spells”: the several times of ${counted(count, 'element')}${taken}.`;
		});
	}
	const ours = ofRole(columns, 'when');
	// What we wrote ourselves says it exactly.
	if (ours && cells.get(columns.column(ours)) !== undefined) return;
	if (when !== undefined) columns.addNative(ours ?? WHEN, cells, when);
	if (!exact) return;
	if (exact.start !== undefined) columns.addNative(START, cells, exact.start);
	if (exact.end !== undefined) columns.addNative(END, cells, exact.end);
	notices.add(`exact ${when === undefined}`, place, (count) => {
		const what = when === undefined ? 'no dates' : 'more exact than a day';
		return `Taken as columns “start” and “end”: the times of ${counted(count, 'element')} that are ${what}, the first ${quoted(spanText(exact))}.`;
	});
}
