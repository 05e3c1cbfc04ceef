/** What the values of a column look like, for guessing what the column is for. */
import type { Values } from '#lib/formats/staged.ts';
import { readDateText, orderOf } from '#lib/formats/meaning/table-dates.ts';

/** Rows that are looked at for what a column is like; enough to tell, and quick for the largest file. */
const SAMPLE = 2000;

interface Row {
	readonly values: Values;
}

/** The value of a row, undefined where it is empty. */
export function valueAt(row: Row, column: number): string | undefined {
	const value = row.values[column];
	return value === undefined || value.trim() === '' ? undefined : value;
}

/** How many rows have each value, at most `most` values, in the order in which they come. */
export function countedValues(rows: readonly Row[], column: number, most: number): Map<string, number> {
	const counts = new Map<string, number>();
	for (const row of rows) {
		const value = valueAt(row, column);
		if (value === undefined) continue;
		const known = counts.get(value);
		if (known !== undefined) counts.set(value, known + 1);
		else if (counts.size < most) counts.set(value, 1);
	}
	return counts;
}

/** The values of the first rows of a column. */
export function sampleOf(rows: readonly Row[], column: number): string[] {
	const values: string[] = [];
	for (const row of rows.slice(0, SAMPLE)) {
		const value = valueAt(row, column);
		if (value !== undefined) values.push(value);
	}
	return values;
}

/** Which part of these texts are dates, from 0 to 1; plain numbers are none, but years are. */
export function shareOfDates(values: readonly string[]): number {
	const dates = values.filter((value) => {
		if (/^\d+$/.test(value)) return /^(1[5-9]|20)\d\d$/.test(value);
		return readDateText(value, 'day-first') !== null || orderOf(value) !== null;
	});
	return values.length === 0 ? 0 : dates.length / values.length;
}

/** Whether all of these texts are numbers, and at least one is there. */
export function areNumbers(values: readonly string[]): boolean {
	return values.length > 0 && values.every((value) => value.trim() !== '' && Number.isFinite(Number(value)));
}
