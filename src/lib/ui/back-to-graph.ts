/** Escape leads from a panel back to the graph, unless something inside has used it. */
export function backToGraph(event: KeyboardEvent): void {
	if (event.key !== 'Escape' || event.defaultPrevented) return;
	document.getElementById('graph')?.focus();
}
