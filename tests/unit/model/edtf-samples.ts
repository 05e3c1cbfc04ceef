/**
 * EDTF texts made at random together with what they mean, day by day; shares no code with model/time*.ts.
 */
import fc from 'fast-check';

export const DAY_MS = 86_400_000;
export const at = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) / DAY_MS;

/** The world of the oracle; its edges stand for "always before" and "always after", no window comes near them. */
export const BEGINNING = at(2018, 1, 1);
export const END = at(2029, 12, 31);

export type Span = readonly [first: number, last: number];

/** A single date: its text, its days as written, and those that it may mean. */
interface Unit {
	readonly text: string;
	readonly written: Span;
	readonly meant: Span;
	/** Months of a whole calendar unit; 0 for a day. */
	readonly months: number;
	/** Neither doubtful nor a pattern, so that a run may begin or end with it. */
	readonly plain: boolean;
}

/** What a text says: one day of these, every day between two, or at least one day of each of these. */
export type Meaning =
	| { readonly says: 'one day'; readonly of: readonly Span[] }
	| { readonly says: 'all between'; readonly start: Bound; readonly end: Bound }
	| { readonly says: 'a day of each'; readonly of: readonly Span[]; readonly goesOn: boolean };
export type Bound = Span | 'open' | 'unknown';

export interface Dated {
	readonly text: string;
	readonly meaning: Meaning;
}

const two = (number: number) => String(number).padStart(2, '0');
const year = fc.integer({ min: 2023, max: 2025 });
const month = fc.integer({ min: 1, max: 12 });
const span = (y: number, m: number, months: number): Span => [at(y, m, 1), at(y, m + months, 1) - 1];

const day: fc.Arbitrary<Unit> = fc.tuple(year, month, fc.integer({ min: 1, max: 31 })).map(([y, m, d]) => {
	const date = Math.min(d, new Date(Date.UTC(y, m, 0)).getUTCDate());
	const only: Span = [at(y, m, date), at(y, m, date)];
	return { text: `${y}-${two(m)}-${two(date)}`, written: only, meant: only, months: 0, plain: true };
});
const whole = (text: string, y: number, m: number, months: number): Unit => {
	const days = span(y, m, months);
	return { text, written: days, meant: days, months, plain: true };
};
const aMonth = fc.tuple(year, month).map(([y, m]) => whole(`${y}-${two(m)}`, y, m, 1));
const aYear = year.map((y) => whole(String(y), y, 1, 12));
/** Spring, summer, autumn, winter (which begins in December); the four quarters. */
const aSeason = fc
	.tuple(year, fc.integer({ min: 0, max: 3 }), fc.boolean())
	.map(([y, n, isQuarter]) =>
		isQuarter ? whole(`${y}-${33 + n}`, y, 1 + 3 * n, 3) : whole(`${y}-${21 + n}`, y, 3 + 3 * n, 3)
	)
	.map((unit) => ({ ...unit, plain: false }));
const tenDays = fc.tuple(year, month).map(([y, m]): Unit => {
	const days: Span = [at(y, m, 10), at(y, m, 19)];
	return { text: `${y}-${two(m)}-1X`, written: days, meant: days, months: 0, plain: false };
});
const lateMonths = year.map((y) => ({ ...whole(`${y}-1X`, y, 10, 3), plain: false }));

/** About a day: three days either way. About anything longer: one more of its kind before and after. */
function doubted(unit: Unit, mark: string): Unit {
	const [first, last] = unit.written;
	const text = unit.text + mark;
	if (!unit.months) return { ...unit, text, meant: [first - 3, last + 3], plain: false };
	const start = new Date(first * DAY_MS);
	const before = at(start.getUTCFullYear(), start.getUTCMonth() + 1 - unit.months, 1);
	const after = at(start.getUTCFullYear(), start.getUTCMonth() + 1 + 2 * unit.months, 1) - 1;
	return { ...unit, text, meant: [before, after], plain: false };
}

