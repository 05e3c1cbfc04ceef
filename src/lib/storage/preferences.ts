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

/** Of one name so many records are kept, those kept last. */
const MOST_RECORDS = 40;

/** A value kept under a name and a key; undefined where there is none, or what is there cannot be read. */
export function readRecord(name: string, key: string): unknown {
	return recordsOf(name).get(key);
}

/** Keeps a plain value under a name and a key; gives whether that worked. */
export function keepRecord(name: string, key: string, value: unknown): boolean {
	const records = recordsOf(name);
	records.delete(key);
	records.set(key, value);
	return keepPreference(name, JSON.stringify([...records].slice(-MOST_RECORDS)));
}

function recordsOf(name: string): Map<string, unknown> {
	try {
		const entries: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? '[]');
		return new Map(
			Array.isArray(entries) ? entries.filter((one) => Array.isArray(one) && one.length === 2) : []
		);
	} catch {
		return new Map();
	}
}
