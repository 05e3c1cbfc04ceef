/** What is wrong with an SVG: read by a parser that is not ours (saxes), against what we may write of SVG 1.1 and 2. */
import { SaxesParser } from 'saxes';

const PLACE = ['x', 'y', 'width', 'height'];
const PAINT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'];
const SEEN = ['opacity', 'stroke-opacity'];
const TYPE = ['font-family', 'font-size', 'font-weight', 'text-anchor', 'direction', 'paint-order'];

/** Attributes by element (SVG 1.1, appendix J and K; paint-order, role and aria-* are of SVG 2). */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
	['svg', ['xmlns', ...PLACE, 'viewBox', 'role', 'aria-labelledby']],
	['title', ['id']],
	['desc', ['id']],
	['style', ['type']],
	['g', ['id', 'class', 'transform', 'opacity', 'role', 'aria-label']],
	['rect', [...PLACE, 'fill']],
	['path', ['d', ...PAINT, ...SEEN]],
	['text', ['x', 'y', ...TYPE, ...PAINT]]
]);

/** Elements that stand in others; all others may stand only in svg and g. */
const ONLY_TEXT: ReadonlySet<string> = new Set(['title', 'desc', 'style', 'text']);

const NUMBER = /^-?\d+(\.\d{1,2})?$/;
const VALUES: ReadonlyMap<string, RegExp> = new Map([
	...['x', 'y', 'stroke-width', 'font-size', 'opacity', 'stroke-opacity'].map(
		(name) => [name, NUMBER] as const
	),
	['width', /^\d+(\.\d+)?(mm|in)?$/],
	['height', /^\d+(\.\d+)?(mm|in)?$/],
	['viewBox', /^-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+$/],
	['fill', /^(none|#[0-9a-f]{6})$/],
	['stroke', /^(none|#[0-9a-f]{6})$/],
	['stroke-dasharray', /^[\d.]+( [\d.]+)*$/],
	['stroke-linecap', /^round$/],
	['stroke-linejoin', /^round$/],
	['font-weight', /^600$/],
	['text-anchor', /^(middle|end)$/],
	['direction', /^rtl$/],
	['paint-order', /^stroke$/],
	['role', /^img$/],
	['type', /^text\/css$/],
	['id', /^[a-z]+-?[\w.-]*$/],
	['class', /^[\w.-]+( [\w.-]+)*$/],
	['transform', /^translate\(-?[\d.]+ -?[\d.]+\)( scale\([\d.]+\))?$/],
	['d', /^M[-\d. MLHVAQCZlqczm]*$/]
]);

const ACTOR = /^actor [a-z-]+( side-\d+)?( collective)?( chosen)?$/;
const RELATION = /^relation (structure|support|talks|pressure|conflict|presence)( type-[\w.-]+)+( [a-z-]+)*$/;

/** Faults in words, none for a sound picture. */
export function faultsOf(svg: string): string[] {
	const faults: string[] = [];
	const ids = new Set<string>();
	const open: string[] = [];
	const found = { title: 0, desc: 0 };
	const parser = new SaxesParser({ xmlns: true });
	parser.on('error', (error) => faults.push(`no XML: ${error.message}`));
	parser.on('processinginstruction', () => faults.push('a processing instruction'));
	parser.on('doctype', () => faults.push('a doctype'));
	parser.on('text', (text) => {
		if (open.at(-1) === 'style') faults.push(...styleFaults(text));
		else if (text.trim() && !ONLY_TEXT.has(open.at(-1) ?? '')) faults.push(`text in ${open.at(-1)}`);
	});
	parser.on('opentag', ({ name, attributes, uri }) => {
		const values = new Map(Object.values(attributes).map((one) => [one.name, one.value]));
		if (uri !== 'http://www.w3.org/2000/svg') faults.push(`${name} is not of SVG`);
		if (ONLY_TEXT.has(open.at(-1) ?? '')) faults.push(`${name} in ${open.at(-1)}`);
		if (open.length === 1 && name in found) found[name as 'title']++;
		open.push(name);
		const id = values.get('id');
		if (id !== undefined && ids.has(id)) faults.push(`the id ${id} twice`);
		if (id !== undefined) ids.add(id);
		faults.push(...elementFaults(name, values));
	});
	parser.on('closetag', () => void open.pop());
	parser.write(svg).close();
	if (found.title !== 1 || found.desc !== 1) faults.push('not one title and one desc');
	for (const name of ['picture-title', 'picture-description'])
		if (!ids.has(name)) faults.push(`nothing with the id ${name}`);
	return faults;
}

function elementFaults(name: string, values: ReadonlyMap<string, string>): string[] {
	const allowed = ALLOWED.get(name);
	if (!allowed) return [`the element ${name}`];
	const faults: string[] = [];
	for (const [attribute, value] of values) {
		if (!allowed.includes(attribute)) faults.push(`${attribute} on ${name}`);
		if (VALUES.get(attribute)?.test(value) === false) faults.push(`${attribute}="${value.slice(0, 60)}"`);
	}
	const [id = '', kind = ''] = [values.get('id'), values.get('class')];
	if (id.startsWith('actor-') && !ACTOR.test(kind)) faults.push(`${id} of class ${kind}`);
	if (/^(relation|bundle)-/.test(id) && kind !== 'bundled' && !RELATION.test(kind))
		faults.push(`${id} of class ${kind}`);
	return faults;
}

/** Fonts inside the file, and nothing from elsewhere. */
function styleFaults(css: string): string[] {
	const rest = css.replace(
		/@font-face\{font-family:'[A-Za-z ]+';font-weight:\d+;src:url\(data:font\/woff2;base64,[A-Za-z0-9+/=]+\) format\('woff2'\);(unicode-range:[U+0-9A-F,-]+;)?\}/g,
		''
	);
	return rest.trim() ? [`style: ${rest.trim().slice(0, 60)}`] : [];
}
