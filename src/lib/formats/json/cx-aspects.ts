/** Both versions of CX are a list of fragments, each an object with one aspect: `[{"nodes": [...]}, {"edges": [...]}]`. */
import { notThisFormat } from '#lib/formats/json/json-document.ts';
import { JsonObject, listOf, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { counted } from '#lib/formats/notices.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** An entry of an aspect; its place counts over all fragments of the aspect. */
export interface Entry {
	readonly members: JsonObject;
	readonly place: string;
}

/** The entries of each aspect, of all its fragments. */
export class Aspects {
	readonly #entries = new Map<string, JsonTree[]>();

	/** @throws UnreadableError when the tree is no list of fragments */
	constructor(tree: JsonTree) {
		if (!Array.isArray(tree)) throw notThisFormat('CX', 'it is no list of aspects');
		for (const fragment of tree)
			for (const [name, entries] of membersOf(fragment).entries()) {
				const known = this.#entries.get(name);
				if (known === undefined) this.#entries.set(name, [...listOf(entries)]);
				else for (const entry of listOf(entries)) known.push(entry);
			}
	}

	/** The entries that are objects; others are left out as what the aspect holds. */
	*of(name: string, staging: Staging, element: 'node' | 'edge' | 'other' = 'other'): Generator<Entry> {
		for (const [index, entry] of (this.#entries.get(name) ?? []).entries()) {
			const place = `${name}[${index}]`;
			if (entry instanceof JsonObject) yield { members: entry, place };
			else staging.leaveOut(element, place, 'An object should be here.');
		}
	}

	/** Tells what was not taken, aspect by aspect, and what the file says of its own making. */
	tellOthers(taken: ReadonlySet<string>, staging: Staging): void {
		for (const [name, entries] of this.#entries) {
			if (taken.has(name) || entries.length === 0) continue;
			const reason = `The aspect ${quoted(name)} was not taken (${counted(entries.length, 'entry', 'entries')}): it is about how the graph looks or was made, or unknown here.`;
			staging.notice(name, reason);
		}
		for (const entry of this.#entries.get('status') ?? []) {
			if (membersOf(entry).get('success') !== false) continue;
			const error = quoted(textOf(membersOf(entry).get('error')) ?? '');
			staging.notice(
				'status',
				`The program that wrote the file says that it failed: ${error}. Something may be missing.`
			);
		}
	}
}
