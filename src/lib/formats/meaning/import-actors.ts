/** The actors of a file: from its nodes, from its list of actors, and from the names in its rows. */
import { Cells, asAttribute, dateOf, unreadDate, type Cell } from '#lib/formats/meaning/cells.ts';
import { isKindItself } from '#lib/formats/meaning/guess-kinds.ts';
import { withNew } from '#lib/formats/meaning/import-lists.ts';
import type { Ids } from '#lib/formats/meaning/import-ids.ts';
import type { Books } from '#lib/formats/meaning/import-receipt.ts';
import type { Mapping, NodeUse } from '#lib/formats/meaning/mapping.ts';
import { languageOf } from '#lib/formats/meaning/own-columns.ts';
import { SeveralActors } from '#lib/formats/meaning/several-actors.ts';
import type { StagedGraph, StagedNode } from '#lib/formats/staged.ts';
import { splitList } from '#lib/formats/meaning/text-lists.ts';
import type { Actor, ActorKind, Attribute, Id, Point } from '#lib/model/document.ts';
import { quoted } from '#lib/model/problem-log.ts';
import { MAX_COORDINATE, MAX_ENTRIES } from '#lib/model/schema.ts';

type Lists = 'names' | 'aliases' | 'sameAs' | 'attributes';
/** An actor whose lists may still grow. */
export type ActorDraft = { -readonly [K in keyof Omit<Actor, Lists>]: Actor[K] } & {
	-readonly [K in Lists]?: NonNullable<Actor[K]>[number][];
};

const YES = /^(true|yes|y|1|ja|oui|si|sí|wahr|vrai|verdadero|x)$/i;
const NO = /^(false|no|n|0|nein|non|falsch|faux|falso)$/i;

/** A text with white space as it looks: none at the ends, single within. */
export function tidied(text: string): string {
	return text.trim().replace(/\s+/gu, ' ');
}

/** What two names have in common that look nearly the same. */
function twinKey(name: string): string {
	return tidied(name.normalize('NFKC').replace(/\p{Cf}/gu, '')).toLowerCase();
}

export class Actors {
	readonly list: ActorDraft[] = [];
	readonly positions = new Map<Id, Point>();
	/** The parent that a node names, by what its file calls it. */
	readonly parents: { readonly child: ActorDraft; readonly parent: Cell; readonly place: string }[] = [];
	/** What cells named that look like more than one. */
	readonly several = new SeveralActors();
	readonly #byFileId = new Map<string, ActorDraft>();
	readonly #byName = new Map<string, ActorDraft>();
	/** By a cell of a row as it stands there: a table names the same actor again and again. */
	readonly #byCell = new Map<string, ActorDraft>();
	readonly #places = new Map<ActorDraft, string>();
	readonly #namesakes = new Set<string>();
	readonly #respaced = new Set<string>();
	readonly #cells: Cells<NodeUse>;
	readonly #mapping: Mapping;
	readonly #kinds: ReadonlyMap<string, ActorKind>;
	readonly #hasList: boolean;
	readonly #ids: Ids;
	readonly #books: Books;

	constructor(graph: StagedGraph, mapping: Mapping, ids: Ids, books: Books) {
		this.#mapping = mapping;
		this.#ids = ids;
		this.#books = books;
		this.#kinds = new Map(mapping.kinds);
		this.#hasList = graph.nodes.length > 0;
		this.#cells = new Cells(graph.nodeColumns, mapping.nodes, 'attribute', mapping.spaces === 'trim');
		for (const node of graph.nodes) this.#node(node);
	}

	get leftColumns(): string[] {
		return this.#cells.leftColumns;
	}

	/** The actor of a node by its id in the file. */
	ofNode(id: string): ActorDraft | undefined {
		return this.#byFileId.get(id);
	}

	/** The actor that a cell names, by id or by name; made if need be. Undefined where the mapping says to make none. */
	ofCell(text: string, place: string): ActorDraft | undefined {
		const seen = this.#byCell.get(text);
		const actor = seen ?? this.#ofNewCell(text, place);
		if (!actor) return undefined;
		if (!seen) this.#byCell.set(text, actor);
		this.several.named(actor);
		return actor;
	}

