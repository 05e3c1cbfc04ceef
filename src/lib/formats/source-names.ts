/** Names for what is read, so that a user can tell files and entries of archives apart, and say which one. */

/** What can be read, with its name from outside: that of the file, or of the archive and the entry. */
export interface Named<Source> {
	readonly source: Source;
	readonly whole: string;
}

/** The name from outside of an entry of an archive. */
export function told(archive: string, entry: string): string {
	return `${archive}: ${entry}`;
}

/** The entry that a name means within an archive; the name itself when it does not begin with the archive's. */
export function entryOf(name: string, archive: string): string {
	const start = told(archive, '');
	return name.startsWith(start) ? name.slice(start.length) : name;
}

/** The files, of which those that are called like one before them get a number: `a (2).zip`. */
export function distinct<File extends { readonly name: string }>(files: readonly File[]): File[] {
	const taken = new Set<string>();
	return files.map((file) => {
		const [, stem = '', ending = ''] = /^([^]*?)((?:\.[^./]*)?(?:\.gz)?)$/i.exec(file.name) ?? [];
		let name = file.name;
		for (let number = 2; taken.has(name); number++) name = `${stem} (${number})${ending}`;
		taken.add(name);
		return name === file.name ? file : { ...file, name };
	});
}

/**
 * The sources that a name means, or all of them. Those that are called alike have their names from outside.
 * @param only a name that an earlier call gave a source, or that of an entry alone
 */
export function chosen<Source extends { readonly name: string }>(
	all: readonly Named<Source>[],
	only: string | undefined
): Source[] {
	const exact = all.filter(({ whole }) => whole === only);
	const fitting =
		only === undefined ? all : exact.length > 0 ? exact : all.filter(({ source }) => source.name === only);
	const times = new Map<string, number>();
	for (const { source } of fitting) times.set(source.name, (times.get(source.name) ?? 0) + 1);
	return fitting.map(({ source, whole }) =>
		times.get(source.name) === 1 ? source : { ...source, name: whole }
	);
}
