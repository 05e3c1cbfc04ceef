/** The edges of GraphML that join more than two nodes: each is left out with its reason. */
import { counted } from '#lib/formats/notices.ts';
import type { Staging } from '#lib/formats/staging.ts';
import type { Attributes, ElementRule } from '#lib/formats/xml/xml.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** The rule for `<hyperedge>`. @param place where the reader is */
export function hyperedge(staging: Staging, place: () => string): ElementRule {
	let ends: string[] = [];
	return {
		open: () => (ends = []),
		close: () => {
			const named = ends.slice(0, 5).map(quoted).join(', ') + (ends.length > 5 ? ', …' : '');
			staging.leaveOut(
				'edge',
				place(),
				`A hyperedge joins ${counted(ends.length, 'node')} (${named}); an edge here joins two. Make it a node, with an edge to each of them.`
			);
		},
		children: new Map([['endpoint', { open: ({ node }: Attributes) => void ends.push(node ?? '') }]])
	};
}
