import { expect } from 'vitest';
import type { Interpretation } from '#lib/formats/meaning/interpret.ts';

/** A receipt balances: each element of the file is in one column, and what was taken is in the document. */
export function expectBalance({ document, receipt }: Interpretation): void {
	for (const tally of [receipt.nodes, receipt.edges, receipt.others]) {
		expect(tally.taken + tally.merged + tally.leftOut).toBe(tally.inFile);
		expect(Math.min(tally.taken, tally.merged, tally.leftOut)).toBeGreaterThanOrEqual(0);
	}
	expect(document.actors.length).toBe(receipt.nodes.taken + receipt.made.actors);
	expect(document.relations.length).toBe(receipt.edges.taken + receipt.made.relations);
	// Each loss is told, or counted among those that are not listed.
	const lost = [receipt.nodes, receipt.edges, receipt.others].reduce(
		(all, { merged, leftOut }) => all + merged + leftOut,
		0
	);
	const told = receipt.differences.filter(({ effect }) => effect !== 'noticed').length;
	expect(told).toBeLessThanOrEqual(lost);
	expect(told + receipt.unlisted).toBeGreaterThanOrEqual(lost);
	for (const { reason } of receipt.differences) expect(reason).not.toBe('');
}
