/** CX, version 1, as NDEx and Cytoscape write it: read only, for CX2 has taken its place. */
import { Aspects } from '#lib/formats/json/cx-aspects.ts';
import type { ForeignFormat, TextReader } from '#lib/formats/foreign.ts';
import { documentReader, noticeOthers } from '#lib/formats/json/json-document.ts';
import { glanceJson } from '#lib/formats/json/json-parse.ts';
import { JsonObject, idOf, listOf, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { counted } from '#lib/formats/notices.ts';
import type { Staging } from '#lib/formats/staging.ts';

export const CX: ForeignFormat = {
	id: 'cx',
	name: 'CX (version 1)',
	extensions: ['.cx'],
	recognises: isCx,
	reader: cxReader,
	missingEnds: 'leave-out'
};

/** Taken here, or about the file itself. */
const TAKEN = new Set([
	...['nodes', 'edges', 'nodeAttributes', 'edgeAttributes', 'cartesianLayout', 'networkAttributes'],
	...['numberVerification', 'metaData', 'status']
]);
const FIRST = new Set([
	...TAKEN,
	'@context',
	'ndexStatus',
	'provenanceHistory',
	'cySubNetworks',
	'citations'
]);

/** By the first fragments: objects with one aspect each, a list, whose name CX knows; CX2 says its version first. */
function isCx(head: string): boolean {
	const fragments = listOf(glanceJson(head));
	if (fragments.length === 0 || membersOf(fragments[0]).has('CXVersion')) return false;
	return fragments.slice(0, 3).every((fragment) => {
		const { keys, values } = membersOf(fragment);
		return keys.length === 1 && FIRST.has(keys[0]!) && (values.length === 0 || Array.isArray(values[0]));
	});
}

function cxReader(staging: Staging, limits: Limits): TextReader {
	return documentReader(staging, limits, (tree) => new Cx(staging, tree).read());
}

/** Values by column, of a node or an edge. */
type Row = Map<number, string>;
type ColumnOf = (name: string, type: string | undefined) => number;

class Cx {
	readonly #staging: Staging;
	readonly #aspects: Aspects;
	#strays = 0;
	#clashes = 0;

	constructor(staging: Staging, tree: JsonTree) {
		this.#staging = staging;
		this.#aspects = new Aspects(tree);
	}

	read(): void {
		const rows = this.#rows('nodeAttributes', (name, type) =>
			this.#staging.nodeColumn(name, undefined, type)
		);
		this.#layout(rows);
		this.#nodes(rows);
		this.#edges();
		this.#network();
		this.#tell();
	}

	/** What an aspect of attributes says, by the id of the node or edge. */
	#rows(aspect: string, columnOf: ColumnOf): Map<string, Row> {
		const rows = new Map<string, Row>();
		for (const { members } of this.#aspects.of(aspect, this.#staging)) {
			const name = textOf(members.get('n'));
			const value = textOf(members.get('v'));
			const owner = members.get('po');
			if (name === undefined || value === undefined) continue;
			const column = columnOf(name, textOf(members.get('d')));
			for (const one of Array.isArray(owner) ? owner : [owner])
				this.#put(rows, idOf(one) ?? '', column, value);
		}
		return rows;
	}

	/** The same attribute may be there once for each of several views of a network; the first is taken. */
	#put(rows: Map<string, Row>, id: string, column: number, value: string): void {
		const row = rows.get(id) ?? new Map<number, string>();
		rows.set(id, row);
		const known = row.get(column);
		if (known === undefined) row.set(column, value);
		else if (known !== value) this.#clashes++;
	}

	#layout(rows: Map<string, Row>): void {
		for (const { members } of this.#aspects.of('cartesianLayout', this.#staging))
			for (const axis of ['x', 'y'] as const) {
				const value = idOf(members.get(axis));
				if (value === undefined) continue;
				this.#put(rows, idOf(members.get('node')) ?? '', this.#staging.nodeColumn(axis, axis), value);
			}
	}

	#nodes(rows: Map<string, Row>): void {
		for (const { members, place } of this.#aspects.of('nodes', this.#staging, 'node')) {
			const id = idOf(members.get('@id'));
			if (id === undefined) {
				this.#staging.leaveOut('node', place, 'The node has no id.');
				continue;
			}
			const own = this.#own(members, (key) =>
				key === 'n'
					? this.#staging.nodeColumn('name', 'name')
					: key === 'r'
						? this.#staging.nodeColumn('represents')
						: null
			);
			this.#staging.node(id, [...own, ...(rows.get(id) ?? [])], place);
			rows.delete(id);
		}
		this.#strays += rows.size;
	}

	#edges(): void {
		const rows = this.#rows('edgeAttributes', (name, type) =>
			this.#staging.edgeColumn(name, undefined, type)
		);
		for (const { members, place } of this.#aspects.of('edges', this.#staging, 'edge')) {
			const [source, target] = [idOf(members.get('s')), idOf(members.get('t'))];
			if (source === undefined || target === undefined) {
				this.#staging.leaveOut('edge', place, 'The edge does not say both of its ends.');
				continue;
			}
			const id = idOf(members.get('@id')) ?? '';
			const own = this.#own(members, (key) =>
				key === '@id'
					? this.#staging.edgeColumn('id', 'id')
					: key === 'i'
						? this.#staging.edgeColumn('interaction', 'type')
						: null
			);
			this.#staging.edge(source, target, true, [...own, ...(rows.get(id) ?? [])], place);
			rows.delete(id);
		}
		this.#strays += rows.size;
	}

	#own(members: JsonObject, columnOf: (key: string) => number | null): [number, string][] {
		const values: [number, string][] = [];
		for (const [key, tree] of members.entries()) {
			const value = textOf(tree);
			const column = value === undefined ? null : columnOf(key);
			if (value !== undefined && column !== null) values.push([column, value]);
		}
		return values;
	}

	#network(): void {
		const others = new JsonObject();
		for (const { members } of this.#aspects.of('networkAttributes', this.#staging)) {
			const [name, value] = [textOf(members.get('n')), textOf(members.get('v'))];
			if (name === 'name') this.#staging.title ??= value;
			else if (name === 'description') this.#staging.description ??= value;
			else if (name !== undefined) others.keys.push(name);
		}
		noticeOthers(this.#staging, others, new Set(), 'networkAttributes');
	}

	#tell(): void {
		this.#aspects.tellOthers(TAKEN, this.#staging);
		if (this.#strays > 0)
			this.#staging.notice(
				'',
				`Attributes or places are given for ${counted(this.#strays, 'node or edge', 'nodes or edges')} that the file does not list.`
			);
		if (this.#clashes > 0)
			this.#staging.notice(
				'',
				`${counted(this.#clashes, 'attribute is', 'attributes are')} there again with another value; the first was taken.`
			);
	}
}
