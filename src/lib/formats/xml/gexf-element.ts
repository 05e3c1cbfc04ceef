/** A node or edge of GEXF while it is read, and the values of its attributes, which may change over time. */
import { Cells } from '#lib/formats/declared.ts';
import type { Declaration } from '#lib/formats/declared.ts';
import type { GexfAttributes } from '#lib/formats/xml/gexf-attributes.ts';
import { spanOf, spanText, timesOf } from '#lib/formats/xml/gexf-times.ts';
import type { Times } from '#lib/formats/xml/gexf-times.ts';
import { counted } from '#lib/formats/notices.ts';
import type { Notices } from '#lib/formats/notices.ts';
import type { Attributes } from '#lib/formats/xml/xml.ts';
import { quoted } from '#lib/model/problem-log.ts';

export interface GexfElement {
	readonly kind: 'node' | 'edge';
	readonly place: string;
	readonly attributes: Attributes;
	readonly cells: Cells;
	readonly times: Times;
	/** Of nodes: the id of the node around it. */
	readonly outer: string | undefined;
	id: string | undefined;
	/** Of nodes: ids of those that it descends from. */
	readonly parents: string[];
	/** By attribute, what a value was and when. */
	changes: Map<Declaration, string[]> | null;
}

/** An element that begins. */
export function openElement(
	kind: 'node' | 'edge',
	attributes: Attributes,
	place: string,
	outer: string | undefined
): GexfElement {
	return {
		kind,
		place,
		attributes,
		cells: new Cells(),
		times: timesOf(attributes),
		outer,
		id: attributes.id,
		parents: [],
		changes: null
	};
}

/** Takes an `<attvalue>`. */
export function takeValue(
	element: GexfElement,
	attributes: Attributes,
	place: string,
	declared: GexfAttributes,
	notices: Notices
): void {
	// GEXF 1.1 calls it `id` in some files.
	const { for: id = attributes.id, value } = attributes;
	if (id === undefined || value === undefined) {
		return notices.add('bad value', place, (count) => {
			return `Not taken: ${counted(count, 'value')} without a name or without a value.`;
		});
	}
	const { kind, cells } = element;
	const declaration = declared.find(kind, id, place);
	const span = spanOf(attributes);
	if (!span) return declared.columns[kind].add(declaration, cells, value, place);
	cells.set(declared.columns[kind].column(declaration), declaration.change?.(value) ?? value);
	element.changes ??= new Map();
	const changes = element.changes.get(declaration) ?? [];
	if (changes.push(`${spanText(span)}: ${value}`) === 1) element.changes.set(declaration, changes);
	notices.add(`changes ${kind} ${declaration.name}`, place, (count) => {
		return `Taken the last of an element, and all as text beside it: ${counted(count, 'value')} of ${quoted(declaration.name)} with a time of their own.`;
	});
}

/** Puts all values that changed into columns of text beside the last ones. */
export function takeChanges({ kind, cells, changes }: GexfElement, declared: GexfAttributes): void {
	for (const [declaration, values] of changes ?? []) {
		declared.columns[kind].addNative(declared.overTime(kind, declaration), cells, values.join('; '));
	}
}
