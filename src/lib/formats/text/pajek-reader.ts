/** Reads Pajek's networks (.net) and projects (.paj), line by line. */
import type { TextReader } from '#lib/formats/foreign.ts';
import { LimitError, type Limits } from '#lib/formats/limits.ts';
import { PajekTies, type PajekSection } from '#lib/formats/text/pajek-ties.ts';
import { PajekVertices, type PajekProperty } from '#lib/formats/text/pajek-vertices.ts';
import { pajekWords, type PajekWord } from '#lib/formats/text/pajek-words.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { TextLines } from '#lib/formats/text/text-lines.ts';
import { breaksOff, wrongAt } from '#lib/formats/text/text-place.ts';
import { quoted } from '#lib/model/problem-log.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** What the lines below a header are. */
type Body = (words: PajekWord[], place: string) => void;

/** Values of vertices that are being read: of a partition or vector one a line, of a cluster numbers of vertices. */
interface Property extends PajekProperty {
	readonly values: Map<number, string>;
	readonly place: string;
	readonly isCluster: boolean;
	/** Of a partition: how many values it has; of a cluster: how many vertices. */
	size: number;
	read: number;
}

const MARK = /^% dramatis label=(type|none) weight=(weight|sign|none)\s*$/;

export class PajekReader implements TextReader {
	readonly #staging: Staging;
	readonly #limits: Limits;
	readonly #lines = new TextLines((line) => this.#line(line));
	readonly #ties: PajekTies;
	#number = 0;
	/** The line whose quotes or brackets stay open; the next line shows that the file goes on. */
	#openLine = 0;
	#body: Body | null = null;
	/** Of the first network; the other ones are left out. */
	#first: PajekVertices | null = null;
	#current: PajekVertices | null = null;
	#networks = 0;
	#property: Property | null = null;
	readonly #properties: Property[] = [];
	#matrix: PajekVertices | null = null;

	constructor(staging: Staging, limits: Limits) {
		this.#staging = staging;
		this.#limits = limits;
		this.#ties = new PajekTies(staging);
	}

	write(piece: string): void {
		this.#lines.write(piece);
	}

	end(): void {
		this.#lines.end();
		const place = `line ${this.#number}`;
		if (this.#openLine === this.#number && this.#number > 0)
			throw breaksOff(place, 'a closing quote or bracket');
		this.#finishBody(true);
		if (!this.#first) {
			throw new UnreadableError(
				'The file has no line *Vertices, which names a network.',
				'Choose another file.',
				place
			);
		}
		const fitting: Property[] = [];
		for (const property of this.#properties) {
			if (property.isCluster || property.size === this.#first.size) fitting.push(property);
			else {
				const reason = `${quoted(property.name)} has ${property.size} values, and the network has ${this.#first.size} vertices.`;
				this.#staging.leaveOut('other', property.place, reason);
			}
		}
		for (const { values, name, place: where } of fitting) {
			const strangers = [...values.keys()].filter((number) => !this.#first!.has(String(number))).length;
			if (strangers > 0) {
				this.#staging.notice(where, `${strangers} numbers of ${quoted(name)} are those of no vertex.`);
			}
		}
		this.#first.finish(fitting, this.#ties.mark !== null);
	}

	#line(text: string): void {
		const place = `line ${++this.#number}`;
		const line = this.#number === 1 ? text.replace(/^\uFEFF/, '') : text;
		if (this.#openLine === this.#number - 1 && this.#openLine > 0) {
			this.#staging.notice(
				`line ${this.#openLine}`,
				'A closing quote or bracket is missing; the text was taken up to the end of the line.'
			);
		}
		const mark = this.#number === 1 ? MARK.exec(line) : null;
		if (mark) {
			const weight = mark[2] === 'weight' || mark[2] === 'sign' ? mark[2] : 'none';
			this.#ties.mark = { labelIsType: mark[1] === 'type', weight };
		}
		if (/^\s*(?:%|$)/.test(line)) return;
		const header = /^\s*\*\s*([A-Za-z]+)(.*)$/s.exec(line);
		if (header && this.#titled(header[1]!.toLowerCase(), header[2]!.trim(), place)) return;
		const words = pajekWords(header ? header[2]! : line);
		if (words.some(({ kind }) => kind === 'open')) this.#openLine = this.#number;
		if (header) this.#header(header[1]!.toLowerCase(), words, place);
		else if (this.#body) this.#body(words, place);
		else throw wrongAt(place, 'Pajek', 'a line that begins with *, such as *Vertices 10');
	}

	/** Headers whose whole rest is a title. */
	#titled(header: string, rest: string, place: string): boolean {
		if (!/^(?:network|partition|vector|permutation|cluster)$/.test(header)) return false;
		this.#finishBody(false);
		const title = this.#ties.mark ? rest : rest.replace(/^"([^"]*)"$/, '$1');
		if (header === 'network') {
			if (this.#networks === 0 && title !== '') this.#staging.title = title;
			this.#body = null;
			return true;
		}
		const name = title === '' ? header : title;
		const isCluster = header === 'cluster';
		this.#property = { name, values: new Map(), place, isCluster, size: -1, read: 0 };
		this.#body = (values, where) => this.#value(values, where);
		return true;
	}

	#header(name: string, words: PajekWord[], place: string): void {
		if (name.startsWith('vert')) return this.#vertices(words, place);
		this.#finishBody(false);
		this.#tiesBody(name, words, place);
	}

	/** The header of a list of lines, or one that we do not know. */
	#tiesBody(name: string, words: PajekWord[], place: string): void {
		const vertices = this.#current ?? new PajekVertices(0, 0, place, this.#staging);
		const section: PajekSection = this.#ties.section(!name.startsWith('edge'), words);
		if (name === 'arcs' || name === 'edges') {
			this.#body = (line, where) => this.#ties.line(vertices, section, line, where);
		} else if (name === 'arcslist' || name === 'edgeslist') {
			this.#body = (line, where) => this.#ties.list(vertices, section, line, where);
		} else if (name === 'matrix') {
			this.#ties.beginMatrix();
			this.#matrix = vertices;
			this.#body = (line, where) => this.#ties.cells(vertices, section, line, where);
		} else {
			this.#staging.leaveOut(
				'other',
				place,
				`The section ${quoted(`*${name}`)} is not known, and was not read.`
			);
			this.#body = () => undefined;
		}
	}

