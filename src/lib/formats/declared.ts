/** Attributes that a file declares before it uses them, with types and defaults: the keys of GraphML, the attributes of GEXF. */
import { counted } from '#lib/formats/notices.ts';
import type { Notices } from '#lib/formats/notices.ts';
import type { EdgeRole, NodeRole } from '#lib/formats/staged.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { quoted } from '#lib/model/problem-log.ts';

export interface Declaration {
	readonly id: string;
	readonly name: string;
	readonly type?: string | undefined;
	/** What an element has that says nothing. */
	readonly fallback?: string | undefined;
	/** The values that it may have; all of them when absent. */
	readonly options?: ReadonlySet<string> | undefined;
	readonly role?: NodeRole | EdgeRole | undefined;
	/** Changes a value on its way in, such as the sign of `y`. */
	readonly change?: ((value: string) => string) | undefined;
}

/** No id of a file begins so: XML does not have the character. */
const ATTRIBUTE = '\u0000';

/** The id for what is not declared but stands on the elements themselves, as an attribute of XML. */
export function attributeId(name: string): string {
	return ATTRIBUTE + name;
}

/** The values of one element while it is read; a column at most once. */
export class Cells {
	readonly list: [column: number, value: string][] = [];
	#positions: Map<number, number> | null = null;

	/** Sets a value; says whether there was another one, which is gone. */
	set(column: number, value: string): boolean {
		const at = this.#position(column);
		if (at >= 0) {
			const differs = this.list[at]![1] !== value;
			this.list[at]![1] = value;
			return differs;
		}
		this.#positions?.set(column, this.list.length);
		this.list.push([column, value]);
		return false;
	}

	get(column: number): string | undefined {
		return this.list[this.#position(column)]?.[1];
	}

	/** Few have more than a handful of values; looking through them all would take long for those. */
	#position(column: number): number {
		if (!this.#positions && this.list.length < 16) return this.list.findIndex(([known]) => known === column);
		this.#positions ??= new Map(this.list.map(([known], at) => [known, at]));
		return this.#positions.get(column) ?? -1;
	}
}

/** The columns of the nodes or of the edges of one file. */
export class DeclaredColumns {
	readonly #staging: Staging;
	readonly #notices: Notices;
	readonly #element: 'node' | 'edge';
	readonly #declarations = new Map<string, Declaration>();
	readonly #withFallback: Declaration[] = [];
	/** Column numbers, by declaration; made when first used, for many files declare what they never use. */
	readonly #columns = new Map<Declaration, number>();
	/** Who has a name, so that two attributes of one name do not become one column. */
	readonly #names = new Map<string, unknown>();

	constructor(staging: Staging, notices: Notices, element: 'node' | 'edge') {
		this.#staging = staging;
		this.#notices = notices;
		this.#element = element;
	}

	/** Takes a declaration; the first of an id counts. */
	declare(declaration: Declaration, place: string): void {
		const { id, name, fallback } = declaration;
		if (this.#declarations.has(id)) {
			const again = `The attribute ${quoted(id)} is declared more than once for ${this.#element}s; the first counts.`;
			return this.#notices.add(`again ${id}`, place, () => again);
		}
		this.#declarations.set(id, declaration);
		if (declaration.role === undefined && !this.#names.has(name)) this.#names.set(name, declaration);
		if (fallback !== undefined) this.#withFallback.push(declaration);
	}

	declaration(id: string): Declaration | undefined {
		return this.#declarations.get(id);
	}

	/** Puts the value of a declared attribute into the cells. */
	add(declaration: Declaration, cells: Cells, value: string, place: string): void {
		this.#check(declaration, value, place);
		const column = this.column(declaration);
		if (!cells.set(column, declaration.change?.(value) ?? value)) return;
		const { name } = declaration;
		this.#notices.add(`twice ${name}`, place, (count) => {
			return `${counted(count, this.#element)} gave ${quoted(name)} more than once; the last value was taken.`;
		});
	}

