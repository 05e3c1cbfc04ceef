/**
 * Excel workbooks (ECMA-376) in: what the cells hold, as text. Of our own making, because the packages at hand turn
 * numbers and dates into values of JavaScript, unpack before they look at sizes, and say nothing of hidden sheets
 * and merged cells.
 */
import { decodePieces } from '#lib/formats/bytes/encoding.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { SheetCells } from '#lib/formats/tables/xlsx-sheet.ts';
import type { OnCells, SheetFacts } from '#lib/formats/tables/xlsx-sheet.ts';
import { shownByCode, shownByNumber, unescaped } from '#lib/formats/tables/xlsx-values.ts';
import type { Shown } from '#lib/formats/tables/xlsx-values.ts';
import { XmlReader } from '#lib/formats/xml/xml.ts';
import type { Attributes, ElementRule } from '#lib/formats/xml/xml.ts';
import type { ZipEntry } from '#lib/formats/bytes/zip.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** Lets the rest of the program have its turn between pieces. */
export type Watch = <Piece extends { readonly length: number }>(
	pieces: AsyncIterable<Piece>
) => AsyncIterable<Piece>;

export interface Sheet {
	readonly name: string;
	readonly hidden: boolean;
	/** Whether it has cells; a sheet of charts has none. */
	readonly cells: boolean;
	/** Reads the rows, each with its number from 1; rows without a value may be missing. */
	read(onCells: OnCells): Promise<SheetFacts>;
}

export interface Workbook {
	readonly sheets: readonly Sheet[];
	/** The program that wrote it, as it says itself. */
	readonly program: string;
}

/** Whether an archive with files of these names is a workbook. */
export function isWorkbook(names: readonly string[]): boolean {
	return names.includes('[Content_Types].xml') && names.some((name) => /^xl\/workbook\d*\.xml$/i.test(name));
}

/**
 * Opens a workbook: reads the list of its sheets, its texts and its formats.
 * @throws UnreadableError when a part is missing, damaged or no XML
 */
export async function openWorkbook(
	entries: readonly ZipEntry[],
	limits: Limits,
	watch: Watch
): Promise<Workbook> {
	const parts = new Parts(entries, limits, watch);
	const main = [...(await parts.relations('')).values()].find(
		({ type }) => type === 'officeDocument'
	)?.target;
	const path = main ?? 'xl/workbook.xml';
	const relations = await parts.relations(path);
	const find = (type: string) => [...relations.values()].find((one) => one.type === type)?.target;
	const { list, from1904 } = await readSheetList(parts, path);
	const shared = await readShared(parts, find('sharedStrings'));
	const formats = await readFormats(parts, find('styles'));
	refuseListedTwice(list.map(({ relation }) => relations.get(relation)?.target));
	const sheets = list.map(({ name, hidden, relation }): Sheet => {
		const part = relations.get(relation);
		return {
			name,
			hidden,
			cells: part?.type === 'worksheet',
			read: async (onCells) => {
				const cells = new SheetCells({ name, shared, formats, from1904 }, onCells);
				await parts.read(part?.target ?? '', cells.rules);
				return cells.facts;
			}
		};
	});
	return { sheets, program: await readProgram(parts) };
}

/** A short list could otherwise have one sheet read without end. */
function refuseListedTwice(parts: readonly (string | undefined)[]): void {
	const twice = parts.find((part, at) => part !== undefined && parts.indexOf(part) < at);
	if (twice === undefined) return;
	throw new UnreadableError('The workbook is damaged: it lists the same sheet more than once.', REPAIR);
}

interface Relation {
	readonly type: string;
	readonly target: string;
}

/** The parts of the package, by their paths. */
class Parts {
	readonly #entries: ReadonlyMap<string, ZipEntry>;
	readonly #limits: Limits;
	readonly #watch: Watch;

	constructor(entries: readonly ZipEntry[], limits: Limits, watch: Watch) {
		this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
		this.#limits = limits;
		this.#watch = watch;
	}

	has(path: string): boolean {
		return this.#entries.has(path.toLowerCase());
	}

