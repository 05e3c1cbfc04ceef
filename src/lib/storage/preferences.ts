/**
 * Small choices that outlive the page, kept in localStorage. Reading never throws and judges what it finds:
 * storage may be full, forbidden, or hold what an older version or somebody else wrote.
 */
const PREFIX = 'dramatis.';

/** The kept text, if it is one of those allowed; otherwise the first of them. */
export function readPreference<T extends string>(name: string, allowed: readonly [T, ...T[]]): T {
	try {
		const text = localStorage.getItem(PREFIX + name);
		return allowed.find((value) => value === text) ?? allowed[0];
	} catch {
		return allowed[0];
	}
}

/** Keeps a choice; gives whether that worked. */
export function keepPreference(name: string, value: string): boolean {
	try {
		localStorage.setItem(PREFIX + name, value);
		return true;
	} catch {
		return false;
	}
}
