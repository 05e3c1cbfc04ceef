/** The lines (arcs and edges) of a Pajek network, as lists, as lists of neighbours and as a matrix. */
import { DRAWING, isNumber, type PajekWord } from '#lib/formats/text/pajek-words.ts';
import type { PajekVertices } from '#lib/formats/text/pajek-vertices.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { wrongAt } from '#lib/formats/text/text-place.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** How we wrote a file, as its first line says; nothing in files of others. */
export interface PajekMark {
	readonly labelIsType: boolean;
	/** What the numbers are: `none` if they are there only because Pajek wants one before a label. */
	readonly weight: 'weight' | 'sign' | 'none';
}

export interface PajekSection {
	readonly directed: boolean;
	/** The number and name of a relation, as in `*Arcs :2 "backs"`. */
	readonly relation: string | undefined;
}

type Values = [column: number, value: string][];

export class PajekTies {
	mark: PajekMark | null = null;
	/** Why nothing of this network can be taken, for networks after the first. */
	refusal: string | null = null;
	readonly #staging: Staging;
	readonly #relations = new Map<string, string>();
	#drawn = false;
	#timed = false;
	#cells = 0;

	constructor(staging: Staging) {
		this.#staging = staging;
	}

	/** Reads `:2 "backs"`. A relation whose name is given nowhere has its number for a name. */
	section(directed: boolean, words: readonly PajekWord[]): PajekSection {
		const number = /^:(.+)$/s.exec(words[0]?.text ?? '')?.[1];
		if (number === undefined) return { directed, relation: undefined };
		const name = words[1]?.text;
		if (name !== undefined) this.#relations.set(number, name);
		return { directed, relation: this.#relations.get(number) ?? number };
	}

	/** A line such as `1 2 0.5 l "label" [3-7]` or `2: 1 2`. */
	line(vertices: PajekVertices, section: PajekSection, all: readonly PajekWord[], place: string): void {
		const words = all.filter(({ kind }) => kind !== 'time');
		const prefix = /^(\d+):$/.exec(words[0]?.text ?? '')?.[1];
		if (prefix !== undefined) words.shift();
		const relation = prefix === undefined ? section.relation : (this.#relations.get(prefix) ?? prefix);
		const [from, to] = [words.shift()?.text, words.shift()?.text];
		if (from === undefined || to === undefined) {
			return this.#staging.leaveOut('edge', place, 'The line names only one vertex.');
		}
		const values: Values = [];
		if (relation !== undefined) values.push([this.#staging.edgeColumn('relation', 'type'), relation]);
		if (words[0] && words[0].kind === 'bare' && isNumber(words[0].text))
			this.#weight(values, words.shift()!.text);
		for (const { text, kind } of all) if (kind === 'time') this.#time(values, text, place);
		this.#pairs(values, words, place);
		this.#tie(vertices, from, to, section.directed, values, place);
	}

	/** A line of *Arcslist or *Edgeslist: a vertex, and those that it has lines to. */
	list(vertices: PajekVertices, section: PajekSection, words: readonly PajekWord[], place: string): void {
		const [from, ...others] = words;
		const { relation } = section;
		const values: Values =
			relation === undefined ? [] : [[this.#staging.edgeColumn('relation', 'type'), relation]];
		for (const to of others) this.#tie(vertices, from!.text, to.text, section.directed, values, place);
	}

	beginMatrix(): void {
		this.#cells = 0;
	}

	/** Numbers of a matrix, which may go over to the next line anywhere; zero is no line. */
	cells(vertices: PajekVertices, section: PajekSection, words: readonly PajekWord[], place: string): void {
		const { rows, columns, offset } = vertices.matrix;
		for (const { text } of words) {
			if (this.#cells >= rows * columns) throw wrongAt(place, 'Pajek', 'no more numbers in the matrix');
			if (!isNumber(text)) throw wrongAt(place, 'Pajek', 'a number of the matrix');
			const cell = this.#cells++;
			if (Number(text) === 0) continue;
			const values: Values = [];
			if (section.relation !== undefined) {
				values.push([this.#staging.edgeColumn('relation', 'type'), section.relation]);
			}
			this.#weight(values, text);
			const [row, column] = [Math.floor(cell / columns) + 1, (cell % columns) + 1 + offset];
			this.#tie(vertices, String(row), String(column), section.directed, values, place);
		}
	}

	/** How many numbers the matrix still lacks. */
	missingCells(vertices: PajekVertices): number {
		const { rows, columns } = vertices.matrix;
		return rows * columns - this.#cells;
	}

	#tie(
		vertices: PajekVertices,
		from: string,
		to: string,
		directed: boolean,
		values: Values,
		place: string
	): void {
		if (this.refusal !== null) return this.#staging.leaveOut('edge', place, this.refusal);
		const stranger = [from, to].find((number) => !vertices.has(number));
		if (stranger !== undefined) {
			const reason = `The line names the vertex ${quoted(stranger)}, and the vertices are 1 to ${vertices.size}.`;
			return this.#staging.leaveOut('edge', place, reason);
		}
		vertices.name(from);
		vertices.name(to);
		this.#staging.edge(String(Number(from)), String(Number(to)), directed, values, place);
	}

	#weight(values: Values, text: string): void {
		const meaning = this.mark?.weight ?? 'weight';
		if (meaning === 'sign') values.push([this.#staging.edgeColumn('sign', 'sign'), text]);
		else if (meaning === 'weight') values.push([this.#staging.edgeColumn('weight'), text]);
	}

	#time(values: Values, text: string, place: string): void {
		values.push([this.#staging.edgeColumn('time'), text]);
		if (this.#timed) return;
		this.#timed = true;
		const reason =
			'Times such as [5-10] are counted as Pajek does, without dates; they are kept as text, in the column "time".';
		this.#staging.notice(place, reason, 'edge');
	}

	#pairs(values: Values, words: readonly PajekWord[], place: string): void {
		for (let at = 0; at + 1 < words.length; at += 2) {
			const [key, value] = [words[at]!.text, words[at + 1]!.text];
			if (key === 'l') {
				const isType = this.mark?.labelIsType ?? false;
				const column = isType ? this.#staging.edgeColumn('type', 'type') : this.#staging.edgeColumn('label');
				values.push([column, value]);
			} else if (!DRAWING.has(key.toLowerCase())) values.push([this.#staging.edgeColumn(key), value]);
			else if (!this.#drawn) {
				this.#drawn = true;
				this.#staging.notice(place, 'Colours and widths of lines were not taken.', 'edge');
			}
		}
	}
}
