/** The relation types of an import: ours, and those that the file brings along. */
import { plainWords } from '#lib/formats/meaning/column-words.ts';
import { asAttribute, type Cell, type Cells } from '#lib/formats/meaning/cells.ts';
import type { Books } from '#lib/formats/meaning/import-receipt.ts';
import {
	typeNamed,
	type EdgeUse,
	type Mapping,
	type OwnType,
	type TypeChoice
} from '#lib/formats/meaning/mapping.ts';
import { TYPE_COLUMNS } from '#lib/formats/meaning/own-columns.ts';
import type { StagedEdge } from '#lib/formats/staged.ts';
import { FAMILIES, type Attribute, type RelationType } from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';

/** More types than this nobody can tell apart in a legend: what comes after them has no type. */
const MOST_TYPES = 1000;

const OURS: ReadonlyMap<string, RelationType> = new Map(RELATION_TYPES.map((type) => [type.id, type]));

export interface TypeOfRow {
	readonly type: RelationType;
	readonly turned: boolean;
	/** What the row says of its type and the type does not. */
	readonly kept: readonly Attribute[];
}

export class Types {
	/** Of the document's own, by id. */
	readonly #own = new Map<string, RelationType>();
	readonly #byContent = new Map<string, RelationType>();
	readonly #chosen = new Map<string, TypeChoice>();
	/** What rows say that have nothing but a word, by that word; '' for none, which no cell holds. */
	readonly #byWord = new Map<string, TypeOfRow>();
	readonly #isPlain: boolean;
	readonly #mapping: Mapping;
	readonly #cells: Cells<EdgeUse>;
	readonly #books: Books;

	constructor(mapping: Mapping, cells: Cells<EdgeUse>, books: Books) {
		this.#mapping = mapping;
		this.#cells = cells;
		this.#books = books;
		for (const [value, choice] of mapping.types) this.#chosen.set(value, choice);
		this.#isPlain = !TYPE_COLUMNS.some((use) => cells.has(use));
	}

	get own(): RelationType[] {
		return [...this.#own.values()];
	}

	/** The type of a row. `negative`: its sign is below zero. */
	ofRow(values: StagedEdge['values'], negative: boolean): TypeOfRow {
		const cell = this.#cells.one(values, 'type');
		if (this.#isPlain && (cell || !negative)) {
			const word = cell?.value ?? '';
			let known = this.#byWord.get(word);
			if (!known) this.#byWord.set(word, (known = this.#read(cell, values, negative)));
			return known;
		}
		return this.#read(cell, values, negative);
	}

	#read(cell: Cell | undefined, values: StagedEdge['values'], negative: boolean): TypeOfRow {
		const id = this.#cells.one(values, 'type.id');
		if (id) return this.#explained(id, cell, values);
		const loose = TYPE_COLUMNS.flatMap((use) => this.#cells.one(values, use) ?? []).map(asAttribute);
		if (!cell) {
			const choice = negative ? this.#mapping.untypedNegative : this.#mapping.untyped;
			return { ...this.#chosenType(choice), kept: loose };
		}
		const chosen = this.#chosenType(this.#chosen.get(cell.value) ?? { own: typeNamed(cell.value.trim()) });
		const { type, turned } = chosen;
		const said = [type.id, turned ? type.reverse : type.name].includes(cell.value.trim());
		return { ...chosen, kept: [...(said ? [] : [asAttribute(cell)]), ...loose] };
	}

	/** A type that the row itself explains: a file of ours. */
	#explained(id: Cell, cell: Cell | undefined, values: StagedEdge['values']): TypeOfRow {
		const cells = TYPE_COLUMNS.slice(1).flatMap((use) => this.#cells.one(values, use) ?? []);
		const words = TYPE_COLUMNS.slice(1).map((use) => this.#cells.text(values, use));
		const known = OURS.get(id.value) ?? this.#own.get(id.value);
		const type = known ?? this.#add(explainedType(id.value, cell?.value ?? id.value, words));
		const says = new Set([type.name, type.reverse, type.family, type.nature, type.sign] as string[]);
		const kept = [...(cell ? [cell] : []), ...cells].filter(({ value }) => !says.has(value)).map(asAttribute);
		return { type, turned: false, kept: type.id === id.value ? kept : [asAttribute(id), ...kept] };
	}

	#chosenType(choice: TypeChoice): { type: RelationType; turned: boolean } {
		const turned = choice.turned === true;
		if ('own' in choice) return { type: this.#ownType(choice.own), turned };
		const known = OURS.get(choice.id) ?? this.#own.get(choice.id);
		return { type: known ?? this.#add({ id: choice.id, ...typeNamed(choice.id) }), turned };
	}

	#ownType({ name, reverse, family, nature, sign }: OwnType): RelationType {
		const key = JSON.stringify([name, reverse, family, nature, sign]);
		const known = this.#byContent.get(key);
		if (known) return known;
		const slug = plainWords(name).replaceAll(' ', '_').slice(0, 60) || 'type';
		let id = slug;
		for (let number = 2; OURS.has(id) || this.#own.has(id); number++) id = `${slug}_${number}`;
		const type = this.#add({ id, name, reverse, family, nature, sign });
		this.#byContent.set(key, type);
		return type;
	}

	#add(type: RelationType): RelationType {
		if (this.#own.size >= MOST_TYPES) {
			const last = this.#own.get(OTHER.id);
			if (!last) this.#own.set(OTHER.id, OTHER);
			return last ?? OTHER;
		}
		this.#own.set(type.id, type);
		this.#books.made.types++;
		return type;
	}
}

/** For what comes after a thousand types; the words of the file are kept beside the relation. */
const OTHER: RelationType = {
	id: 'other_relation',
	name: 'has another relation to',
	reverse: 'has another relation to',
	family: 'structure',
	nature: 'state',
	sign: '0'
};

function explainedType(id: string, name: string, words: readonly (string | undefined)[]): RelationType {
	const [reverse, family, nature, sign] = words;
	const basis = typeNamed(name);
	return {
		id,
		name,
		reverse: reverse ?? basis.reverse,
		family: FAMILIES.find((one) => one === family) ?? basis.family,
		sign: sign === '+' || sign === '-' ? sign : '0',
		nature: nature === 'act' ? 'act' : 'state'
	};
}