	/** Puts a value that the format has a place of its own for; `name` is that of the column unless somebody has it. */
	addNative(native: Declaration, cells: Cells, value: string): void {
		cells.set(this.column(native), value);
	}

	/** Fills in the defaults of what an element does not say. */
	fill(cells: Cells, place: string): void {
		for (const declaration of this.#withFallback) {
			const { name, fallback, change } = declaration;
			const column = this.column(declaration);
			if (cells.get(column) !== undefined) continue;
			cells.set(column, change?.(fallback!) ?? fallback!);
			this.#notices.add(`default ${name}`, place, (count) => {
				return `${counted(count, this.#element)} said nothing of ${quoted(name)} and got the default of the file, ${quoted(fallback!)}.`;
			});
		}
	}

	/** The number of its column in the staging. */
	column(declaration: Declaration): number {
		const known = this.#columns.get(declaration);
		if (known !== undefined) return known;
		const { type, role } = declaration;
		const name = role === undefined ? this.#freeName(declaration) : declaration.name;
		const column =
			this.#element === 'node'
				? this.#staging.nodeColumn(name, role as NodeRole | undefined, type)
				: this.#staging.edgeColumn(name, role as EdgeRole | undefined, type);
		this.#columns.set(declaration, column);
		return column;
	}

	#freeName(declaration: Declaration): string {
		const { name } = declaration;
		const id = declaration.id.startsWith(ATTRIBUTE) ? 'attribute' : declaration.id;
		let free = name;
		for (let turn = 1; this.#names.has(free) && this.#names.get(free) !== declaration; turn++) {
			free = turn === 1 ? `${name} (${id})` : `${name} (${id}, ${turn})`;
		}
		this.#names.set(free, declaration);
		return free;
	}

	#check({ name, type, options }: Declaration, value: string, place: string): void {
		if (type !== undefined && !isOfType(type, value)) {
			this.#notices.add(`type ${name}`, place, (count) => {
				return `Taken as text: ${counted(count, 'value')} of ${quoted(name)} that should be ${quoted(type)}, the first ${quoted(value)}.`;
			});
		}
		if (options && !options.has(value)) {
			this.#notices.add(`option ${name}`, place, (count) => {
				return `Taken as it stands: ${counted(count, 'value')} of ${quoted(name)} that the file does not allow, the first ${quoted(value)}.`;
			});
		}
	}
}

const WHOLE = /^\s*[+-]?\d+\s*$/;
const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const NO_NUMBER = /^\s*(?:NaN|[+-]?(?:INF|Inf|inf|Infinity))\s*$/;
const KINDS = new Map<string, (value: string) => boolean>([
	...['int', 'integer', 'long', 'short', 'byte', 'biginteger'].map(
		(type) => [type, (value: string) => WHOLE.test(value)] as const
	),
	...['float', 'double', 'bigdecimal'].map((type) => [type, isNumberText] as const),
	['boolean', (value) => /^\s*(?:true|false|1|0)\s*$/i.test(value)]
]);

/** Whether a value is what a type of GraphML or GEXF says; types that we do not check take everything. */
export function isOfType(type: string, value: string): boolean {
	return KINDS.get(type)?.(value) ?? true;
}

function isNumberText(value: string): boolean {
	return NUMBER.test(value) || NO_NUMBER.test(value);
}

/** Whether it is a decimal number that has a value (no NaN, no infinity) and no blanks around it. */
export function isPlainNumber(value: string): boolean {
	return NUMBER.test(value) && value.trim() === value && Number.isFinite(Number(value));
}

/** A number with the other sign, as text: turns an axis round. What is no number, and zero, stays as it is. */
export function turned(value: string): string {
	if (!isPlainNumber(value) || Number(value) === 0 || value.startsWith('+')) return value;
	return value.startsWith('-') ? value.slice(1) : `-${value}`;
}
