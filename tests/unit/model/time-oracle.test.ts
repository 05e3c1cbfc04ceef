/**
 * certaintyOn against the slow way: list every exact course of things that a text allows,
 * and see what all of them say about a day. Shares no code with src/lib/model/time*.ts but what is tested.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certaintyOn, parseWhen } from '#lib/model/time.ts';
import type { Certainty } from '#lib/model/time.ts';

type Nature = 'state' | 'act';
type Span = readonly [from: number, to: number];
/** One exact course: the days on which it was so, and whether it is known to have ended after them. */
interface Course {
	readonly spans: readonly Span[];
	readonly ended: boolean;
}
interface Sample {
	readonly text: string;
	readonly edges: readonly number[];
	courses(nature: Nature): Course[];
}
interface Unit {
	readonly text: string;
	readonly precision: 'day' | 'month' | 'year';
	readonly whole: Span;
	/** With room for doubt. */
	readonly wide: Span;
}

const at = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) / 86_400_000;
const HORIZON: Span = [at(2021, 1, 1), at(2027, 12, 31)];
const two = (n: number) => String(n).padStart(2, '0');
const through = ([from, to]: Span) =>
	Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
const seen = (day: number): Course => ({ spans: [[day, day]], ended: false });

function dayUnit(y: number, m: number, d: number, mark: string): Unit {
	const day = at(y, m, d);
	const room = mark ? 3 : 0;
	return {
		text: `${y}-${two(m)}-${two(d)}${mark}`,
		precision: 'day',
		whole: [day, day],
		wide: [day - room, day + room]
	};
}

function monthUnit(y: number, m: number, mark: string): Unit {
	const room = mark ? 1 : 0;
	const wide: Span = [at(y, m - room, 1), at(y, m + 1 + room, 0)];
	return { text: `${y}-${two(m)}${mark}`, precision: 'month', whole: [at(y, m, 1), at(y, m + 1, 0)], wide };
}

function yearUnit(y: number, mark: string): Unit {
	const room = mark ? 1 : 0;
	const wide: Span = [at(y - room, 1, 1), at(y + room, 12, 31)];
	return { text: `${y}${mark}`, precision: 'year', whole: [at(y, 1, 1), at(y, 12, 31)], wide };
}

const years = fc.integer({ min: 2023, max: 2025 });
const months = fc.integer({ min: 1, max: 12 });
const marks = fc.constantFrom('', '', '~', '?', '%');
const days = fc.tuple(years, months, fc.integer({ min: 1, max: 28 }), marks).map((args) => dayUnit(...args));
const plainDays = days.map(({ whole, text }) => ({
	...dayUnit(2023, 1, 1, ''),
	whole,
	wide: whole,
	text: text.slice(0, 10)
}));
const someMonths = fc.tuple(years, months, marks).map((args) => monthUnit(...args));
const plainYears = years.map((year) => yearUnit(year, ''));
const units = fc.oneof(
	days,
	someMonths,
	fc.tuple(years, marks).map((args) => yearUnit(...args))
);
const shortBounds = fc.oneof(days, someMonths);
// Two years have 130,000 pairs of days, so a year stands on one side only.
const boundPairs = fc.oneof(
	{ weight: 8, arbitrary: fc.tuple(shortBounds, shortBounds) },
	{ weight: 1, arbitrary: fc.tuple(shortBounds, plainYears) },
	{ weight: 1, arbitrary: fc.tuple(plainYears, shortBounds) }
);

const edgesOf = (...some: Unit[]) =>
	some.flatMap(({ wide: [from, to] }) => [from - 1, from, from + 1, to - 1, to, to + 1]);

const dates: fc.Arbitrary<Sample> = units.map((unit) => ({
	text: unit.text,
	edges: edgesOf(unit),
	courses: () => through(unit.wide).map(seen)
}));

const closedIntervals: fc.Arbitrary<Sample> = boundPairs
	.filter(([start, end]) => end.whole[1] >= start.whole[0])
	.map(([start, end]) => ({
		text: `${start.text}/${end.text}`,
		edges: edgesOf(start, end),
		courses: () =>
			through(start.wide).flatMap((from) =>
				through(end.wide).flatMap((to) => (from <= to ? [{ spans: [[from, to] as const], ended: true }] : []))
			)
	}));

const stillSo: fc.Arbitrary<Sample> = units.map((unit) => ({
	text: `${unit.text}/..`,
	edges: edgesOf(unit),
	courses: () => through(unit.wide).map((from) => ({ spans: [[from, Infinity]], ended: false }))
}));

const alwaysUntil: fc.Arbitrary<Sample> = units.map((unit) => ({
	text: `../${unit.text}`,
	edges: edgesOf(unit),
	courses: () => through(unit.wide).map((to) => ({ spans: [[-Infinity, to]], ended: true }))
}));

/** An act that nobody saw end may have ended on its first day, or never; a state is only seen on its first. */
const endUnknown: fc.Arbitrary<Sample> = units.map((unit) => ({
	text: `${unit.text}/`,
	edges: edgesOf(unit),
	courses: (nature) =>
		through(unit.wide).flatMap((from) =>
			nature === 'state'
				? [seen(from)]
				: [from, Infinity].map((to) => ({ spans: [[from, to] as const], ended: true }))
		)
}));

