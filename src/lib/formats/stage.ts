/** The door for files: bytes in, and out comes what they hold, or a question, or an UnreadableError. */
import { counted, gather, piecesOf, rested } from '#lib/formats/bytes/bytes.ts';
import type { Bytes } from '#lib/formats/bytes/bytes.ts';
import { CSV } from '#lib/formats/tables/csv.ts';
import { EncodingError } from '#lib/formats/bytes/encoding.ts';
import type { EncodingChoice } from '#lib/formats/bytes/encoding.ts';
import type { Reading } from '#lib/formats/format.ts';
import { WholeText } from '#lib/formats/json/json-document.ts';
import { LIMITS, LimitError } from '#lib/formats/limits.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { NATIVE } from '#lib/formats/native/native.ts';
import { chosen, distinct, entryOf, told } from '#lib/formats/source-names.ts';
import type { Named } from '#lib/formats/source-names.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { Staging } from '#lib/formats/staging.ts';
import { stageTables } from '#lib/formats/tables/stage-tables.ts';
import type { TableChoice, TableInfo, TableSource } from '#lib/formats/tables/stage-tables.ts';
import { openSource } from '#lib/formats/bytes/text-source.ts';
import type { TextSource, ZipSource } from '#lib/formats/bytes/text-source.ts';
import type { Watch } from '#lib/formats/tables/xlsx.ts';
import { unzipped } from '#lib/formats/bytes/unzip.ts';
import type { Skipped } from '#lib/formats/bytes/unzip.ts';
import { UnreadableError } from '#lib/model/problems.ts';

export interface InputFile {
	readonly name: string;
	readonly bytes: Bytes;
}

export interface StageOptions {
	/** Raised or lowered; the others stay as they are. */
	readonly limits?: Partial<Limits>;
	/** A label of the WHATWG Encoding Standard, for all text files. */
	readonly encoding?: string;
	/** Of several files in an archive, or given together, the name of the one to take. */
	readonly only?: string;
	/** By the name of the table (TableInfo): what the user says where a guess was wrong. */
	readonly tables?: ReadonlyMap<string, TableChoice>;
	readonly signal?: AbortSignal;
}

/** What a file holds, or what has to be asked before it can be read. Plain data. */
export type Staged =
	| { readonly what: 'document'; readonly name: string; readonly reading: Reading }
	| {
			readonly what: 'graph';
			readonly name: string;
			readonly graph: StagedGraph;
			/** How each table was understood; empty for other formats. */
			readonly tables: readonly TableInfo[];
			readonly encoding: string;
	  }
	/** Several files of which one can be taken: ask, and come again with `only`. */
	| { readonly what: 'which'; readonly files: readonly { readonly name: string; readonly format: string }[] }
	/** The bytes do not say their encoding: ask, and come again with `encoding`. */
	| {
			readonly what: 'encoding';
			readonly name: string;
			readonly message: string;
			readonly choices: readonly EncodingChoice[];
	  };

/** @param elements named so far @param bytes of the files gone by */
export type OnProgress = (elements: number, bytes: number) => void;

/**
 * Reads files: one, or several tables that belong together, packed or not.
 * @throws UnreadableError that says what cannot be read, where, and what to do; what the signal says when cancelled
 */
export async function stageFile(
	files: readonly InputFile[],
	options: StageOptions = {},
	onProgress: OnProgress = () => undefined
): Promise<Staged> {
	return await new Door(options, onProgress).take(files);
}

type Source = TextSource | TableSource;

class Door {
	readonly #options: StageOptions;
	readonly #limits: Limits;
	readonly #onProgress: OnProgress;
	readonly #open: { return(value: undefined): Promise<unknown> }[] = [];
	#staging: Staging | undefined;
	/** Of what is being read. */
	#name = '';
	#bytes = 0;

	constructor(options: StageOptions, onProgress: OnProgress) {
		this.#options = options;
		this.#limits = { ...LIMITS, ...options.limits };
		this.#onProgress = onProgress;
	}