	#ofNewCell(text: string, place: string): ActorDraft | undefined {
		const name = this.#spaced(text, place);
		const known = this.#byFileId.get(text) ?? this.#byFileId.get(name) ?? this.#byName.get(name);
		if (known) {
			if (this.#namesakes.delete(name))
				this.#books.noticed('node', place, `Several actors are called ${quoted(name)}; the first was taken.`);
			return known;
		}
		if (this.#hasList && this.#mapping.missingEnds === 'leave-out') return undefined;
		const actor = this.made(name, place);
		this.several.made(actor, text, place);
		return actor;
	}

	/** A new actor of whom only the name is known. */
	made(name: string, place: string): ActorDraft {
		this.#books.made.actors++;
		const actor: ActorDraft = { id: this.#ids.fresh('a'), name, kind: 'unknown' };
		this.#add(actor, place);
		return actor;
	}

	/** Tells of names that look nearly the same; they stay apart. */
	noticeTwins(): void {
		const seen = new Map<string, ActorDraft>();
		for (const actor of this.list) {
			const key = twinKey(actor.name);
			const twin = seen.get(key);
			if (!twin) seen.set(key, actor);
			else if (twin.name !== actor.name) {
				const reason = `${quoted(actor.name)} and ${quoted(twin.name)} look nearly the same; they are two actors. Merge them if they are one.`;
				this.#books.noticed('node', this.#places.get(actor) ?? '', reason);
			}
		}
	}

	/** Adds to what is kept beside an actor. */
	keep(actor: ActorDraft, cells: readonly Attribute[]): void {
		if (cells.length === 0) return;
		const before = actor.attributes?.length ?? 0;
		actor.attributes = withNew(actor.attributes, cells);
		this.#books.attributes += actor.attributes.length - before;
		if (before === MAX_ENTRIES || actor.attributes.length < MAX_ENTRIES) return;
		const reason = `There is more about ${quoted(actor.name)} than one record can hold; the rest was left out.`;
		this.#books.noticed('node', this.#places.get(actor) ?? '', reason);
	}

	#add(actor: ActorDraft, place: string): void {
		this.list.push(actor);
		this.#places.set(actor, place);
		if (this.#byName.has(actor.name)) this.#namesakes.add(actor.name);
		else this.#byName.set(actor.name, actor);
	}

	#spaced(text: string, place: string): string {
		if (this.#mapping.spaces === 'keep') return text;
		const name = tidied(text);
		if (name !== text && !this.#respaced.has(text)) {
			this.#respaced.add(text);
			const reason = `${quoted(text)} was taken as ${quoted(name)}: only white space differs.`;
			this.#books.noticed('node', place, reason);
		}
		return name;
	}

	#node({ id: fileId, values, place }: StagedNode): void {
		const idCell = this.#cells.one(values, 'id');
		const nameCell = this.#cells.one(values, 'name');
		const id = fileId ?? (idCell && this.#spaced(idCell.value, place));
		const name = nameCell ? this.#spaced(nameCell.value, place) : id;
		if (name === undefined) {
			return this.#books.leftOut('node', place, 'The row has neither a name nor an id.');
		}
		const known = id === undefined ? this.#byName.get(name) : fileId === null && this.#byFileId.get(id);
		const row = this.#row(values, place);
		// The id that a column says beside the one of the format.
		if (fileId !== null && idCell && idCell.value !== fileId) row.kept.push(asAttribute(idCell));
		if (known) return this.#merge(known, name, nameCell, row, place);
		const actor: ActorDraft = {
			id: id === undefined ? this.#ids.fresh('a') : this.#ids.own(id, 'a'),
			name,
			...row.fields,
			kind: row.fields.kind ?? 'unknown'
		};
		if (id !== undefined) this.#byFileId.set(id, actor);
		this.#add(actor, place);
		this.#finish(actor, row, place);
	}

	#finish(actor: ActorDraft, row: Row, place: string): void {
		this.keep(actor, row.kept);
		if (row.point && !this.positions.has(actor.id)) this.positions.set(actor.id, row.point);
		if (row.parent) this.parents.push({ child: actor, parent: row.parent, place });
	}

	#merge(actor: ActorDraft, name: string, nameCell: Cell | undefined, row: Row, place: string): void {
		const first = this.#places.get(actor) ?? '';
		const reason = `The row is about ${quoted(actor.name)}, as ${first} is; the two were made one.`;
		this.#books.merged('node', place, reason);
		if (nameCell && name !== actor.name) actor.aliases = withNew(actor.aliases, [name]);
		const { fields } = row;
		const other: Attribute[] = [];
		for (const key of ['side', 'description', 'when'] as const) {
			const value = fields[key];
			if (value === undefined || value === actor[key]) continue;
			if (actor[key] === undefined) actor[key] = value;
			else other.push([key, value]);
		}
		if (fields.kind && fields.kind !== actor.kind) {
			if (actor.kind === 'unknown') actor.kind = fields.kind;
			else other.push(['kind', fields.kind]);
		}
		if (fields.collective !== undefined && actor.collective === undefined)
			actor.collective = fields.collective;
		for (const key of ['aliases', 'sameAs'] as const) {
			const more = fields[key];
			if (more) actor[key] = withNew(actor[key], more);
		}
		if (fields.names) actor.names = withNew(actor.names, fields.names);
		this.#finish(actor, { ...row, kept: [...row.kept, ...other] }, place);
	}

