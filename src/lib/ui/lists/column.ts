/** A column of a table: what it shows of a row, and how rows are sorted by it. */
export interface Column<R> {
	readonly id: string;
	readonly name: string;
	/** Share of the width, as a CSS grid track. */
	readonly width: string;
	text(row: R): string;
	/** Negative, nought or positive, as Array.sort takes it. */
	compare(a: R, b: R): number;
	/** Numbers stand to the right. */
	readonly numeric?: boolean;
	/** Left out on narrow screens. */
	readonly roomy?: boolean;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Compares words as a dictionary does, accents and case apart. */
export function compareWords(a: string, b: string): number {
	return collator.compare(a, b);
}
