/** The values of a row by what the mapping says they are. */
import type { Attribute } from '#lib/model/document.ts';
import type { DateOrder } from '#lib/formats/meaning/mapping.ts';
import { attributeOf } from '#lib/formats/meaning/own-columns.ts';
import type { Column, Values } from '#lib/formats/staged.ts';
import { readDateText } from '#lib/formats/meaning/table-dates.ts';
import { parseWhen } from '#lib/model/time.ts';

/** Uses that take all of their columns. */
const MANY: ReadonlySet<string> = new Set(['aliases', 'sameAs', 'names', 'attribute', 'leave']);

/** A value, and the column that it stands in. */
export interface Cell {
	readonly column: string;
	readonly value: string;
}

export class Cells<Use extends string> {
	readonly #columns: readonly string[];
	readonly #uses: readonly Use[];
	readonly #byUse = new Map<Use, number[]>();
	/** Columns whose values may be attributes: the others need not be looked at for them. */
	readonly #loose: readonly number[];
	/** A value of white space alone says nothing in a table. */
	readonly #blank: boolean;

	constructor(columns: readonly Column[], uses: readonly Use[], rest: Use, trim: boolean) {
		this.#columns = columns.map(({ name }) => name);
		this.#uses = columns.map((_, index) => uses[index] ?? rest);
		this.#blank = trim;
		this.#uses.forEach((use, index) => {
			const known = this.#byUse.get(use);
			if (known) known.push(index);
			else this.#byUse.set(use, [index]);
		});
		const isLoose = (use: Use) =>
			use === 'attribute' || (!MANY.has(use) && (this.#byUse.get(use)?.length ?? 0) > 1);
		this.#loose = this.#uses.flatMap((use, index) => (isLoose(use) ? [index] : []));
	}

	has(use: Use): boolean {
		return this.#byUse.has(use);
	}

	/** The first value for a use; undefined when the row has none. */
	one(values: Values, use: Use): Cell | undefined {
		const indexes = this.#byUse.get(use);
		if (indexes === undefined) return undefined;
		for (const index of indexes) {
			const value = this.#value(values, index);
			if (value !== undefined) return { column: this.#columns[index]!, value };
		}
		return undefined;
	}

	text(values: Values, use: Use): string | undefined {
		return this.one(values, use)?.value;
	}

	/** All values for a use that several columns may have. */
	all(values: Values, use: Use): Cell[] {
		return (this.#byUse.get(use) ?? []).flatMap((index) => {
			const value = this.#value(values, index);
			return value === undefined ? [] : [{ column: this.#columns[index]!, value }];
		});
	}

	/** What the row has for no other use: its attributes, and second values where only one is wanted. */
	attributes(values: Values): Attribute[] {
		const attributes: Attribute[] = [];
		let filled: Set<Use> | undefined;
		for (const index of this.#loose) {
			const value = this.#value(values, index);
			if (value === undefined) continue;
			const use = this.#uses[index]!;
			if (use !== 'attribute') {
				filled ??= new Set();
				const first = !filled.has(use);
				filled.add(use);
				if (first) continue;
			}
			attributes.push(asAttribute({ column: this.#columns[index]!, value }));
		}
		return attributes;
	}

	get leftColumns(): string[] {
		return this.#columns.filter((_, index) => this.#uses[index] === 'leave');
	}

	#value(values: Values, index: number): string | undefined {
		const value = values[index];
		return value === undefined || value === '' || (this.#blank && value.trim() === '') ? undefined : value;
	}
}

/** A value that has no place of its own, under the name of its column. */
export function asAttribute({ column, value }: Cell): Attribute {
	return [attributeOf(column), value];
}

export interface Dated {
	/** EDTF. */
	readonly when?: string;
	/** Values that say more than the date, or that are none: kept beside the record. */
	readonly kept: readonly Cell[];
	/** Those of them that are none. */
	readonly unread: readonly Cell[];
}

/** The date of a row: of one column, or a period of two. */
export function dateOf(
	when: Cell | undefined,
	start: Cell | undefined,
	end: Cell | undefined,
	order: DateOrder | null
): Dated {
	const read = when && readDateText(when.value, order);
	const ends = [start, end].filter((cell) => cell !== undefined);
	if (when && read) return { when: read.when, kept: [...(read.whole ? [] : [when]), ...ends], unread: [] };
	const lost = when ? [when] : [];
	const first = start && readDateText(start.value, order);
	const last = end && readDateText(end.value, order);
	const period = first || last ? `${first?.when ?? ''}/${last?.when ?? ''}` : null;
	// The two may stand in the wrong order, or be periods themselves.
	if (period === null || parseWhen(period) === null)
		return { kept: [...lost, ...ends], unread: [...lost, ...ends] };
	const unread = [...lost, ...ends.filter((cell) => (cell === start ? !first : !last))];
	const more = ends.filter((cell) => (cell === start ? first?.whole === false : last?.whole === false));
	return { when: period, kept: [...unread, ...more], unread };
}

/** What a date that was not read is told as. */
export function unreadDate({ value }: Cell, order: DateOrder | null): string {
	const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
	const remedy =
		order === null && /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}\s*$/.test(value)
			? 'Say whether the day or the month stands first.'
			: 'Write it as 2024-01-29, 2024-01 or 2024, with ~ behind it for “about”.';
	return `“${shown}” is not a date that we can read; it is kept as an attribute. ${remedy}`;
}
