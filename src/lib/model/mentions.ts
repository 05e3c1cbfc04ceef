/** Where a document says a name in words. */
import type { Actor, Document } from '#lib/model/document.ts';

export interface Mention {
	/** A path, such as `claims[3].statement`. */
	readonly place: string;
	/** The name as it was looked for. */
	readonly name: string;
	/** The text that says it, or the part of it around the name. */
	readonly text: string;
}

/** Nobody reads more. */
const MOST_MENTIONS = 1000;
const AROUND = 60;
/** Shorter names are found only as words of their own: "US" is in "focus". */
const SHORT = 4;

/** All texts of a document that say a name of one of these actors, the ids of records among them; at most a thousand. */
export function mentionsOf(document: Document, actors: readonly Actor[]): Mention[] {
	const names = [...new Set(actors.flatMap(wordsFor))].map((name) => ({ name, folded: folded(name) }));
	const mentions: Mention[] = [];
	const look = (value: unknown, place: string): void => {
		if (mentions.length >= MOST_MENTIONS) return;
		if (typeof value === 'string') {
			const text = folded(value);
			for (const { name, folded: wanted } of names) {
				const at = placeIn(text, wanted);
				if (at >= 0) mentions.push({ place, name, text: around(value, at, name.length) });
			}
		} else if (value instanceof Map) for (const [key] of value) look(key, place);
		else if (Array.isArray(value)) value.forEach((one, at) => look(one, `${place}[${at}]`));
		else if (typeof value === 'object' && value !== null)
			for (const [key, one] of Object.entries(value)) look(one, place === '' ? key : `${place}.${key}`);
	};
	if (names.length > 0) look(document, '');
	return mentions.slice(0, MOST_MENTIONS);
}

/** What an actor is called; of a person, also each longer word of the name. */
function wordsFor({ id, name, names = [], aliases = [], kind }: Actor): string[] {
	const all = [name, ...names.map(({ text }) => text), ...aliases];
	const parts = kind === 'person' ? all.flatMap((text) => text.split(/[\s-]+/)).filter(isLong) : [];
	return [...all, ...parts, ...(isLong(id) ? [id] : [])].filter((text) => text.trim() !== '');
}

function isLong(text: string): boolean {
	return text.length >= SHORT;
}

function folded(text: string): string {
	return text.toLowerCase();
}

function placeIn(text: string, name: string): number {
	if (name.length >= SHORT) return text.indexOf(name);
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		const beside = (text[at - 1] ?? ' ') + (text[at + name.length] ?? ' ');
		if (!/[\p{L}\p{N}]/u.test(beside)) return at;
	}
	return -1;
}

function around(text: string, at: number, length: number): string {
	const start = Math.max(0, at - AROUND);
	const end = Math.min(text.length, at + length + AROUND);
	const part = text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
	return `${start > 0 ? '…' : ''}${part}${end < text.length ? '…' : ''}`;
}