	#row(values: StagedNode['values'], place: string): Row {
		const cells = this.#cells;
		const kept = cells.attributes(values);
		const fields: Partial<ActorDraft> = {};
		this.#kind(cells.one(values, 'kind'), fields, kept);
		const side = cells.text(values, 'side');
		if (side !== undefined) fields.side = side;
		const description = cells.text(values, 'description');
		if (description !== undefined) fields.description = description;
		this.#collective(cells.one(values, 'collective'), fields, kept);
		this.#lists(values, fields, kept);
		const [when, start, end] = (['when', 'start', 'end'] as const).map((use) => cells.one(values, use));
		const date = dateOf(when, start, end, this.#mapping.dateOrder);
		if (date.when !== undefined) fields.when = date.when;
		kept.push(...date.kept.map(asAttribute));
		for (const cell of date.unread)
			this.#books.noticed('node', place, unreadDate(cell, this.#mapping.dateOrder));
		return { fields, kept, point: this.#point(values, kept, place), parent: cells.one(values, 'parent') };
	}

	#kind(cell: Cell | undefined, fields: Partial<ActorDraft>, kept: Attribute[]): void {
		if (!cell) return;
		const kind = this.#kinds.get(cell.value);
		if (kind) fields.kind = kind;
		if (!kind || !isKindItself(cell.value, kind)) kept.push(asAttribute(cell));
	}

	#collective(cell: Cell | undefined, fields: Partial<ActorDraft>, kept: Attribute[]): void {
		if (!cell) return;
		const word = cell.value.slice(0, 20).trim();
		if (YES.test(word)) fields.collective = true;
		else if (NO.test(word)) fields.collective = false;
		else kept.push(asAttribute(cell));
	}

	#lists(values: StagedNode['values'], fields: Partial<ActorDraft>, kept: Attribute[]): void {
		const { separator } = this.#mapping;
		for (const use of ['aliases', 'sameAs'] as const) {
			const texts: string[] = [];
			for (const cell of this.#cells.all(values, use)) {
				const parts = splitList(cell.value, separator);
				const tidy =
					this.#mapping.spaces === 'trim' ? parts.map(tidied).filter((part) => part !== '') : parts;
				if (texts.length + tidy.length > MAX_ENTRIES) kept.push(asAttribute(cell));
				else texts.push(...tidy.map((text) => (use === 'sameAs' ? outsideId(text, cell.column) : text)));
			}
			if (texts.length > 0) fields[use] = texts;
		}
		const names = this.#cells.all(values, 'names').map(({ column, value }) => ({
			text: value,
			lang: languageOf(column) ?? 'und'
		}));
		if (names.length > 0) fields.names = names;
	}

	#point(values: StagedNode['values'], kept: Attribute[], place: string): Point | undefined {
		const cells = (['x', 'y'] as const).map((use) => this.#cells.one(values, use));
		const [x, y] = cells;
		if (!this.#mapping.positions || (!x && !y)) return undefined;
		const point = [x, y].map((cell) => (cell && cell.value.trim() !== '' ? Number(cell.value) : NaN));
		if (point.every((part) => Math.abs(part) <= MAX_COORDINATE)) return [point[0]!, point[1]!];
		kept.push(...cells.filter((cell) => cell !== undefined).map(asAttribute));
		this.#books.noticed(
			'node',
			place,
			'The position is not two numbers that can be drawn; it was not taken.'
		);
		return undefined;
	}
}

interface Row {
	readonly fields: Partial<ActorDraft>;
	readonly kept: Attribute[];
	readonly point: Point | undefined;
	readonly parent: Cell | undefined;
}

/** A bare item of Wikidata gets the name of the place that it is an id of. */
function outsideId(text: string, column: string): string {
	return column !== 'sameAs' && /^Q\d+$/.test(text) ? `wikidata:${text}` : text;
}