const calendarUnit = fc.oneof(
	{ arbitrary: day, weight: 5 },
	{ arbitrary: aMonth, weight: 4 },
	{ arbitrary: aYear, weight: 2 },
	{ arbitrary: aSeason, weight: 2 }
);
const doubtful = fc.tuple(calendarUnit, fc.constantFrom('~', '?', '%')).map(([u, mark]) => doubted(u, mark));
const unit = fc.oneof(
	{ arbitrary: calendarUnit, weight: 4 },
	{ arbitrary: doubtful, weight: 2 },
	{ arbitrary: fc.oneof(tenDays, lateMonths), weight: 1 }
);

const single: fc.Arbitrary<Dated> = unit.map(({ text, meant }) => ({
	text,
	meaning: { says: 'one day', of: [meant] }
}));

const NOWHERE = { text: '', written: [BEGINNING, END] as Span };
const bound = fc.oneof(
	{ arbitrary: unit.map((u) => ({ ...u, means: u.meant as Bound })), weight: 4 },
	{ arbitrary: fc.constant({ ...NOWHERE, text: '..', means: 'open' as Bound }), weight: 1 },
	{ arbitrary: fc.constant({ ...NOWHERE, means: 'unknown' as Bound }), weight: 1 }
);
const interval: fc.Arbitrary<Dated> = fc
	.tuple(bound, bound)
	.filter(([start, end]) => start.text + end.text !== '' && start.written[0] <= end.written[1])
	.map(([start, end]) => ({
		text: `${start.text}/${end.text}`,
		meaning: { says: 'all between', start: start.means, end: end.means }
	}));

/** A member of a list: a date, or all the units from one to another, or to the edge of the world. */
interface Member {
	readonly text: string;
	readonly units: readonly Span[];
	readonly reaches?: 'back' | 'on';
}

function unitsBetween(first: number, last: number, months: number): Span[] {
	const units: Span[] = [];
	for (let start = first; start <= last;) {
		const begin = new Date(start * DAY_MS);
		const next = months ? at(begin.getUTCFullYear(), begin.getUTCMonth() + 1 + months, 1) : start + 1;
		units.push([start, next - 1]);
		start = next;
	}
	return units;
}

const plainUnit = fc.oneof(day, aMonth, aYear);
const lone: fc.Arbitrary<Member> = unit.map(({ text, meant }) => ({ text, units: [meant] }));
const run: fc.Arbitrary<Member> = fc
	.tuple(plainUnit, plainUnit)
	.filter(([a, b]) => a.months === b.months && a.written[0] <= b.written[0])
	.map(([a, b]) => ({
		text: `${a.text}..${b.text}`,
		units: unitsBetween(a.written[0], b.written[1], a.months)
	}));
const back = plainUnit.map((u): Member => {
	return { text: `..${u.text}`, units: unitsBetween(BEGINNING, u.written[1], u.months), reaches: 'back' };
});
const on = plainUnit.map((u): Member => {
	return { text: `${u.text}..`, units: unitsBetween(u.written[0], END, u.months), reaches: 'on' };
});

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
	fc.oneof({ arbitrary: fc.constant(undefined), weight: 5 }, { arbitrary, weight: 1 });
const members = fc
	.tuple(seldom(back), fc.array(fc.oneof(lone, lone, run), { maxLength: 3 }), seldom(on))
	.map((parts) => parts.flat().filter((part) => part !== undefined))
	.filter((list) => list.length > 0 && list.map(({ text }) => text).join(',').length < 60);

const list: fc.Arbitrary<Dated> = fc.tuple(members, fc.boolean()).map(([parts, isAll]) => {
	const text = parts.map((part) => part.text).join(',');
	const of = parts.flatMap(({ units }) => units);
	const goesOn = parts.some(({ reaches }) => reaches === 'on');
	// A list of one date is that date.
	const isOne = of.length === 1 && parts.length === 1;
	return isAll && !isOne
		? { text: `{${text}}`, meaning: { says: 'a day of each', of, goesOn } }
		: { text: isAll ? `{${text}}` : `[${text}]`, meaning: { says: 'one day', of } };
});

export const anyDated = fc.oneof(single, interval, list);
