/**
 * XML as a stream of elements, over saxes: a table of rules says what may stand where, everything else is passed over.
 * Namespaces are not looked up: the part of a name after the colon counts (saxes with namespaces takes time that
 * grows with the square of the depth, and many files use `viz:` without declaring it). A DOCTYPE is allowed and
 * defines nothing: entities other than the five of XML, and external ones, end the reading.
 */
import { SaxesParser } from 'saxes';
import type { TextReader } from '#lib/formats/foreign.ts';
import { LimitError, type Limits } from '#lib/formats/limits.ts';
import { xmlFault } from '#lib/formats/xml/xml-faults.ts';
import { quoted } from '#lib/model/problem-log.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** By name as it stands in the file, prefix and all; has no prototype. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What to do with an element. */
export interface ElementRule {
	/** Whether `close` is to be given the text that stands directly in it. */
	readonly text?: boolean;
	/** By name without prefix. A child that is not named is passed over with all that it holds. */
	readonly children?: ReadonlyMap<string, ElementRule>;
	/** For children that `children` does not name. */
	readonly others?: ElementRule;
	open?(attributes: Attributes, name: string): void;
	/** `marked` says whether elements stood among the text. */
	close?(text: string, marked: boolean): void;
	/** Told of each child that is passed over. */
	passOver?(name: string): void;
}

interface Open {
	readonly rule: ElementRule | undefined;
	text: string;
	marked: boolean;
}

const PASSED_OVER: Open = { rule: undefined, text: '', marked: false };

export class XmlReader implements TextReader {
	readonly #parser = new SaxesParser({ xmlns: false });
	readonly #open: Open[] = [];
	readonly #root: ReadonlyMap<string, ElementRule>;
	readonly #limits: Limits;
	readonly #atEnd: () => void;
	/** The first half of a surrogate pair, kept until the second half comes. */
	#carried = '';
	#attributes = 0;

	/**
	 * @param root what the outermost element may be
	 * @param atEnd called when the text was read to its end
	 */
	constructor(root: ReadonlyMap<string, ElementRule>, limits: Limits, atEnd: () => void) {
		this.#root = root;
		this.#limits = limits;
		this.#atEnd = atEnd;
		const parser = this.#parser;
		parser.on('attribute', () => this.#countAttribute());
		parser.on('opentag', (tag) => this.#opened(tag.name, tag.attributes));
		parser.on('closetag', () => this.#closed());
		parser.on('text', (text) => this.#gather(text));
		parser.on('cdata', (text) => this.#gather(text));
		parser.on('error', (error) => {
			throw xmlFault(error.message, this.#exactPlace());
		});
	}

	/** The line that was reached, as `line 12`. */
	get place(): string {
		return `line ${this.#parser.line}`;
	}

	write(piece: string): void {
		let text = this.#carried + piece;
		const last = text.charCodeAt(text.length - 1);
		this.#carried = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : '';
		if (this.#carried) text = text.slice(0, -1);
		// saxes takes the character after half a pair for the other half, be it markup.
		if (!text.isWellFormed()) throw xmlFault('disallowed character.', this.#exactPlace());
		if (text) this.#parser.write(text);
	}

	end(): void {
		if (this.#carried) throw xmlFault('unexpected end.', this.#exactPlace());
		this.#parser.close();
		this.#atEnd();
	}

	#exactPlace(): string {
		return `line ${this.#parser.line}, column ${Math.max(1, this.#parser.column)}`;
	}

	#countAttribute(): void {
		if (++this.#attributes <= this.#limits.columns) return;
		throw new LimitError(
			'columns',
			`An element has more than ${this.#limits.columns} attributes, at ${this.#exactPlace()}.`,
			'Take the attributes that matter into a file of their own.',
			this.#exactPlace()
		);
	}

	#opened(name: string, attributes: Attributes): void {
		this.#attributes = 0;
		const colon = name.indexOf(':');
		const local = colon < 0 ? name : name.slice(colon + 1);
		const outer = this.#open.at(-1);
		if (outer) outer.marked = true;
		const rule = outer ? (outer.rule?.children?.get(local) ?? outer.rule?.others) : this.#rootRule(local);
		if (this.#open.length >= this.#limits.depth) throw this.#tooDeep();
		this.#open.push(rule ? { rule, text: '', marked: false } : PASSED_OVER);
		if (rule) rule.open?.(attributes, local);
		else outer?.rule?.passOver?.(local);
	}

	#closed(): void {
		const { rule, text, marked } = this.#open.pop()!;
		rule?.close?.(text, marked);
	}

	#gather(text: string): void {
		const open = this.#open.at(-1);
		if (open?.rule?.text) open.text += text;
	}

	#rootRule(name: string): ElementRule {
		const rule = this.#root.get(name);
		if (rule) return rule;
		const wanted = [...this.#root.keys()].join(', ');
		throw new UnreadableError(
			`The file is XML, but its outermost element is ${quoted(name)} and not ${quoted(wanted)}.`,
			'Choose another file, or save this one in a format that can be read here.',
			this.#exactPlace()
		);
	}

	#tooDeep(): LimitError {
		return new LimitError(
			'depth',
			`The file has elements within elements to more than ${this.#limits.depth} levels, at ${this.#exactPlace()}.`,
			'Take it apart into files with fewer levels.',
			this.#exactPlace()
		);
	}
}

/** The name of the outermost element without prefix, from the beginning of a text; null when there is none in it. */
export function rootName(head: string): string | null {
	let at = 0;
	for (;;) {
		while (at < head.length && ' \t\r\n\ufeff'.includes(head.charAt(at))) at++;
		if (head.charAt(at) !== '<') return null;
		if (head.startsWith('<?', at)) at = after(head, '?>', at);
		else if (head.startsWith('<!--', at)) at = after(head, '-->', at);
		else if (head.startsWith('<!', at)) at = afterDoctype(head, at);
		else break;
	}
	const name = /^<([^\s<>/]{1,100})[\s>/]/.exec(head.slice(at, at + 120))?.[1];
	return name === undefined ? null : name.slice(name.indexOf(':') + 1);
}

function after(head: string, mark: string, from: number): number {
	const at = head.indexOf(mark, from);
	return at < 0 ? head.length : at + mark.length;
}

function afterDoctype(head: string, from: number): number {
	const end = head.indexOf('>', from);
	const subset = head.indexOf('[', from);
	if (subset < 0 || end < subset) return after(head, '>', from);
	return after(head, '>', after(head, ']', subset));
}
