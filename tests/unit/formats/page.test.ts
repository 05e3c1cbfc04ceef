import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNative, writeNative } from '#lib/formats/native/native.ts';
import { PAGE_PLACES, contentOfPage, fillPage, pageContent } from '#lib/formats/page.ts';
import { emptyDocument } from '#lib/model/document.ts';
import { anyDocument } from '../generate.ts';
import { anyText } from '../generate-values.ts';

const VIEWER = `<!doctype html>
<html><head><title>Dramatis</title></head><body>
<script type="application/json" id="${PAGE_PLACES.document}"></script>
<script type="application/json" id="${PAGE_PLACES.view}"></script>
<script type="module">start()</script></body></html>`;

const anyContent = fc.record({
	title: anyText,
	document: anyDocument({ unknownKeys: true }).map(writeNative),
	view: fc.oneof(fc.constant(''), anyText),
	texts: fc.array(fc.tuple(anyText, anyText)).map((pairs) => new Map(pairs))
});

const HOSTILE = '</script><script>alert(1)</script><!--<script>\u2028\u2029$&$`$1\u0000\ud800';

describe('a page', () => {
	it('gives back what was filled in, whatever it is', () => {
		fc.assert(
			fc.property(anyContent, (content) => {
				const found = contentOfPage(fillPage(VIEWER, content))!;
				expect(readNative(found.document)).toEqual(readNative(content.document));
				expect(found).toMatchObject({ view: content.view, texts: content.texts });
			})
		);
	});

	it('has the elements of the viewer and no others', () => {
		const tags = (html: string) => html.match(/<[^>]*>?/g);
		fc.assert(
			fc.property(anyContent, (content) => {
				expect(tags(fillPage(VIEWER, content))).toEqual(tags(VIEWER));
			})
		);
	});

	it('takes something else in place of what it holds, and is then as if made at once', () => {
		fc.assert(
			fc.property(anyContent, anyContent, (first, second) => {
				expect(fillPage(fillPage(VIEWER, first), second)).toBe(fillPage(VIEWER, second));
			})
		);
	});

	it('keeps names that look like markup, separators of lines, and instructions of String.replace', () => {
		const document = { ...emptyDocument(HOSTILE), description: HOSTILE };
		const content = {
			title: HOSTILE,
			document: writeNative(document),
			view: HOSTILE,
			texts: new Map([[HOSTILE, HOSTILE]])
		};
		const html = fillPage(VIEWER, content);
		expect(html.match(/<script/g)).toHaveLength(3);
		expect(html).not.toMatch(/<!--|[\u2028\u2029]|<title>[^<]*[\u2028]/);
		const found = contentOfPage(html)!;
		expect(readNative(found.document).document).toEqual(document);
		expect(found).toMatchObject({ view: HOSTILE, texts: content.texts });
	});

	it('is named after the document', () => {
		const fill = (title: string) =>
			/<title>(.*)<\/title>/s.exec(
				fillPage(VIEWER, { title, document: '{}', view: '', texts: new Map() })
			)![1];
		expect(fill(' A & B\n<c> ')).toBe('A &amp; B &lt;c&gt; · Dramatis');
		expect(fill('')).toBe('Dramatis');
		expect(fill('x'.repeat(1e6))).toHaveLength(200 + ' · Dramatis'.length);
	});
});

it('what is not the viewer is refused', () => {
	const content = { title: '', document: '{}', view: '', texts: new Map() };
	for (const html of ['', '<title></title>', VIEWER.replace(PAGE_PLACES.document, 'other')])
		expect(() => fillPage(html, content)).toThrow('not the viewer');
	expect(contentOfPage('<html></html>')).toBeNull();
	expect(contentOfPage(VIEWER)).toBeNull();
});

it.each(['', 'null', '[]', '{', '{"view":1,"texts":{}}', '{"texts":[null,[1,"a"],["a"]]}'])(
	'a view that cannot be used is passed over: %s',
	(rest) => {
		expect(pageContent('{}', rest)).toEqual({ document: '{}', view: '', texts: new Map() });
	}
);
