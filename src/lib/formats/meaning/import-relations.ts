/** The relations of a file: from its edges or the rows of its table. */
import { Cells, asAttribute, dateOf, unreadDate, type Cell } from '#lib/formats/meaning/cells.ts';
import type { ActorDraft, Actors } from '#lib/formats/meaning/import-actors.ts';
import { Claims } from '#lib/formats/meaning/import-claims.ts';
import { withNew } from '#lib/formats/meaning/import-lists.ts';
import type { Ids } from '#lib/formats/meaning/import-ids.ts';
import type { Books } from '#lib/formats/meaning/import-receipt.ts';
import { Types, type TypeOfRow } from '#lib/formats/meaning/import-types.ts';
import type { EdgeUse, Mapping } from '#lib/formats/meaning/mapping.ts';
import type { StagedEdge, StagedGraph } from '#lib/formats/staged.ts';
import type { Attribute, Event, Id, Relation } from '#lib/model/document.ts';
import { quoted } from '#lib/model/problem-log.ts';

type RelationDraft = { -readonly [K in keyof Relation]: Relation[K] } & { attributes?: Attribute[] };

/** A relation that many rows say is told once more when there is so much beside it. */
const MOST_BESIDE = 5000;

/** Longer ids of a file are kept beside the relation. */
const LONGEST_ID = 10_000;

/** What a row says of a relation, before it is known whether the relation is there already. */
interface Reading {
	readonly from: ActorDraft;
	readonly to: ActorDraft;
	readonly type: TypeOfRow;
	/** In the file's own words. */
	readonly word: string | undefined;
	readonly when: string | undefined;
	readonly event: Id | undefined;
	readonly note: Cell | undefined;
	readonly fileId: Cell | undefined;
	readonly kept: readonly Attribute[];
}

/** A relation that other rows may say again. */
interface Known {
	readonly relation: RelationDraft;
	/** Of the first row that says it. */
	readonly place: string;
	/** The id that it has from there. */
	readonly fileId: string | undefined;
}

export class Relations {
	readonly list: RelationDraft[] = [];
	readonly events: Event[] = [];
	readonly claims: Claims;
	readonly types: Types;
	readonly #eventOf = new Map<string, Event>();
	readonly #known = new Map<string, Known>();
	/** Numbers of actors and types, which make a short key. */
	readonly #numbers = new Map<object, number>();
	readonly #cells: Cells<EdgeUse>;
	readonly #actors: Actors;
	readonly #mapping: Mapping;
	readonly #ids: Ids;
	readonly #books: Books;
	#undirected = 0;
	/** Rows without a word, by the name of the type that they got. */
	readonly #wordless = new Map<string, number>();
	/** Claims whose statement is made of their row. */
	#composed = 0;
	#contrary = 0;

