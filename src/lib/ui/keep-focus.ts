/**
 * Keeps the focus near when its element goes: a browser drops it on the page's body, and the next press of the tab
 * key begins at the top.
 */
const REACHABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Follows the focus in a document that holds an element `#graph`. After a click, a key, or a dialog's end, when the
 * focused element has gone, is disabled or out of sight, the focus goes to the nearest place that is left: what it
 * stood in, else the first thing to use in there, else the graph. Focus that was let go on purpose, by a click on
 * empty space, stays let go. Gives how to stop.
 */
export function keepFocus(root: Document): () => void {
	const stop = new AbortController();
	const options = { signal: stop.signal, capture: true };
	/** The focused element and what it stands in, nearest first; a dialog stands in what had the focus before it. */
	let chain: readonly Element[] = [];
	let outside: readonly Element[] = [];

	const remember = ({ target }: FocusEvent) => {
		if (!(target instanceof Element)) return;
		const dialog = target.closest('dialog');
		if (!dialog) outside = ancestors(target);
		chain = dialog ? [...ancestors(target, dialog), ...outside] : outside;
	};
	const mend = () => {
		if (!chain.length || !hasNone(root)) return;
		const lost = chain[0]!;
		const places = chain;
		chain = [];
		if (!canTake(lost)) moveTo(root, places);
	};
	// A frame later the page shows what the event brought about, another one later a browser has let go of what is
	// disabled.
	const mendSoon = () => requestAnimationFrame(() => requestAnimationFrame(mend));

	root.addEventListener('focusin', remember, options);
	for (const type of ['click', 'keyup', 'close', 'focusout']) root.addEventListener(type, mendSoon, options);
	root.addEventListener(
		'keydown',
		() => {
			// What went by itself, so that this key already finds the focus near.
			mend();
			mendSoon();
		},
		options
	);
	return () => stop.abort();
}

function ancestors(element: Element, last?: Element): Element[] {
	const found: Element[] = [];
	for (let at: Element | null = element; at && at !== element.ownerDocument.body; at = at.parentElement) {
		found.push(at);
		if (at === last) break;
	}
	return found;
}

function hasNone({ activeElement, body, documentElement }: Document): boolean {
	return activeElement === null || activeElement === body || activeElement === documentElement;
}

function canTake(element: Element): boolean {
	return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

function moveTo(root: Document, places: readonly Element[]): void {
	const graph = root.getElementById('graph');
	for (const place of places) {
		if (!place.isConnected) continue;
		// What holds the graph is the whole page: its first button is far from everything.
		if (graph && place !== graph && place.contains(graph)) break;
		if (takes(root, place)) return;
		for (const inner of place.querySelectorAll(REACHABLE))
			if (inner.getAttribute('tabindex') !== '-1' && takes(root, inner)) return;
	}
	graph?.focus();
}

/** Tries to give an element the focus: what cannot take it leaves it where it is. */
function takes(root: Document, element: Element): boolean {
	if (!(element instanceof HTMLElement || element instanceof SVGElement) || !canTake(element)) return false;
	element.focus();
	return root.activeElement === element;
}
