/** What an EDTF string says about time, in days: the plain data that certainty is judged from. */
import type { EdtfDate, Precision } from './time-date.ts';
import type { Day } from './time-days.ts';
import type { Reading, Run } from './time-edtf.ts';

/** One of the separate ranges of a list. `every`: on each of its days, not just on some. */
export interface Stretch {
	readonly first: Day;
	readonly last: Day;
	readonly every: boolean;
	/** Of a run of months or years of which all is meant: how many months each of them has. */
	readonly months?: 1 | 12;
}

/** What an EDTF string says, as plain data. Days are inclusive; open and unknown ends are ±Infinity. */
export interface Period {
	readonly kind: Precision | 'interval' | 'one-of' | 'all-of';
	readonly earliestStart: Day;
	readonly latestStart: Day;
	/** For a date, that of the sighting; a state may go on after it (`endUnknown`). */
	readonly earliestEnd: Day;
	readonly latestEnd: Day;
	/** `..` in the place of the start: it was always so. Likewise `endOpen`: it still is. */
	readonly startOpen: boolean;
	readonly endOpen: boolean;
	readonly startUnknown: boolean;
	/** Nobody says when it ended: a state is carried forward. */
	readonly endUnknown: boolean;
	readonly approximate: boolean;
	readonly uncertain: boolean;
	/** Only for a list with gaps, and for every list of which all is meant. Ascending by first day. */
	readonly stretches?: readonly Stretch[];
	readonly text: string;
}

/** The period that an EDTF string means, from its shape; `text` is that string. */
export function periodOf(reading: Reading, text: string): Period {
	switch (reading.shape) {
		case 'date':
			return periodOfDate(reading.date, text);
		case 'interval':
			return periodOfInterval(reading.start, reading.end, text);
		default:
			return periodOfList(reading.shape, reading.runs, text);
	}
}

function flags(dates: readonly (EdtfDate | string)[]) {
	return {
		approximate: dates.some((date) => typeof date === 'object' && date.approximate),
		uncertain: dates.some((date) => typeof date === 'object' && date.uncertain)
	};
}

const CLOSED = { startOpen: false, endOpen: false, startUnknown: false, endUnknown: false };

function periodOfDate(date: EdtfDate, text: string): Period {
	return {
		kind: date.precision,
		earliestStart: date.earliest,
		latestStart: date.latest,
		earliestEnd: date.earliest,
		latestEnd: date.latest,
		...CLOSED,
		endUnknown: true,
		...flags([date]),
		text
	};
}

type Bound = EdtfDate | 'open' | 'unknown';

function periodOfInterval(start: Bound, end: Bound, text: string): Period {
	const starts =
		typeof start === 'object'
			? start
			: { earliest: -Infinity, latest: start === 'open' ? -Infinity : Infinity };
	const ends =
		typeof end === 'object' ? end : { earliest: end === 'open' ? Infinity : -Infinity, latest: Infinity };
	return {
		kind: 'interval',
		earliestStart: starts.earliest,
		// The start is not after the end: `2024/2024-03` starts by March.
		latestStart: Math.min(starts.latest, ends.latest),
		earliestEnd: Math.max(ends.earliest, starts.earliest),
		latestEnd: ends.latest,
		startOpen: start === 'open',
		endOpen: end === 'open',
		startUnknown: start === 'unknown',
		endUnknown: end === 'unknown',
		...flags([start, end]),
		text
	};
}

function periodOfList(kind: 'one-of' | 'all-of', runs: readonly Run[], text: string): Period {
	const all = kind === 'all-of';
	const stretches = runs.map((run) => stretchOf(run, all)).sort((a, b) => (a.first < b.first ? -1 : 1));
	const separate = all ? stretches : merged(stretches);
	const earliest = Math.min(...stretches.map((stretch) => stretch.first));
	const latest = Math.max(...stretches.map((stretch) => stretch.last));
	const isOpen = {
		start: runs.some((run) => run.from === 'open'),
		end: runs.some((run) => run.to === 'open')
	};
	return {
		kind,
		earliestStart: earliest,
		// Of all, one is the first; of one of them, any may be it.
		latestStart: all
			? Math.min(...runs.map(({ from }) => (from === 'open' ? -Infinity : from.latest)))
			: latest,
		earliestEnd: all ? Math.max(...runs.map(({ to }) => (to === 'open' ? Infinity : to.earliest))) : earliest,
		latestEnd: latest,
		startOpen: all && isOpen.start,
		endOpen: all && isOpen.end,
		startUnknown: !all && isOpen.start,
		endUnknown: !(all && isOpen.end),
		...flags(runs.flatMap((run) => [run.from, run.to])),
		...(all || separate.length > 1 ? { stretches: separate } : {}),
		text
	};
}

function stretchOf({ from, to }: Run, all: boolean): Stretch {
	const ends = [from, to].filter((date) => date !== 'open');
	return {
		first: from === 'open' ? -Infinity : from.earliest,
		last: to === 'open' ? Infinity : to.latest,
		every: all && ends.every((date) => date.earliest === date.latest),
		...(all && from !== to && { months: ends[0]?.precision === 'year' ? 12 : 1 })
	};
}

/** Joins ranges that overlap or touch; takes them sorted. */
function merged(stretches: readonly Stretch[]): Stretch[] {
	const result: Stretch[] = [];
	for (const stretch of stretches) {
		const before = result.at(-1);
		if (before && stretch.first <= before.last + 1) {
			result[result.length - 1] = { ...before, last: Math.max(before.last, stretch.last) };
		} else {
			result.push(stretch);
		}
	}
	return result;
}
