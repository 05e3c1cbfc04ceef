/** The part of the `edtf` package that we use; it ships no types. */
declare module 'edtf' {
	/**
	 * What `parse` finds in a string. Months count from 0. `unspecified`, `uncertain` and `approximate` are
	 * bit masks over YYYYMMDD, the lowest bit for the first digit; `true` stands for the whole date.
	 */
	export interface Parsed {
		readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set';
		readonly level: number;
		readonly values: readonly number[];
		readonly unspecified?: number;
		readonly uncertain?: number | true;
		readonly approximate?: number | true;
		readonly significant?: number;
	}
	export interface Constraints {
		readonly level?: number;
		readonly types?: readonly Parsed['type'][];
		readonly seasonIntervals?: boolean;
		readonly seasonUncertainty?: boolean;
	}
	/** Throws an Error for what is no EDTF. */
	export function parse(text: string, constraints?: Constraints): Parsed;
}
