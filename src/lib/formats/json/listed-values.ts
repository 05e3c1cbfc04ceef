/** Values of formats that write lists where others write one text: STIX and FollowTheMoney. */
import { JsonNumber, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import { joinList } from '#lib/formats/meaning/text-lists.ts';

/**
 * A list of texts as one value to read, `a; b` (text-lists.ts), and a single one as it stands; anything else as textOf
 * has it, an empty list as nothing.
 */
export function listedText(tree: JsonTree | undefined): string | undefined {
	if (!Array.isArray(tree)) return textOf(tree);
	const isPlain = tree.every((one) => typeof one === 'string' || one instanceof JsonNumber);
	if (!isPlain) return textOf(tree);
	if (tree.length === 1) return textOf(tree[0]);
	const text = joinList(
		tree.map((one) => textOf(one) ?? ''),
		';'
	);
	return text === '' ? undefined : text;
}

/** The texts of a list, or the one text that stands in its place. */
export function textsOf(tree: JsonTree | undefined): string[] {
	const list = Array.isArray(tree) ? tree : [tree];
	return list.flatMap((one) =>
		one instanceof JsonNumber || typeof one === 'string' ? (textOf(one) ?? []) : []
	);
}