	constructor(graph: StagedGraph, mapping: Mapping, actors: Actors, ids: Ids, books: Books) {
		this.#actors = actors;
		this.#mapping = mapping;
		this.#ids = ids;
		this.#books = books;
		this.#cells = new Cells(graph.edgeColumns, mapping.edges, 'attribute', mapping.spaces === 'trim');
		this.types = new Types(mapping, this.#cells, books);
		this.claims = new Claims(mapping, this.#cells, ids, books);
		for (const use of ['id', 'claim.id'] as const)
			for (const edge of graph.edges) {
				const id = this.#cells.text(edge.values, use);
				if (id !== undefined) ids.reserve(id);
			}
		for (const edge of graph.edges) this.#edge(edge);
		this.#sum();
	}

	get leftColumns(): string[] {
		return this.#cells.leftColumns;
	}

	/** A relation that no row says: from a node to the one that it lies in. */
	partOf(child: ActorDraft, parent: ActorDraft): void {
		this.list.push({ id: this.#ids.fresh('r'), type: 'part_of', from: child.id, to: parent.id });
		this.#books.made.relations++;
	}

	#edge(edge: StagedEdge): void {
		const kept = this.#cells.attributes(edge.values);
		const from = this.#end(edge, 'from', kept);
		const to = from && this.#end(edge, 'to', kept);
		if (!from || !to) return;
		const reading = this.#read(edge, from, to, kept);
		const { type } = reading.type;
		const relation = this.#take(edge, reading);
		const about = [relation.id];
		const oneWay = type.name !== type.reverse && from !== to;
		if (!edge.directed && oneWay) {
			if (this.#mapping.undirected === 'one') this.#undirected++;
			else about.push(this.#wayBack(reading).id);
		}
		const beside = this.claims.ofRow(edge, about, () => this.#sentence(reading));
		this.#keep(relation, [...reading.kept, ...beside]);
	}

	/** What a row says that has no statement: its own names and its own word, so that nothing is put into a mouth. */
	#sentence({ from, to, type, word }: Reading): string {
		this.#composed++;
		const [first, second] = type.turned ? [to, from] : [from, to];
		return `${short(first.name)} ${word === undefined ? '–' : short(word)} ${short(second.name)}.`;
	}

	/** The actor at an end of a row; undefined, and told, when there is none. */
	#end(edge: StagedEdge, end: 'from' | 'to', kept: Attribute[]): ActorDraft | undefined {
		const id = end === 'from' ? edge.source : edge.target;
		const cell = this.#cells.one(edge.values, end);
		const known = id === null ? undefined : this.#actors.ofNode(id);
		if (known) {
			if (cell && cell.value !== id) kept.push(asAttribute(cell));
			return known;
		}
		const text = id ?? cell?.value;
		if (text === undefined) {
			const reason = `The row does not say ${end === 'from' ? 'who does it' : 'to whom'}: the cell is empty.`;
			this.#books.leftOut('edge', edge.place, reason);
			return undefined;
		}
		if (id !== null && cell && cell.value !== id) kept.push(asAttribute(cell));
		// Nothing is made for a row that is left out for its other end.
		if (end === 'from' && edge.target === null && !this.#cells.one(edge.values, 'to')) {
			this.#books.leftOut('edge', edge.place, 'The row does not say to whom: the cell is empty.');
			return undefined;
		}
		const actor = this.#actors.ofCell(text, edge.place);
		if (!actor) this.#books.leftOut('edge', edge.place, `The list of actors has no ${quoted(text)}.`);
		return actor;
	}

	#read(edge: StagedEdge, from: ActorDraft, to: ActorDraft, kept: Attribute[]): Reading {
		const { values, place } = edge;
		const cells = this.#cells;
		const sign = cells.one(values, 'sign');
		const number = sign && sign.value.trim() !== '' ? Number(sign.value) : NaN;
		const type = this.types.ofRow(values, number < 0);
		const word = cells.text(values, 'type')?.trim();
		if (word === undefined && cells.has('type'))
			this.#wordless.set(type.type.name, (this.#wordless.get(type.type.name) ?? 0) + 1);
		if (sign) kept.push(asAttribute(sign));
		if ((number < 0 && type.type.sign === '+') || (number > 0 && type.type.sign === '-')) this.#contrary++;
		const [when, start, end] = (['when', 'start', 'end'] as const).map((use) => cells.one(values, use));
		const date = dateOf(when, start, end, this.#mapping.dateOrder);
		for (const cell of date.unread)
			this.#books.noticed('edge', place, unreadDate(cell, this.#mapping.dateOrder));
		return {
			from: type.turned ? to : from,
			to: type.turned ? from : to,
			type,
			word,
			when: date.when,
			event: this.#event(cells.text(values, 'event')),
			note: cells.one(values, 'note'),
			fileId: cells.one(values, 'id'),
			kept: [...kept, ...type.kept, ...date.kept.map(asAttribute)]
		};
	}

	#event(title: string | undefined): Id | undefined {
		if (title === undefined) return undefined;
		let event = this.#eventOf.get(title);
		if (!event) {
			event = { id: this.#ids.fresh('e'), title };
			this.#eventOf.set(title, event);
			this.events.push(event);
			this.#books.made.events++;
		}
		return event.id;
	}

	/** The relation that the row says: one that is there already, or a new one. */
	#take(edge: StagedEdge, reading: Reading): RelationDraft {
		const key = this.#key(reading);
		const known = key === null ? undefined : this.#known.get(key);
		if (known && (known.relation.attributes?.length ?? 0) < MOST_BESIDE) {
			const reason = `The row says the same as ${known.place}; the two are one relation, with what each of them claims.`;
			this.#books.merged('edge', edge.place, reason);
			this.#join(known, reading);
			return known.relation;
		}
		const relation = this.#new(reading);
		if (key !== null) this.#known.set(key, { relation, place: edge.place, fileId: usableId(reading) });
		return relation;
	}

	#new(reading: Reading): RelationDraft {
		const fileId = usableId(reading);
		const id = fileId === undefined ? this.#ids.fresh('r') : this.#ids.own(fileId, 'r');
		const relation = relationOf(id, reading);
		this.list.push(relation);
		if (fileId === undefined && reading.fileId) this.#keep(relation, [asAttribute(reading.fileId)]);
		return relation;
	}

	#wayBack(reading: Reading): RelationDraft {
		const back: Reading = { ...reading, from: reading.to, to: reading.from, fileId: undefined, kept: [] };
		const key = this.#mapping.sameRelation === 'alike' ? this.#key(back) : null;
		const known = key === null ? undefined : this.#known.get(key);
		if (known) return known.relation;
		const relation = relationOf(this.#ids.fresh('r'), back);
		this.list.push(relation);
		this.#books.made.relations++;
		if (key !== null) this.#known.set(key, { relation, place: 'another', fileId: undefined });
		return relation;
	}

	/** Rows with the same key are the same relation; null where no other row can be. */
	#key({ from, to, type, when, event, fileId }: Reading): string | null {
		const { sameRelation } = this.#mapping;
		const isById = sameRelation === 'id';
		if (sameRelation === 'never' || (isById && !fileId)) return null;
		const numbers = `${this.#number(from)},${this.#number(to)},${this.#number(type.type)}`;
		// Neither our ids of events nor dates have a line break in them.
		return `${numbers}\n${when ?? ''}\n${event ?? ''}${isById ? `\n${fileId!.value}` : ''}`;
	}

	#number(one: object): number {
		let number = this.#numbers.get(one);
		if (number === undefined) this.#numbers.set(one, (number = this.#numbers.size));
		return number;
	}