	async take(files: readonly InputFile[]): Promise<Staged> {
		try {
			const skipped: Skipped[] = [];
			const sources: Named<Source>[] = [];
			for (const file of distinct(files))
				sources.push(...(await this.#sourcesOf(file, files.length > 1, skipped)));
			return await this.#choose(sources, skipped);
		} catch (error) {
			if (!(error instanceof EncodingError)) throw error;
			const { message, choices } = error;
			return { what: 'encoding', name: this.#name, message, choices };
		} finally {
			for (const one of this.#open) await one.return(undefined);
		}
	}

	async #sourcesOf(
		{ name, bytes }: InputFile,
		several: boolean,
		skipped: Skipped[]
	): Promise<Named<Source>[]> {
		const before = this.#bytes;
		this.#name = name;
		const onBytes = (read: number) => {
			this.#bytes = before + read;
			this.#report();
		};
		const pieces = rested(counted(piecesOf(bytes), this.#limits, onBytes), this.#options.signal);
		this.#open.push(pieces);
		try {
			const source = await openSource(name, pieces, this.#limits, this.#options.encoding);
			return source.what === 'zip' ? await this.#unzip(source, skipped) : [{ source, whole: name }];
		} catch (error) {
			// With several files, the sentence has to say which one.
			if (!several || !(error instanceof UnreadableError) || error instanceof EncodingError) throw error;
			throw ofFile(name, error);
		}
	}

	async #unzip({ name, bytes }: ZipSource, skipped: Skipped[]): Promise<Named<Source>[]> {
		const { only } = this.#options;
		const options = only === undefined ? this.#options : { ...this.#options, only: entryOf(only, name) };
		const inside = await unzipped(name, await gather(bytes), this.#limits, options);
		skipped.push(...inside.skipped);
		return inside.sources.map((source) => ({
			source,
			whole: source.what === 'workbook' ? name : told(name, source.name)
		}));
	}

	async #choose(all: readonly Named<Source>[], skipped: readonly Skipped[]): Promise<Staged> {
		const sources = chosen(all, this.#options.only);
		const [first] = sources;
		if (first === undefined) throw nothingIn(skipped);
		const tables = sources.filter(isTable);
		if (tables.length === sources.length) return await this.#tables(tables, skipped);
		if (sources.length === 1 && first.what === 'text') return await this.#text(first, skipped);
		return {
			what: 'which',
			files: sources.map((source) => ({ name: source.name, format: formatName(source) }))
		};
	}

	async #tables(sources: readonly TableSource[], skipped: readonly Skipped[]): Promise<Staged> {
		const [{ name }] = sources as [TableSource];
		const staging = this.#begin(sources.some(({ what }) => what === 'workbook') ? 'xlsx' : CSV.id, skipped);
		const watch: Watch = (pieces) => this.#watch(pieces);
		this.#name = name;
		const tables = await stageTables(
			sources,
			staging,
			this.#limits,
			this.#options.tables ?? new Map(),
			watch
		);
		const encoding = sources.find((source) => source.what === 'text')?.encoding ?? 'utf-8';
		return { what: 'graph', name, graph: staging.finish('make'), tables, encoding };
	}

	async #text({ name, format, text, encoding }: TextSource, skipped: readonly Skipped[]): Promise<Staged> {
		this.#name = name;
		if (format === 'native') return { what: 'document', name, reading: NATIVE.read(await this.#whole(text)) };
		const staging = this.#begin(format.id, skipped);
		const reader = format.reader!(staging, this.#limits);
		for await (const piece of this.#watch(text)) reader.write(piece);
		reader.end();
		return { what: 'graph', name, graph: staging.finish(format.missingEnds), tables: [], encoding };
	}

	async #whole(text: AsyncGenerator<string>): Promise<string> {
		const whole = new WholeText();
		for await (const piece of this.#watch(text)) whole.write(piece);
		return whole.take();
	}

	async *#watch<Piece extends { readonly length: number }>(
		pieces: AsyncIterable<Piece>
	): AsyncGenerator<Piece> {
		for await (const piece of rested(pieces, this.#options.signal)) {
			yield piece;
			this.#report();
		}
	}

	#begin(format: string, skipped: readonly Skipped[]): Staging {
		const staging = new Staging(format, this.#limits);
		for (const { name, reason } of skipped) staging.leaveOut('other', name, reason);
		this.#staging = staging;
		return staging;
	}

	#report(): void {
		this.#onProgress(this.#staging?.elements ?? 0, this.#bytes);
	}
}

function ofFile(name: string, error: UnreadableError): UnreadableError {
	const said = [`${name}: ${error.message}`, error.remedy, error.place] as const;
	return error instanceof LimitError ? new LimitError(error.limit, ...said) : new UnreadableError(...said);
}

function isTable(source: Source): boolean {
	return source.what === 'workbook' || (source.format !== 'native' && source.format.id === CSV.id);
}

function formatName(source: Source): string {
	if (source.what === 'workbook') return 'Excel';
	return source.format === 'native' ? NATIVE.name : source.format.name;
}

function nothingIn(skipped: readonly Skipped[]): UnreadableError {
	const [one] = skipped;
	if (one && skipped.length === 1) return new UnreadableError(`${one.name}: ${one.reason}`, one.remedy);
	return new UnreadableError(
		'The archive holds no file that can be read here.',
		'Unpack it yourself and look at what is in it.'
	);
}
