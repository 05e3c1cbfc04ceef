/**
 * Reads DOT, the language of Graphviz. It is a machine that is handed one word at a time and keeps what is open on a
 * stack of its own, so that neither depth nor the length of a chain of edges can overflow. Grammar:
 * https://graphviz.org/doc/info/lang.html
 */
import { DotGraph, type Attributes, type Endpoint } from '#lib/formats/text/dot-graph.ts';
import { protectedHtml, withoutBackslashPairs } from '#lib/formats/text/dot-label.ts';
import { DotWords, isId, isSign, type Word } from '#lib/formats/text/dot-words.ts';
import type { TextReader } from '#lib/formats/foreign.ts';
import { LimitError, type Limits } from '#lib/formats/limits.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { breaksOff } from '#lib/formats/text/text-place.ts';
import { UnreadableError } from '#lib/model/problems.ts';

type Want =
	| 'graph'
	| 'graphName'
	| 'statement'
	| 'afterFirst'
	| 'assigned'
	| 'afterEnd'
	| 'port'
	| 'endpoint'
	| 'subgraphName'
	| 'subgraphBody'
	| 'list'
	| 'key'
	| 'afterKey'
	| 'value'
	| 'afterList';

/** A statement that is not over, for example one that a subgraph is part of. */
interface Statement {
	readonly chain: Endpoint[];
	readonly line: number;
}

export class DotReader implements TextReader {
	readonly #staging: Staging;
	readonly #limits: Limits;
	readonly #words = new DotWords((word) => this.#word(word));
	readonly #graph: DotGraph;
	#want: Want = 'graph';
	#graphs = 0;
	#strict = false;
	#directed = false;
	readonly #around: Statement[] = [];
	#statement: Statement = { chain: [], line: 1 };
	/** Whose defaults the attribute list sets; '' when it is about nodes or edges of the statement. */
	#defaultsOf: '' | 'node' | 'edge' | 'graph' = '';
	#attributes: Attributes = [];
	#graphName: string | null = null;
	#name = '';
	#key = '';
	#afterArrow = false;

	constructor(staging: Staging, limits: Limits) {
		this.#staging = staging;
		this.#limits = limits;
		this.#graph = new DotGraph(staging, limits);
	}

	write(piece: string): void {
		this.#words.write(piece);
	}

