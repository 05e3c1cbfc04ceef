/** Puts the nodes and edges of a GML text into the staging. Records in one another are kept on a stack of our own. */
import type { TextReader } from '#lib/formats/foreign.ts';
import { GmlElements, type GmlElement } from '#lib/formats/text/gml-elements.ts';
import { GmlScanner, type GmlWord } from '#lib/formats/text/gml-scanner.ts';
import { LimitError, type Limits } from '#lib/formats/limits.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { breaksOff, wrongAt } from '#lib/formats/text/text-place.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** A record that is open. Keys inside an element's own records have `prefix` before them: `graphics.`. */
type Frame =
	| { readonly kind: 'graph'; readonly inside: GmlElement | undefined }
	| { readonly kind: 'element'; readonly element: GmlElement; readonly prefix: string }
	| { readonly kind: 'ignored' };

/** Keys of files and graphs that say nothing about actors, and need no word. */
const SILENT: ReadonlySet<string> = new Set([
	'creator',
	'version',
	'directed',
	'multigraph',
	'hierarchic',
	'id'
]);

export class GmlReader implements TextReader {
	readonly #staging: Staging;
	readonly #limits: Limits;
	readonly #elements: GmlElements;
	readonly #scanner = new GmlScanner((word, text) => this.#take(word, text));
	readonly #open: Frame[] = [];
	/** A key whose value has not come yet. */
	#key: string | null = null;
	#keyPlace = '';
	#graphs = 0;
	readonly #untaken = new Set<string>();

	constructor(staging: Staging, limits: Limits) {
		this.#staging = staging;
		this.#limits = limits;
		this.#elements = new GmlElements(staging, limits);
	}

	write(piece: string): void {
		this.#scanner.write(piece);
	}

	end(): void {
		this.#scanner.finish();
		if (this.#key !== null) throw breaksOff(this.#scanner.end, `a value for "${this.#key}"`);
		if (this.#open.length > 0) throw breaksOff(this.#scanner.end, 'a closing bracket ]');
		if (this.#graphs === 0) {
			throw new UnreadableError('The file has no graph in it.', 'Choose another file.', this.#scanner.end);
		}
		if (this.#graphs > 1) {
			const reason = `The file has ${this.#graphs} graphs; they were read as one. Ids of the second begin with "2:", and so on.`;
			this.#staging.notice('the file', reason);
		}
		if (this.#untaken.size > 0) {
			const names = [...this.#untaken].slice(0, 10).join(', ');
			this.#staging.notice('graph', `What the file says of the graph itself was not taken: ${names}.`);
		}
	}

	#take(word: GmlWord, text: string): void {
		const key = this.#key;
		if (key === null) {
			if (word === ']') return this.#close();
			if (word !== 'word' || !/^[A-Za-z_]/.test(text)) {
				throw wrongAt(this.#scanner.place, 'GML', 'a key, such as node or label');
			}
			this.#key = text;
			this.#keyPlace = `line ${this.#scanner.line}`;
			return;
		}
		if (word === ']') throw wrongAt(this.#scanner.place, 'GML', `a value for "${key.slice(0, 40)}"`);
		this.#key = null;
		if (word === '[') this.#begin(key);
		else this.#value(key, text);
	}

	#begin(key: string): void {
		if (this.#open.length >= this.#limits.depth) {
			const message = `The file is nested too deeply, at ${this.#scanner.place}.`;
			throw new LimitError('depth', message, `Keep to ${this.#limits.depth} levels.`, this.#scanner.place);
		}
		this.#open.push(this.#frame(key));
	}

	#frame(key: string): Frame {
		const around = this.#open.at(-1);
		const plain = key.toLowerCase();
		if (around === undefined && plain === 'graph') {
			this.#graphs++;
			this.#elements.beginGraph(this.#graphs);
			return { kind: 'graph', inside: undefined };
		}
		if (around?.kind === 'graph' && (plain === 'node' || plain === 'edge')) {
			const { inside } = around;
			const parent = inside?.kind === 'node' ? inside : undefined;
			const element: GmlElement = { kind: plain, place: this.#keyPlace, values: new Map(), parent };
			return { kind: 'element', element, prefix: '' };
		}
		if (plain === 'graph' && around?.kind === 'graph') return around;
		if (around?.kind === 'element') {
			const { element, prefix } = around;
			if (plain === 'graph' && prefix === '') return { kind: 'graph', inside: element };
			return { kind: 'element', element, prefix: `${prefix}${key}.` };
		}
		if (around?.kind === 'graph') this.#untaken.add(key);
		return { kind: 'ignored' };
	}

	#close(): void {
		const frame = this.#open.pop();
		if (!frame) throw wrongAt(this.#scanner.place, 'GML', 'a key, and no closing bracket');
		if (frame.kind === 'element' && frame.prefix === '') this.#elements.add(frame.element);
		if (this.#open.length === 0 && frame.kind === 'graph') this.#elements.endGraph();
	}

	#value(key: string, text: string): void {
		const frame = this.#open.at(-1);
		if (frame?.kind === 'element') this.#elements.value(frame.element, frame.prefix + key, text);
		else if (!frame && key === 'Creator') this.#elements.madeBy(text);
		else if (frame?.kind === 'graph') this.#graphValue(key, text);
	}

	#graphValue(key: string, text: string): void {
		const plain = key.toLowerCase();
		if (plain === 'directed') this.#elements.direct(Number(text) === 1);
		else if ((plain === 'label' || plain === 'name') && text !== '') this.#staging.title ??= text;
		else if (plain === 'comment') this.#staging.description ??= text;
		else if (!SILENT.has(plain)) this.#untaken.add(key);
	}
}