const startUnknown: fc.Arbitrary<Sample> = units.map((unit) => ({
	text: `/${unit.text}`,
	edges: edgesOf(unit),
	courses: () =>
		through(unit.wide).flatMap((to) =>
			[-Infinity, to].map((from) => ({ spans: [[from, to] as const], ended: true }))
		)
}));

interface Item {
	readonly text: string;
	readonly range: Span;
	readonly every: boolean;
}

function isRun([from, to]: readonly [Unit, Unit]): boolean {
	const plain = [from, to].every((unit) => unit.whole[0] === unit.wide[0]);
	return plain && from.precision === to.precision && from.whole[1] <= to.whole[1];
}
const item = (unit: Unit): Item => ({ text: unit.text, range: unit.wide, every: false });
const runs = fc
	.tuple(units, units)
	.filter(isRun)
	.map(([from, to]): Item => ({
		text: `${from.text}..${to.text}`,
		range: [from.whole[0], to.whole[1]],
		every: false
	}));
const before = units.map((unit): Item => ({
	text: `..${unit.text}`,
	range: [HORIZON[0], unit.wide[1]],
	every: false
}));
const after = units.map((unit): Item => ({
	text: `${unit.text}..`,
	range: [unit.wide[0], HORIZON[1]],
	every: false
}));

const edgesOfItems = (items: Item[]) =>
	items.flatMap(({ range: [a, b] }) => [a - 1, a, a + 1, b - 1, b, b + 1]);

const oneOf: fc.Arbitrary<Sample> = fc
	.tuple(
		fc.option(before, { freq: 4 }),
		fc.array(fc.oneof(units.map(item), runs), { minLength: 1, maxLength: 4 }),
		fc.option(after, { freq: 4 })
	)
	.map(([first, middle, last]) => [first, ...middle, last].filter((each) => each !== null))
	.map((items) => ({
		text: `[${items.map((each) => each.text).join(',')}]`,
		edges: edgesOfItems(items).filter((edge) => edge > HORIZON[0] && edge < HORIZON[1]),
		courses: () => items.flatMap((each) => through(each.range).map(seen))
	}))
	.filter(({ text }) => text.length <= 64);

const dayRuns = fc.tuple(plainDays, fc.integer({ min: 0, max: 40 })).map(([from, length]): Item => {
	const to = from.whole[0] + length;
	const end = new Date(to * 86_400_000).toISOString().slice(0, 10);
	return { text: `${from.text}..${end}`, range: [from.whole[0], to], every: true };
});

/** Every choice of one day for each item; a run of days is all of its days. */
function choices(items: readonly Item[]): Span[][] {
	return items.reduce<Span[][]>(
		(chosen, { range, every }) => {
			const options: Span[] = every ? [range] : through(range).map((day) => [day, day]);
			return chosen.flatMap((spans) => options.map((option) => [...spans, option]));
		},
		[[]]
	);
}

const allOf: fc.Arbitrary<Sample> = fc
	.tuple(
		fc.array(fc.oneof(days.map(item), dayRuns), { minLength: 1, maxLength: 3 }),
		fc.option(someMonths.map(item))
	)
	.map(([items, month]) => (month ? [month, ...items] : items))
	.map((items) => ({
		text: `{${items.map((each) => each.text).join(',')}}`,
		edges: edgesOfItems(items),
		courses: () => choices(items).map((spans) => ({ spans, ended: false }))
	}))
	.filter(({ text }) => text.length <= 64);

function said({ spans, ended }: Course, day: number, nature: Nature): Certainty {
	if (spans.some(([from, to]) => from <= day && day <= to)) return 'certain';
	if (spans.every(([from]) => day < from)) return 'not-yet';
	if (nature === 'state' && !ended) return 'carried';
	return spans.every(([, to]) => day > to) ? 'over' : 'not-yet';
}

function expected(courses: readonly Course[], day: number, nature: Nature): Certainty {
	const all = new Set<Certainty>();
	for (const course of courses) {
		all.add(said(course, day, nature));
		if (all.size > 1 && (nature === 'state' || all.has('certain'))) return 'possible';
	}
	const [only] = all;
	return all.size === 1 && only ? only : 'not-yet';
}

const RUNS = 80;
/** Listing every course is slow on purpose, and slower on a busy machine. */
const TIME_LIMIT_MS = 60_000;

describe.each([
	['dates', dates],
	['closed intervals', closedIntervals],
	['intervals that are still so', stillSo],
	['intervals that were always so', alwaysUntil],
	['intervals of unknown end', endUnknown],
	['intervals of unknown start', startUnknown],
	['one of a list', oneOf],
	['all of a list', allOf]
])('%s', (_, samples) => {
	it.each(['state', 'act'] as const)(
		'as %s: as every possible course has it',
		{ timeout: TIME_LIMIT_MS },
		(nature) => {
			const anyDay = fc.integer({ min: HORIZON[0], max: HORIZON[1] });
			fc.assert(
				fc.property(samples, anyDay, (sample, random) => {
					const period = parseWhen(sample.text);
					expect(period).not.toBeNull();
					const courses = sample.courses(nature);
					const asked = [...new Set([random, ...sample.edges])];
					const want = asked.map((day) => `${day} ${expected(courses, day, nature)}`);
					expect(asked.map((day) => `${day} ${certaintyOn(period, day, nature)}`)).toEqual(want);
				}),
				{ numRuns: RUNS }
			);
		}
	);
});
