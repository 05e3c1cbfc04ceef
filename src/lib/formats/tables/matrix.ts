/** A square of weights: who relates to whom, as a table with the same actors along both sides. */
import { matrixLabels } from '#lib/formats/tables/table-guess.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { quoted } from '#lib/model/problem-log.ts';

interface Cell {
	readonly from: string;
	readonly to: string;
	readonly value: string;
	readonly place: string;
}

/** Cells that say that there is nothing between two actors. */
const NOTHING = /^[-+]?0*(?:[.,]0*)?$/;

/**
 * Takes the rows of a matrix. Every cell with a value other than 0 is an edge from the actor of its row to that of
 * its column; if every such cell has its like on the other side of the diagonal, the two are one edge without direction.
 */
export class MatrixReader {
	readonly #staging: Staging;
	#labels: readonly string[] | undefined;
	readonly #first: (readonly string[])[] = [];
	readonly #cells: Cell[] = [];
	readonly #rows = new Set<string>();

	constructor(staging: Staging) {
		this.#staging = staging;
	}

	/** @param place of the row, such as `line 3` */
	row(cells: readonly string[], place: string): void {
		if (this.#labels === undefined) return this.#begin(cells, place);
		this.#body(cells, place);
	}

	#begin(cells: readonly string[], place: string): void {
		this.#first.push(cells);
		if (this.#first.length < 2) return;
		this.#labels = matrixLabels(this.#first);
		for (const label of new Set(this.#labels)) this.#staging.node(label, [], 'the first row');
		this.#body(cells, place);
	}

	#body(cells: readonly string[], place: string): void {
		const labels = this.#labels!;
		const from = cells[0] ?? '';
		if (this.#rows.has(from))
			this.#staging.notice(place, `There are several rows for ${quoted(from)}; all were taken.`);
		this.#rows.add(from);
		if (!this.#staging.hasNode(from)) {
			this.#staging.notice(place, `The row is for ${quoted(from)}, and no column is.`);
			this.#staging.node(from, [], place);
		}
		for (let at = 1; at < cells.length; at++) {
			const value = cells[at]!;
			const to = labels[at - 1];
			if (NOTHING.test(value.slice(0, 100).trim())) continue;
			const where = `${place}, cell ${at + 1}`;
			if (to === undefined)
				this.#staging.leaveOut('edge', where, 'The cell stands beyond the last column that has a name.');
			else this.#cells.push({ from, to, value, place: where });
		}
	}

	end(): void {
		if (this.#labels === undefined) return;
		const missing = this.#labels.filter((label) => !this.#rows.has(label));
		for (const label of missing.slice(0, 20))
			this.#staging.notice('the first row', `There is a column for ${quoted(label)}, and no row.`);
		const column = this.#staging.edgeColumn('weight');
		const symmetric = this.#isSymmetric();
		const taken = new Map<string, Map<string, string>>();
		let pairs = 0;
		for (const { from, to, value, place } of this.#cells) {
			const first = symmetric ? taken.get(to)?.get(from) : undefined;
			if (first !== undefined) {
				const reason = `The cell says the same as ${first}, on the other side of the diagonal; the two are one connection.`;
				this.#staging.merge('edge', place, reason);
				continue;
			}
			pairs++;
			if (symmetric) taken.set(from, (taken.get(from) ?? new Map<string, string>()).set(to, place));
			this.#staging.edge(from, to, !symmetric, [[column, value]], place);
		}
		if (symmetric)
			this.#staging.notice(
				'the whole table',
				`Both sides of the diagonal say the same, so the ${this.#cells.length} cells with a value are ${pairs} connections without a direction.`,
				'edge'
			);
	}

	#isSymmetric(): boolean {
		const values = new Map<string, Map<string, string>>();
		for (const { from, to, value } of this.#cells) {
			const row = values.get(from) ?? new Map<string, string>();
			if (row.has(to)) return false;
			values.set(from, row.set(to, value));
		}
		return this.#cells.every(({ from, to, value }) => values.get(to)?.get(from) === value);
	}
}
