/**
 * Reads FollowTheMoney: an entity or an envelope with entities a line, or one JSON text with entities in a list, in an
 * envelope, or beside a layout (react-ftm).
 */
import { FtmEntities } from '#lib/formats/ftm/ftm-entities.ts';
import { envelopeOf } from '#lib/formats/ftm/ftm-nested.ts';
import type { Envelope } from '#lib/formats/ftm/ftm-nested.ts';
import type { TextReader } from '#lib/formats/foreign.ts';
import { MARK } from '#lib/formats/json/json-columns.ts';
import { WholeText, notThisFormat, noticeOthers, readTree } from '#lib/formats/json/json-document.ts';
import { readJson } from '#lib/formats/json/json-parse.ts';
import { JsonNumber, JsonObject, listOf, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { counted } from '#lib/formats/notices.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { TextLines } from '#lib/formats/text/text-lines.ts';
import { UnreadableError } from '#lib/model/problems.ts';

export function ftmReader(staging: Staging, limits: Limits): TextReader {
	return new FtmReader(staging, limits);
}

interface Broken {
	readonly number: number;
	readonly error: UnreadableError;
}

class FtmReader implements TextReader {
	readonly #staging: Staging;
	readonly #limits: Limits;
	readonly #entities: FtmEntities;
	readonly #lines = new TextLines((line) => this.#line(line));
	readonly #whole = new WholeText();
	/** The first line that is not blank decides: it is an entity, or the beginning of something larger. */
	#way: 'undecided' | 'lines' | 'whole' = 'undecided';
	#number = 0;
	/** A line that is no JSON. If it is the last, the file breaks off; else it is left out when the next one comes. */
	#broken: Broken | null = null;

	constructor(staging: Staging, limits: Limits) {
		this.#staging = staging;
		this.#limits = limits;
		this.#entities = new FtmEntities(staging);
	}

	write(piece: string): void {
		if (this.#way !== 'lines') this.#whole.write(piece);
		if (this.#way !== 'whole') this.#lines.write(piece);
	}

	end(): void {
		if (this.#way !== 'whole') this.#lines.end();
		if (this.#way !== 'lines') this.#read(readTree(this.#whole.take(), this.#staging, this.#limits));
		if (this.#broken) throw brokenOff(this.#broken);
		this.#entities.end();
		if (!this.#entities.some) throw notThisFormat('FollowTheMoney', 'it has no entities with id and schema');
	}

	#line(line: string): void {
		this.#number++;
		if (this.#way === 'whole' || line.trim() === '') return;
		const tree = this.#tree(line);
		if (this.#way === 'undecided') {
			this.#way = tree !== undefined && isLine(tree) ? 'lines' : 'whole';
			if (this.#way === 'whole') return;
			this.#whole.take();
		}
		if (tree === undefined) return;
		const envelope = envelopeOf(tree);
		if (envelope === null) this.#entities.add(tree, `line ${this.#number}`);
		else this.#open(envelope, membersOf(tree), `line ${this.#number}`);
	}

	/** What else is written on an envelope is about a search or a comparison, not about actors. */
	#open({ key, entities }: Envelope, around: JsonObject, line = ''): void {
		noticeOthers(this.#staging, around, new Set([key, 'layout', 'viewport']), line);
		for (const [tree, place] of entities) this.#entities.add(tree, line === '' ? place : `${line}, ${place}`);
	}

	#tree(line: string): JsonTree | undefined {
		if (this.#broken && this.#way === 'lines')
			this.#staging.leaveOut(
				'other',
				`line ${this.#broken.number}`,
				`The line is no JSON${columnOf(this.#broken)}.`
			);
		this.#broken = null;
		try {
			return readJson(line, this.#limits.depth).tree;
		} catch (error) {
			if (!(error instanceof UnreadableError)) throw error;
			if (this.#way === 'lines') this.#broken = { number: this.#number, error };
			return undefined;
		}
	}

	#read(tree: JsonTree): void {
		const root = membersOf(tree);
		const envelope = envelopeOf(tree);
		if (envelope === null) {
			for (const [index, one] of (Array.isArray(tree) ? tree : [tree]).entries())
				this.#entities.add(one, Array.isArray(tree) ? `[${index}]` : 'line 1');
			return;
		}
		this.#layout(membersOf(root.get('layout')));
		this.#open(envelope, root);
	}

	/** Where the vertices of entities stand; what else react-ftm draws is made of their properties. */
	#layout(layout: JsonObject): void {
		for (const vertex of listOf(layout.get('vertices'))) {
			const position = membersOf(membersOf(vertex).get('position'));
			const [x, y] = [position.get('x'), position.get('y')];
			const id = textOf(membersOf(vertex).get('entityId'));
			if (
				id !== undefined &&
				membersOf(vertex).get('type') === 'entity' &&
				x instanceof JsonNumber &&
				y instanceof JsonNumber
			)
				this.#entities.place(id, x.text, y.text);
		}
		const groups = listOf(layout.get('groupings')).length;
		if (groups > 0)
			this.#staging.notice(
				'layout',
				`${counted(groups, 'group')} drawn around entities ${groups === 1 ? 'was' : 'were'} not taken.`
			);
	}
}

/** An entity, the line that we write for a graph without any, or an envelope; what has a layout is a file of react-ftm. */
function isLine(tree: JsonTree): boolean {
	const members = membersOf(tree);
	if (typeof members.get('schema') === 'string' || members.get(MARK) instanceof JsonObject) return true;
	return envelopeOf(tree) !== null && !members.has('layout');
}

/** A line has one line only: the column is enough. */
function columnOf({ error }: Broken): string {
	return error.place === '' ? '' : ` from ${error.place.replace('line 1, ', '')} on`;
}

function brokenOff(broken: Broken): UnreadableError {
	return new UnreadableError(
		`The file breaks off in its last line, ${broken.number}: it is no JSON${columnOf(broken)}.`,
		'It seems to be cut off: get a whole copy, or take that line out.',
		`line ${broken.number}`
	);
}
