/**
 * What yEd draws: it keeps the names of nodes and edges and their places in the picture inside the data of GraphML.
 * Shapes, colours and lines are passed over.
 */
import type { Declaration } from '#lib/formats/declared.ts';
import { isPlainNumber } from '#lib/formats/declared.ts';
import type { Attributes, ElementRule } from '#lib/formats/xml/xml.ts';

const NAME = { id: 'y:NodeLabel', name: 'label', role: 'name' } as const;
const MORE = { id: 'y:NodeLabel 2', name: 'further labels' } as const;
const EDGE_LABEL = { id: 'y:EdgeLabel', name: 'label' } as const;
const X = { id: 'y:Geometry x', name: 'x', role: 'x', type: 'double' } as const;
const Y = { id: 'y:Geometry y', name: 'y', role: 'y', type: 'double' } as const;

/**
 * The rule for the elements inside a `<data>`.
 * @param drawing what kind of drawing the data has by its key (`yfiles.type`), undefined when none
 * @param take called with what is found for the node or edge
 */
export function readDrawings(
	drawing: () => string | undefined,
	take: (declaration: Declaration, value: string) => void
): ElementRule {
	/** A folder is drawn open and closed; only one of the drawings is in use. */
	let shown = true;
	let active = 0;
	let turn = 0;
	let labels: string[] = [];
	const label = (): ElementRule => ({
		text: true,
		close: (text) => {
			if (shown && text.trim()) labels.push(text.trim());
		}
	});
	const realizer: ElementRule = {
		children: new Map<string, ElementRule>([
			['NodeLabel', label()],
			['EdgeLabel', label()],
			[
				'Geometry',
				{ open: (attributes) => shown && drawing() === 'nodegraphics' && placeOf(attributes, take) }
			],
			[
				'Realizers',
				{
					open: (attributes) => {
						active = Number(attributes.active ?? 0);
						turn = 0;
					},
					close: () => (shown = true),
					others: {
						children: new Map<string, ElementRule>(),
						open: () => (shown = turn++ === active)
					}
				}
			]
		]),
		open: () => {
			labels = [];
			shown = true;
		},
		close: () => {
			if (drawing() === 'edgegraphics' && labels.length > 0) take(EDGE_LABEL, labels.join('\n'));
			if (drawing() !== 'nodegraphics' || labels.length === 0) return;
			take(NAME, labels[0]!);
			if (labels.length > 1) take(MORE, labels.slice(1).join('\n'));
		}
	};
	const folded = realizer.children!.get('Realizers')!.others!.children as Map<string, ElementRule>;
	for (const name of ['NodeLabel', 'EdgeLabel', 'Geometry']) folded.set(name, realizer.children!.get(name)!);
	return realizer;
}

/** yEd says where the upper left corner of the box is; a node stands in its middle. */
function placeOf(attributes: Attributes, take: (declaration: Declaration, value: string) => void): void {
	const { x, y, width = '0', height = '0' } = attributes;
	if (x === undefined || y === undefined) return;
	if (![x, y, width, height].every(isPlainNumber)) return;
	take(X, String(Number(x) + Number(width) / 2));
	take(Y, String(Number(y) + Number(height) / 2));
}