	#join({ relation, fileId: first }: Known, { note, fileId }: Reading): void {
		const beside: Attribute[] = [];
		if (note && relation.note === undefined) relation.note = note.value;
		else if (note && relation.note !== note.value) beside.push(asAttribute(note));
		if (fileId && first !== fileId.value) beside.push(asAttribute(fileId));
		this.#keep(relation, beside);
	}

	#keep(relation: RelationDraft, added: readonly Attribute[]): void {
		if (added.length === 0) return;
		const before = relation.attributes?.length ?? 0;
		relation.attributes = withNew(relation.attributes, added);
		this.#books.attributes += relation.attributes.length - before;
	}

	#sum(): void {
		const edges = (count: number) => (count === 1 ? '1 edge has' : `${count} edges have`);
		for (const [name, count] of this.#wordless) {
			const rows = count === 1 ? '1 row does' : `${count} rows do`;
			const reason = `${rows} not say how the two are related; they became ${quoted(name)}.`;
			this.#books.noticed('edge', 'the whole file', reason);
		}
		if (this.#composed > 0) {
			const rows = this.#composed === 1 ? '1 row says' : `${this.#composed} rows say`;
			const reason = `${rows} who says so, but not in which words; the statements of such claims are made of the names and the word of the row.`;
			this.#books.noticed('edge', 'the whole file', reason);
		}
		if (this.#undirected > 0) {
			const reason = `${edges(this.#undirected)} no direction, and the type of relation has one; the first actor was taken as the one that does it.`;
			this.#books.noticed('edge', 'the whole file', reason);
		}
		if (this.#contrary > 0) {
			const reason = `${edges(this.#contrary)} a sign that says the opposite of the type of relation; the type was taken, and the sign is kept as an attribute.`;
			this.#books.noticed('edge', 'the whole file', reason);
		}
	}
}

/** The id of the file, unless it is too long for one. */
function usableId({ fileId }: Reading): string | undefined {
	return fileId && fileId.value.length <= LONGEST_ID ? fileId.value : undefined;
}

function relationOf(id: Id, { from, to, type, when, event, note }: Reading): RelationDraft {
	const relation: RelationDraft = { id, type: type.type.id, from: from.id, to: to.id };
	if (when !== undefined) relation.when = when;
	if (event !== undefined) relation.event = event;
	if (note !== undefined) relation.note = note.value;
	return relation;
}

function short(text: string): string {
	return text.length > 80 ? `${text.slice(0, 80).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
