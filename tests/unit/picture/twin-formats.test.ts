/** Plain text, Markdown and HTML of a twin: whatever a file says stays text in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { twinFragment, twinPage } from '#lib/picture/twin-html.ts';
import { twinMarkdown } from '#lib/picture/twin-markdown.ts';
import { twinText } from '#lib/picture/twin-plain.ts';
import { twinOf } from '#lib/picture/twin.ts';
import { fileWords, webAddress } from '#lib/picture/wording.ts';
import { nameOf } from '#lib/view/sentences.ts';
import { anyDocument } from '../generate.ts';
import { allOf, readXml, textOf } from './read-xml.ts';
import { anyViewOf, viewOf } from './views.ts';

const HOSTILE = [
	'</article></title><script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	'[a](javascript:alert(1)) ![b](https://example.org/c.png)',
	'<https://example.org> www.example.org https://example.org',
	'**bold** _it_ `code` ~~gone~~ | cell | # no',
	'1. one',
	'- two',
	'+ three',
	'# four',
	'> five',
	'=== six',
	'\u202eevil\u202c \u2067x\u2069 \u2068',
	'line\n\n# break\r\n- item',
	'\ud800 \u0000 \u009f \uffff'
];

function named(names: readonly string[], more: Partial<Document> = {}): Document {
	return {
		...emptyDocument(names[0] ?? ''),
		actors: names.map((name, i) => ({ id: `a${i}`, name, kind: 'person', side: name })),
		relations: names.map((_, i) => ({ id: `r${i}`, type: 'commands', from: `a${i}`, to: 'a0' })),
		events: names.map((title, i) => ({
			id: `e${i}`,
			title,
			place: title,
			figures: [{ what: title, value: 1 }]
		})),
		voices: names.map((label, i) => ({ id: `v${i}`, label })),
		sources: names.map((title, i) => ({ id: `s${i}`, title, publisher: title, url: title })),
		claims: names.map((statement, i) => ({
			id: `c${i}`,
			about: [`r${i}`, `e${i}`],
			statement,
			modality: 'stated',
			voices: [`v${i}`],
			source: `s${i}`
		})),
		...more
	};
}

const twin = (document: Document) => twinOf(viewOf(document));

describe('HTML', () => {
	const allowed = new Set(['article', 'h1', 'h2', 'h3', 'p', 'ul', 'li', 'strong', 'bdi', 'a']);

	it('has only elements of ours, whatever the names', () => {
		const anyView = fc.oneof(
			anyDocument().chain(anyViewOf),
			fc.array(fc.constantFrom(...HOSTILE), { minLength: 1 }).map((names) => viewOf(named(names)))
		);
		fc.assert(
			fc.property(anyView, (view) => {
				const root = readXml(twinFragment(twinOf(view)));
				for (const { name, attributes } of allOf(root)) {
					expect(allowed).toContain(name);
					for (const [key, value] of attributes) {
						expect(['lang', 'dir', 'href', 'rel']).toContain(key);
						if (key === 'href') expect(value).toMatch(/^https?:\/\//);
					}
				}
				// HTML, unlike XML, does not know elements that close themselves.
				expect(twinFragment(twinOf(view))).not.toContain('/>');
			}),
			{ numRuns: 150 }
		);
	});

	it('as a page needs nothing from anywhere and says its language and direction', () => {
		const page = twinPage(twin(named(HOSTILE)));
		const root = readXml(page.replace('<!doctype html>\n', '').trimEnd());
		expect(root.attributes.get('lang')).toBe('en');
		expect(root.attributes.get('dir')).toBe('ltr');
		const names = allOf(root).map(({ name }) => name);
		for (const one of ['script', 'img', 'link', 'iframe', 'object', 'base']) expect(names).not.toContain(one);
		expect(textOf(allOf(root).find(({ name }) => name === 'style')!)).not.toMatch(/url|@import/);
	});

	it('marks names of the other direction with their language', () => {
		const document = named(['Qais'], {
			actors: [{ id: 'a0', name: 'Qais', kind: 'person', names: [{ text: 'قيس الخزعلي', lang: 'ar' }] }]
		});
		const html = twinFragment(twinOf(viewOf(document, { names: 'ar' })));
		expect(html).toContain('<strong><bdi lang="ar" dir="rtl">قيس الخزعلي</bdi></strong>, person');
	});
});

describe('Markdown', () => {
	it.each(HOSTILE)('%j cannot be a mark', (name) => {
		const markdown = twinMarkdown(twin(named([name])));
		const lines = markdown.split('\n');
		for (const line of lines) expect(line).toMatch(/^(#{1,3} |- | {2}- |[A-Z0-9\u2068“(]|\\|$)/u);
		// What is left of the marks once escapes are taken out: our own bold around names and titles.
		const unescaped = markdown.replace(/\\[!-/:-@[-`{-~]/g, '');
		for (const line of unescaped.split('\n')) expect(['', '****']).toContain(line.replace(/[^*]/g, ''));
		const bare = unescaped.replace(/^(#+|\s*-) /gm, '').replace(/\*\*/g, '');
		expect(bare.replace(/<https?:[^<>\s]+>/g, '')).not.toMatch(/[<>`[\]_*~|#]/);
		expect(bare.replace(/<https?:[^<>\s]+>/g, '')).not.toMatch(/:\/\/|\bwww\./);
	});

	it('a name at the start of an item is no list, heading or quotation', () => {
		const markdown = twinMarkdown(twin(named(['1. one', '- two', '+ three', '# four', '= five'])));
		expect(markdown).toContain('- 1\\. one commands');
		expect(markdown).toContain('- \\- two commands');
		expect(markdown).toContain('- \\+ three commands');
		expect(markdown).toContain('- \\# four commands');
	});
});

it('a date that is none breaks no line', () => {
	const when = 'a\n\n# b\n- c';
	const document = named(['x'], {
		events: [{ id: 'e0', title: 'x', when }],
		sources: [{ id: 's0', title: 'x', published: when }],
		relations: [{ id: 'r0', type: 'commands', from: 'a0', to: 'a0', when }]
	});
	const lines = twinMarkdown(twin(document)).split('\n');
	expect(lines.filter((line) => line.includes('“a \\# b - c”')).length).toBe(3);
	expect(lines).not.toContain('# b');
});

describe('names that run to the left', () => {
	const [open, close] = ['\u2068', '\u2069'];
	const text = twinText(twin(named(['كتائب حزب الله', 'A \u2067 B'])));

	it('stand between isolates, and those of the file are gone', () => {
		expect(text).toContain(`- ${open}كتائب حزب الله${close}, person`);
		expect(text).toContain('- A B, person');
	});

	it('isolates are in pairs on every line', () => {
		fc.assert(
			fc.property(anyDocument().chain(anyViewOf), (view) => {
				for (const line of twinText(twinOf(view)).split('\n')) {
					const marks = line.replace(/[^\u2066-\u2069\u202a-\u202e]/gu, '');
					expect(marks).toMatch(/^(\u2068\u2069)*$/u);
				}
			}),
			{ numRuns: 150 }
		);
	});
});

it('long names are cut as everywhere else', () => {
	const document = named(['x'.repeat(1000)]);
	const view = viewOf(document);
	expect(twinText(twinOf(view))).toContain(`- ${nameOf(view.facts, 'a0', '')}, person`);
});

it('only addresses of web pages are links', () => {
	expect(webAddress('javascript:alert(1)')).toBeNull();
	expect(webAddress('data:text/html,x')).toBeNull();
	expect(webAddress('https://example.org/a b<c>')).toBe('https://example.org/a%20b%3Cc%3E');
	expect(webAddress(`https://example.org/${'a'.repeat(1000)}`)).toBeNull();
});

it('a language that is none is left out', () => {
	expect(fileWords('a', '"><script>')).toEqual({ text: 'a' });
	expect(fileWords('a', 'fa')).toEqual({ text: 'a', lang: 'fa' });
	expect(fileWords('a', 'en-GB')).toEqual({ text: 'a' });
});