	#vertices(words: PajekWord[], place: string): void {
		const [size, first] = words.map(({ text }) => (/^\d{1,12}$/.test(text) ? Number(text) : -1));
		if (size === undefined || size < 0) throw wrongAt(place, 'Pajek', 'the number of vertices');
		if (this.#property && this.#property.size < 0) {
			this.#property.size = size;
			return;
		}
		this.#finishBody(false);
		if (size > this.#limits.elements) {
			throw new LimitError(
				'elements',
				`The file says that it has ${size} vertices; that is more than ${this.#limits.elements}.`,
				'Take a part of it, or raise the limit if there is memory for it.',
				place
			);
		}
		const modes = first !== undefined && first > 0 && first < size ? first : 0;
		const vertices = new PajekVertices(size, modes, place, this.#staging);
		this.#current = vertices;
		this.#networks++;
		if (this.#networks === 1) {
			this.#first = vertices;
			this.#body = (line, where) => vertices.line(line, where);
			return;
		}
		const reason = 'It belongs to a network after the first; save that one in a file of its own.';
		this.#ties.refusal = reason;
		for (let number = 1; number <= size; number++) this.#staging.leaveOut('node', place, reason);
		this.#body = () => undefined;
	}

	#value(words: readonly PajekWord[], place: string): void {
		const property = this.#property!;
		if (property.size < 0) throw wrongAt(place, 'Pajek', 'the line *Vertices with the number of values');
		for (const { text } of words) {
			property.read++;
			if (property.isCluster) property.values.set(Number(text), '1');
			else property.values.set(property.read, text);
		}
	}

	/** @throws UnreadableError when a matrix is not whole, or the file ends in the middle of a list of values */
	#finishBody(atEnd: boolean): void {
		const place = `line ${this.#number}`;
		const property = this.#property;
		if (property) {
			const missing = property.size - property.read;
			if (atEnd && (missing > 0 || property.size < 0))
				throw breaksOff(place, `more values of ${quoted(property.name)}`);
			if (missing !== 0) {
				const reason = `${quoted(property.name)} should have ${property.size} values, and has ${property.read}.`;
				this.#staging.notice(property.place, reason);
			}
			this.#properties.push(property);
			this.#property = null;
		}
		const missing = this.#matrix ? this.#ties.missingCells(this.#matrix) : 0;
		if (missing > 0) throw breaksOff(place, `${missing} more numbers of the matrix`);
		this.#matrix = null;
	}
}
