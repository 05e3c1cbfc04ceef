/** Readers of formats that are one JSON value: they gather the text and read it when it is whole. */
import type { TextReader } from '#lib/formats/foreign.ts';
import { readJson } from '#lib/formats/json/json-parse.ts';
import type { JsonObject, JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Limits } from '#lib/formats/limits.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { quoted } from '#lib/model/problem-log.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** UTF-16 units that V8 can hold in one text (2^29 - 24); the other engines hold more. */
const MOST_CHARACTERS = 2 ** 29 - 24;

/** Gathers pieces of text into one. */
export class WholeText {
	readonly #pieces: string[] = [];
	#length = 0;

	/** @throws UnreadableError when it gets longer than a text can be */
	write(piece: string): void {
		this.#length += piece.length;
		if (this.#length > MOST_CHARACTERS)
			throw new UnreadableError(
				`The file has more than ${Math.floor(MOST_CHARACTERS / 1e6)} million characters, and JSON must be read in one piece.`,
				'Take a part of it, or get the graph as GraphML, GEXF or CSV, which can be larger.'
			);
		this.#pieces.push(piece);
	}

	/** What was gathered; nothing is kept of it. */
	take(): string {
		this.#length = 0;
		return this.#pieces.splice(0).join('');
	}
}

/**
 * A reader that gives the whole tree to `read` when the text is over.
 * @param read puts what it finds into the staging
 */
export function documentReader(
	staging: Staging,
	limits: Limits,
	read: (tree: JsonTree, staging: Staging) => void
): TextReader {
	const whole = new WholeText();
	return {
		write: (piece) => whole.write(piece),
		end: () => read(readTree(whole.take(), staging, limits), staging)
	};
}

/** The tree of a whole JSON text; keys that stand twice are told. @throws UnreadableError when it is none */
export function readTree(text: string, staging: Staging, limits: Limits): JsonTree {
	const { tree, repeated } = readJson(text, limits.depth);
	if (repeated) {
		const more = repeated.count > 1 ? ` There are ${repeated.count} such cases.` : '';
		const reason = `The key ${quoted(repeated.key)} stands twice in one object; many programs take only the last.${more}`;
		staging.notice('', reason);
	}
	return tree;
}

/** Tells which members of an object were not taken, in one sentence; `known` are taken or say nothing of actors and relations. */
export function noticeOthers(
	staging: Staging,
	object: JsonObject,
	known: ReadonlySet<string>,
	place: string
): void {
	const others = new Set(object.keys.filter((key) => !known.has(key)));
	if (others.size === 0) return;
	const named = [...others].slice(0, 10).map((key) => quoted(key));
	const more = others.size > named.length ? ` and ${others.size - named.length} more` : '';
	staging.notice(
		place,
		`Not taken, for it is about the graph as a whole or unknown here: ${named.join(', ')}${more}.`
	);
}

/** The text is not what the format says: a sentence for it. */
export function notThisFormat(name: string, lacks: string): UnreadableError {
	return new UnreadableError(
		`The file is JSON, but not ${name}: ${lacks}.`,
		'Choose another format for it, or another file.'
	);
}

/**
 * An id for a node that has none: its place in the file, or that with primes where a node is called so.
 * @param ids of the file, to which the new one is added
 */
export function placeAsId(staging: Staging, ids: Set<string>, place: string): string {
	let id = place;
	while (ids.has(id)) id += "'";
	ids.add(id);
	staging.notice(place, 'The node has no id; its place in the file stands for it.', 'node');
	return id;
}
