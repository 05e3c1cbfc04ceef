/** Stands in for $app/navigation: a page has no router. */

/** Puts another fragment into the address. Some browsers refuse that in files; then the page goes there. */
export function replaceState(address: string): void {
	try {
		history.replaceState({}, '', address);
	} catch {
		location.replace(address);
	}
}
