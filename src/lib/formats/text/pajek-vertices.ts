/** The vertices of a Pajek network. They are numbered, and exist whether the file lists them or not. */
import { DRAWING, isNumber, movedPoint, SHAPES, type PajekWord } from '#lib/formats/text/pajek-words.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** Pajek draws in a square with sides of length 1; ours are in pixels. */
export const PAJEK_SCALE_PLACES = 3;

/**
 * So many vertices may exist of which the file says nothing but the number of all; more only where it speaks of as
 * many others, or a few bytes would make millions of actors.
 */
const MOST_SILENT = 100_000;

interface Vertex {
	readonly place: string;
	readonly values: [column: number, value: string][];
	readonly at?: readonly [x: string, y: string];
}

/** What a partition, a vector or a cluster says of vertices. */
export interface PajekProperty {
	readonly name: string;
	readonly values: ReadonlyMap<number, string>;
}

export class PajekVertices {
	readonly size: number;
	/** How many come first, in a network of two sorts of vertices; 0 if there is one sort. */
	readonly #firstMode: number;
	readonly #place: string;
	readonly #staging: Staging;
	readonly #listed = new Map<number, Vertex>();
	readonly #again: [number, Vertex][] = [];
	/** By number, those that the file speaks of; only where there are so many that it matters. */
	readonly #spoken: Set<number> | null;
	#drawn: string | undefined;

	constructor(size: number, firstMode: number, place: string, staging: Staging) {
		this.size = size;
		this.#spoken = size > MOST_SILENT ? new Set() : null;
		this.#firstMode = firstMode;
		this.#place = place;
		this.#staging = staging;
	}

	/** The number of columns and rows of a matrix, and the vertex before the first column. */
	get matrix(): { readonly rows: number; readonly columns: number; readonly offset: number } {
		const first = this.#firstMode;
		if (first === 0) return { rows: this.size, columns: this.size, offset: 0 };
		return { rows: first, columns: this.size - first, offset: first };
	}

	has(number: string): boolean {
		return /^\d{1,10}$/.test(number) && Number(number) >= 1 && Number(number) <= this.size;
	}

	/** Says that a line of the network names the vertex; it has to be one. */
	name(number: string): void {
		this.#spoken?.add(Number(number));
	}

	/** Takes a line such as `1 "name" 0.2 0.7 0.5 box ic Red [1-5]`. */
	line(all: readonly PajekWord[], place: string): void {
		const words = all.filter(({ kind }) => kind !== 'time');
		const number = words[0]?.text ?? '';
		if (!this.has(number)) {
			const reason = `A vertex has a number from 1 to ${this.size}, and this is none.`;
			return this.#staging.leaveOut('node', place, reason);
		}
		this.name(number);
		const values: [number, string][] = [];
		if (words[1]) values.push([this.#staging.nodeColumn('label', 'name'), words[1].text]);
		for (const { text, kind } of all) {
			if (kind === 'time') values.push([this.#staging.nodeColumn('time'), text]);
		}
		const rest = words.slice(2);
		const numbers: string[] = [];
		while (numbers.length < 3 && rest[0] && isNumber(rest[0].text)) numbers.push(rest.shift()!.text);
		this.#drawing(rest, values, place);
		const [x, y, z] = numbers;
		if (z !== undefined) values.push([this.#staging.nodeColumn('z'), z]);
		const vertex: Vertex = { place, values, ...(x !== undefined && y !== undefined ? { at: [x, y] } : {}) };
		if (this.#listed.has(Number(number))) this.#again.push([Number(number), vertex]);
		else this.#listed.set(Number(number), vertex);
	}

	/**
	 * Puts all vertices into the staging, with what properties say of them. Call it once.
	 * @throws UnreadableError when the file speaks of too few of them
	 */
	finish(properties: readonly PajekProperty[], ours: boolean): void {
		this.#refuseSilent(properties);
		const staging = this.#staging;
		const places = this.#positions(ours);
		const columns = properties.map(({ name, values }) => ({ index: staging.nodeColumn(name), values }));
		const stage = (number: number, vertex: Vertex | undefined) => {
			const values = vertex ? [...vertex.values] : [];
			if (vertex?.at && places !== null) {
				values.push([staging.nodeColumn('x', 'x'), movedPoint(vertex.at[0], places)]);
				values.push([staging.nodeColumn('y', 'y'), movedPoint(vertex.at[1], places)]);
			}
			if (this.#firstMode > 0)
				values.push([staging.nodeColumn('mode'), number <= this.#firstMode ? '1' : '2']);
			for (const { index, values: given } of columns) {
				const value = given.get(number);
				if (value !== undefined) values.push([index, value]);
			}
			staging.node(String(number), values, vertex?.place ?? this.#place);
		};
		for (let number = 1; number <= this.size; number++) stage(number, this.#listed.get(number));
		for (const [number, vertex] of this.#again) stage(number, vertex);
		if (this.#drawn !== undefined) {
			staging.notice(this.#drawn, 'Shapes, colours and sizes were not taken; positions were.', 'node');
		}
	}

	#refuseSilent(properties: readonly PajekProperty[]): void {
		const spoken = this.#spoken;
		if (!spoken) return;
		for (const { values } of properties)
			for (const number of values.keys()) if (number >= 1 && number <= this.size) spoken.add(number);
		const silent = this.size - spoken.size;
		if (silent <= MOST_SILENT || silent <= spoken.size) return;
		throw new UnreadableError(
			`The file says that it has ${this.size} vertices, and lists or connects only ${spoken.size} of them.`,
			'Correct the number after *Vertices, or get a whole copy of the file.',
			this.#place
		);
	}

	/** A shape, words for how it is drawn, and pairs of names and values, as networkx adds them. */
	#drawing(words: PajekWord[], values: [number, string][], place: string): void {
		const shape = words[0]?.text.toLowerCase();
		if (shape !== undefined && (SHAPES.has(shape) || words.length % 2 === 1)) {
			words.shift();
			this.#drawn ??= place;
		}
		for (let at = 0; at + 1 < words.length; at += 2) {
			const key = words[at]!.text;
			if (DRAWING.has(key.toLowerCase())) this.#drawn ??= place;
			else values.push([this.#staging.nodeColumn(key), words[at + 1]!.text]);
		}
	}

	/** By how many places the points of the coordinates move; null when they say nothing. */
	#positions(ours: boolean): number | null {
		let [count, same, unit] = [0, true, true];
		let first: readonly [string, string] | undefined;
		for (const { at } of this.#listed.values()) {
			if (!at) continue;
			first ??= at;
			count++;
			if (Number(at[0]) !== Number(first[0]) || Number(at[1]) !== Number(first[1])) same = false;
			for (const number of at) if (!(Number(number) >= 0 && Number(number) <= 1)) unit = false;
		}
		if (count > 1 && same && !ours) {
			this.#staging.notice(this.#place, 'All positions are the same one; they were not taken.', 'node');
			return null;
		}
		if (count > 0 && unit && !ours) {
			const reason = 'Positions lie between 0 and 1, as in Pajek; they were made a thousand times larger.';
			this.#staging.notice(this.#place, reason, 'node');
		}
		return unit ? PAJEK_SCALE_PLACES : 0;
	}
}