	end(): void {
		this.#words.finish();
		const empty = this.#graphs === 0 && this.#want === 'graph';
		if (empty) throw new UnreadableError('The file has no graph in it.', 'Choose another file.');
		if (this.#want !== 'graph') throw breaksOff(this.#words.end, 'a closing brace }');
		if (this.#graphs > 1) {
			const reason = `The file has ${this.#graphs} graphs; they were read as one, and nodes of one name are one node.`;
			this.#staging.notice('the file', reason);
		}
	}

	/** Each step either uses the word up or ends a statement, after which the word is looked at anew. */
	#word(word: Word): void {
		while (!this[this.#want](word));
	}

	graph({ keyword }: Word): boolean {
		if (keyword === 'strict' && !this.#strict) {
			this.#strict = true;
			return true;
		}
		if (keyword !== 'graph' && keyword !== 'digraph') throw this.#words.wrong('graph or digraph');
		this.#directed = keyword === 'digraph';
		this.#graphName = null;
		this.#want = 'graphName';
		return true;
	}

	graphName(word: Word): boolean {
		if (isSign(word, '{')) {
			this.#graphs++;
			this.#graph.begin(this.#graphName, this.#directed, this.#strict);
			this.#strict = false;
			return this.#next('statement');
		}
		if (this.#graphName !== null || !isId(word)) throw this.#words.wrong('an opening brace {');
		this.#graphName = word.text;
		return true;
	}

	statement(word: Word): boolean {
		if (isSign(word, ';')) return true;
		if (isSign(word, '}')) return this.#close();
		this.#statement = { chain: [], line: this.#words.line };
		this.#attributes = [];
		this.#defaultsOf = '';
		if (word.keyword === 'node' || word.keyword === 'edge' || word.keyword === 'graph') {
			this.#defaultsOf = word.keyword;
			return this.#next('list');
		}
		if (!isId(word)) return this.endpoint(word);
		this.#name = this.#id(word);
		return this.#next('afterFirst');
	}

	afterFirst(word: Word): boolean {
		if (isSign(word, '=')) return this.#next('assigned');
		this.#addNode(this.#name, false);
		this.#want = 'afterEnd';
		return false;
	}

	assigned(word: Word): boolean {
		if (!isId(word) && !word.keyword) throw this.#words.wrong('a value');
		this.#graph.assign(this.#name, this.#valueOf(this.#name, word));
		return this.#next('statement');
	}

	afterEnd(word: Word): boolean {
		if (isSign(word, ':')) return this.#next('port');
		if (isSign(word, '[')) return this.#next('key');
		if (isSign(word, '->') || isSign(word, '--')) {
			this.#afterArrow = word.text === '->';
			return this.#next('endpoint');
		}
		return this.#finishStatement();
	}

	port(word: Word): boolean {
		const end = this.#statement.chain.at(-1);
		if (!isId(word) || !end?.node) throw this.#words.wrong('the name of a port, after a node');
		end.port = end.port === undefined ? this.#id(word) : `${end.port}:${this.#id(word)}`;
		return this.#next('afterEnd');
	}

	endpoint(word: Word): boolean {
		if (word.keyword === 'subgraph') return this.#next('subgraphName');
		if (isSign(word, '{')) return this.#open(null);
		if (!isId(word)) throw this.#words.wrong('a node, a subgraph or a closing brace }');
		this.#addNode(this.#id(word), this.#afterArrow);
		return this.#next('afterEnd');
	}

	subgraphName(word: Word): boolean {
		if (isSign(word, '{')) return this.#open(null);
		if (!isId(word)) throw this.#words.wrong('the name of the subgraph, or an opening brace {');
		this.#name = this.#id(word);
		return this.#next('subgraphBody');
	}

	subgraphBody(word: Word): boolean {
		if (isSign(word, '{')) return this.#open(this.#name);
		this.#statement.chain.push({ group: this.#graph.named(this.#name), directed: this.#afterArrow });
		this.#want = 'afterEnd';
		return false;
	}

	list(word: Word): boolean {
		if (!isSign(word, '[')) throw this.#words.wrong('an opening bracket [');
		return this.#next('key');
	}

	key(word: Word): boolean {
		if (isSign(word, ',') || isSign(word, ';')) return true;
		if (isSign(word, ']')) return this.#next('afterList');
		if (word.kind === 'sign') throw this.#words.wrong('an attribute or a closing bracket ]');
		this.#key = this.#id(word);
		return this.#next('afterKey');
	}

	afterKey(word: Word): boolean {
		if (isSign(word, '=')) return this.#next('value');
		this.#attributes.push([this.#key, 'true']);
		this.#want = 'key';
		return false;
	}

	value(word: Word): boolean {
		if (word.kind === 'sign') throw this.#words.wrong('a value');
		this.#attributes.push([this.#key, this.#valueOf(this.#key, word)]);
		return this.#next('key');
	}

	afterList(word: Word): boolean {
		return isSign(word, '[') ? this.#next('key') : this.#finishStatement();
	}

	#next(want: Want): true {
		this.#want = want;
		return true;
	}

	#finishStatement(): false {
		const { chain, line } = this.#statement;
		if (this.#defaultsOf !== '') this.#graph.defaults(this.#defaultsOf, this.#attributes);
		else if (chain.length > 1) this.#graph.edges(chain, this.#attributes, line);
		else if (chain[0]?.node !== undefined) this.#graph.attributes(chain[0].node, this.#attributes);
		this.#statement = { chain: [], line };
		this.#want = 'statement';
		return false;
	}

	#addNode(id: string, directed: boolean): void {
		this.#graph.mention(id, this.#words.line);
		this.#statement.chain.push({ node: id, directed });
	}

	#open(name: string | null): true {
		if (this.#around.length >= this.#limits.depth) {
			const { place } = this.#words;
			const message = `The file is nested too deeply, at ${place}.`;
			throw new LimitError('depth', message, `Keep to ${this.#limits.depth} levels.`, place);
		}
		this.#around.push({ chain: this.#statement.chain, line: this.#statement.line });
		// The arrow before the subgraph is needed again when the subgraph is closed.
		this.#statement.chain.push({ directed: this.#afterArrow });
		this.#graph.open(name, this.#words.line);
		return this.#next('statement');
	}

	#close(): true {
		const around = this.#around.pop();
		if (!around) {
			this.#graph.end();
			return this.#next('graph');
		}
		this.#statement = around;
		this.#attributes = [];
		this.#defaultsOf = '';
		around.chain.at(-1)!.group = this.#graph.close();
		return this.#next('afterEnd');
	}

	#id(word: Word): string {
		if (word.kind === 'odd') this.#graph.odd(word.text, this.#words.line);
		return this.#graph.ours && word.kind === 'text' ? withoutBackslashPairs(word.text) : word.text;
	}

	/** Labels have escapes of their own, which are resolved where their node is known. */
	#valueOf(key: string, word: Word): string {
		if (key !== 'label') return this.#id(word);
		return word.kind === 'html' ? protectedHtml(word.text) : word.text;
	}
}