	async read(path: string, rules: ReadonlyMap<string, ElementRule>): Promise<void> {
		const entry = this.#entries.get(path.toLowerCase());
		if (entry === undefined)
			throw new UnreadableError(
				`The workbook is damaged: its part ${path || '(without a name)'} is missing.`,
				REPAIR
			);
		const reader = new XmlReader(rules, this.#limits, () => undefined);
		for await (const piece of this.#watch(decodePieces(later(entry), 'utf-8'))) reader.write(piece);
		reader.end();
	}

	/** By id: what a part points to. */
	async relations(path: string): Promise<ReadonlyMap<string, Relation>> {
		const slash = path.lastIndexOf('/') + 1;
		const folder = path.slice(0, slash);
		const relations = new Map<string, Relation>();
		const file = `${folder}_rels/${path.slice(slash)}.rels`;
		if (!this.has(file)) return relations;
		const open = ({ Id: id = '', Type: type = '', Target: target = '' }: Attributes) => {
			const whole = target.startsWith('/') ? target.slice(1) : resolved(folder, target);
			relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: whole });
		};
		await this.read(file, new Map([['Relationships', { children: new Map([['Relationship', { open }]]) }]]));
		return relations;
	}
}

const REPAIR = 'Open it in Excel or LibreOffice, and save it again.';

async function* later(entry: ZipEntry): AsyncGenerator<Uint8Array> {
	yield* entry.pieces();
}

/** Only within the archive, where nothing can be reached by it but other parts. */
function resolved(folder: string, target: string): string {
	const path = folder.split('/').slice(0, -1);
	for (const step of target.split('/')) {
		if (step === '..') path.pop();
		else if (step !== '.') path.push(step);
	}
	return path.join('/');
}

interface Listed {
	readonly name: string;
	readonly hidden: boolean;
	readonly relation: string;
}

async function readSheetList(parts: Parts, path: string): Promise<{ list: Listed[]; from1904: boolean }> {
	const list: Listed[] = [];
	let from1904 = false;
	const sheet = (attributes: Attributes) => {
		const { name = '', state = 'visible' } = attributes;
		const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
		list.push({ name, hidden: state !== 'visible', relation });
	};
	const properties = ({ date1904 }: Attributes) => (from1904 = date1904 === '1' || date1904 === 'true');
	const children = new Map<string, ElementRule>([
		['workbookPr', { open: properties }],
		['sheets', { children: new Map([['sheet', { open: sheet }]]) }]
	]);
	await parts.read(path, new Map([['workbook', { children }]]));
	return { list, from1904 };
}

async function readShared(parts: Parts, path: string | undefined): Promise<string[]> {
	const texts: string[] = [];
	if (path === undefined) return texts;
	let text = '';
	const t: ElementRule = { text: true, close: (part) => (text += part) };
	const si: ElementRule = {
		open: () => (text = ''),
		close: () => texts.push(unescaped(text)),
		children: new Map([
			['t', t],
			['r', { children: new Map([['t', t]]) }]
		])
	};
	await parts.read(path, new Map([['sst', { children: new Map([['si', si]]) }]]));
	return texts;
}

/** What each style of a cell shows. */
async function readFormats(parts: Parts, path: string | undefined): Promise<Shown[]> {
	const own = new Map<number, Shown>();
	const formats: Shown[] = [];
	if (path === undefined) return formats;
	const numFmt = ({ numFmtId = '', formatCode = '' }: Attributes) => {
		own.set(Number(numFmtId), shownByCode(formatCode));
	};
	const xf = ({ numFmtId = '0' }: Attributes) => {
		const id = Number(numFmtId);
		formats.push(own.get(id) ?? shownByNumber(id));
	};
	const children = new Map<string, ElementRule>([
		['numFmts', { children: new Map([['numFmt', { open: numFmt }]]) }],
		['cellXfs', { children: new Map([['xf', { open: xf }]]) }]
	]);
	await parts.read(path, new Map([['styleSheet', { children }]]));
	return formats;
}

async function readProgram(parts: Parts): Promise<string> {
	let program = '';
	if (!parts.has('docProps/app.xml')) return program;
	const application: ElementRule = { text: true, close: (text) => (program = text) };
	await parts.read(
		'docProps/app.xml',
		new Map([['Properties', { children: new Map([['Application', application]]) }]])
	);
	return program;
}
