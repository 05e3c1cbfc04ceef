/** The relations of a native document as a table that anybody might have made. */

/** @returns a CSV text: who, does what, to whom, when, according to whom */
export function csvOf({ actors, relations }) {
	const names = new Map(actors.map(({ id, name }) => [id, name]));
	const rows = relations.map(
		({ from, to, type, when }, row) =>
			`"${names.get(from)}",${type},"${names.get(to)}",${when},"Witness, number ${row % 50}"`
	);
	return ['who,does what,to whom,when,according to', ...rows, ''].join('\n');
}
