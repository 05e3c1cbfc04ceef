/** What a staged graph says, in lines that a test can compare at a glance. */
import { readFileSync } from 'node:fs';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import type { Column, StagedGraph, Values } from '#lib/formats/staged.ts';
import { staged } from './staged-graphs.ts';

/** What a format makes of a fixture in the folder of its name. */
export function stagedFixture(format: ForeignFormat, name: string): StagedGraph {
	const url = new URL(`../../fixtures/${format.id}/${name}`, import.meta.url);
	return staged(format, readFileSync(url, 'utf8'));
}

/** `id: name = Ann, role kind = person` for each node. */
export function nodeLines({ nodes, nodeColumns }: StagedGraph): string[] {
	return nodes.map(({ id, values }) => `${id}: ${inWords(values, nodeColumns)}`);
}

/** `a -> b: role type = backs` for each edge, `a -- b` where it has no direction. */
export function edgeLines({ edges, edgeColumns }: StagedGraph): string[] {
	return edges.map(
		({ source, target, directed, values }) =>
			`${source} ${directed ? '->' : '--'} ${target}: ${inWords(values, edgeColumns)}`
	);
}

/** `left-out edge at edges[1]` for each difference. */
export function differenceLines({ differences }: StagedGraph): string[] {
	return differences.map(({ effect, element, place }) => `${effect} ${element} at ${place}`);
}

function inWords(values: Values, columns: readonly Column[]): string {
	return values
		.flatMap((value, at) => {
			const { name, role } = columns[at]!;
			return value === undefined ? [] : [`${role === undefined ? name : `role ${role}`} = ${value}`];
		})
		.join(', ');
}
