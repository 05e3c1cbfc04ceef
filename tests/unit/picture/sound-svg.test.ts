/** Pictures as other programs read them: an XML parser that is not ours, and the DTD of SVG 1.1 where xmllint has it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import { readNative } from '#lib/formats/native/native.ts';
import { FACES, faceRule } from '#lib/picture/faces.ts';
import { idIn, serialise } from '#lib/picture/markup.ts';
import { outlined } from '#lib/picture/outlines/outlined.ts';
import { drawPage, drawScreen, type Drawn } from '#lib/picture/page.ts';
import { SIZE_PRESETS } from '#lib/picture/sizes.ts';
import { emphasised } from '#lib/view/emphasis.ts';
import { factsOf } from '#lib/view/facts.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { receiptOf } from '#lib/view/receipt.ts';
import { buildScene } from '#lib/view/scene.ts';
import { THEMES } from '#lib/view/theme.ts';
import { toldBy } from '#lib/view/told.ts';
import { readView } from '#lib/view/url.ts';
import { picturedDocuments } from '../../pictured/documents.ts';
import { complaintsOf, has } from '../../pictured/painters.ts';
import { faultsOf } from '../../pictured/svg-faults.ts';

const fonts = FACES.map((face) => ({
	face,
	bytes: readFileSync(new URL(`../../../node_modules/@fontsource/${face.file}`, import.meta.url))
}));
const css = fonts.map(({ face, bytes }) => faceRule(face, bytes.toString('base64'))).join('\n');

/** A document's picture as it is on screen, and on a page with all its words. */
function drawnOf(
	file: string,
	viewText: string
): { screen: Drawn; page: Drawn; actors: string[]; relations: string[] } {
	const { document } = readNative(file);
	const { settings, selection } = readView(viewText).view;
	const facts = factsOf(document);
	const told = toldBy(facts, settings);
	const filtered = filterDocument(facts, settings, selection, told);
	const scene = buildScene(told, filtered, relationsMeasure.run(document), settings, selection);
	const chosen = new Set(
		scene.nodes.filter(({ actor }) => selection.actors.has(actor)).map(({ key }) => key)
	);
	const receipt = receiptOf(filtered, settings);
	const view = { facts, told, filtered, receipt, settings, scene, chosen, kept: emphasised(scene, chosen) };
	const look = { theme: THEMES.light, ground: true };
	const words = {
		title: 'A title',
		subtitle: 'And more',
		credit: 'CC0',
		caption: true,
		legend: true,
		sources: true
	};
	return {
		screen: drawScreen(view, { x: 0, y: 0, zoom: 1, width: 1000, height: 700 }, look),
		page: drawPage(view, { ...look, ...words, size: SIZE_PRESETS[0]! }),
		actors: scene.nodes.map(({ actor }) => idIn('actor', actor)),
		relations: scene.edges.flatMap(({ relations }) => relations.map((id) => idIn('relation', id)))
	};
}

const report = readFileSync(
	new URL('../../../data/quds-force-baghdad-2024.dramatis.json', import.meta.url),
	'utf8'
);
const pictures = [{ name: 'the bundled report', file: report, view: 'v1' }, ...picturedDocuments()].map(
	({ name, file, view }) => ({ name, ...drawnOf(file, view) })
);

/** What SVG 2 and ARIA have and SVG 1.1 has not. All that the DTD may complain of. */
const NEWER = /No declaration for attribute (role|aria-label|aria-labelledby|paint-order) of element \w+/;

describe.each(pictures)('$name', ({ screen, page, actors, relations }) => {
	test('is sound SVG, as text and as outlines', () => {
		for (const drawn of [screen, page]) {
			expect(faultsOf(serialise(drawn.markup(css)))).toEqual([]);
			const { picture, kept } = outlined(drawn.markup(), fonts);
			expect(kept).toBe(0);
			expect(faultsOf(serialise(picture))).toEqual([]);
		}
	});

	test('has an id for each actor and each relation', () => {
		const svg = serialise(page.markup());
		const ids = Array.from(svg.matchAll(/ id="((?:actor|relation)-[^"]*)"/g), ([, id]) => id!);
		expect(ids.sort()).toEqual([...actors, ...relations].sort());
	});
});

test('the check sees what is wrong', () => {
	const svg = serialise(pictures[0]!.page.markup(css));
	for (const [from, to] of [
		[/<title/, '<script>1</script><title'],
		[/<path /, '<path onclick="x" '],
		[/<path /, '<path href="https://example.org" '],
		[/ id="actor-iraq"/, ' id="actor-iran"'],
		[/class="actor /, 'class="actr '],
		[/<desc.*?<\/desc>/, ''],
		[/<\/g>/, ''],
		[/ fill="#/, ' fill="url(#'],
		[/@font-face/, '@import "https://example.org/a.css";@font-face'],
		[/<g /, '<image width="1" '],
		[/ d="M/, ' d="MNaN']
	] as const) {
		const broken = svg.replace(from, to);
		expect(broken).not.toBe(svg);
		expect(faultsOf(broken), String(from)).not.toEqual([]);
	}
});

/** Debian's w3c-sgml-lib brings the DTD, and a catalogue by which xmllint finds it without a network. */
function complaints(svg: string): string[] {
	const doctype =
		'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n';
	return complaintsOf('xmllint', ['--valid', '--noout', '--nonet', '--huge', '-'], doctype + svg);
}

const hasDtd = has('xmllint') && complaints('<svg xmlns="http://www.w3.org/2000/svg"/>').length === 0;

// Skipped where Debian's packages libxml2-utils and w3c-sgml-lib are not there (scripts/setup.mjs installs them).
describe.skipIf(!hasDtd)('by the DTD of SVG 1.1', () => {
	test.each(pictures)('$name', ({ screen, page }) => {
		const texts = [page.markup(css), outlined(screen.markup(), fonts).picture].map(serialise);
		expect(texts.flatMap(complaints).filter((line) => !NEWER.test(line))).toEqual([]);
	});

	test('which sees what is wrong', () => {
		const svg = serialise(pictures[0]!.screen.markup());
		for (const broken of [svg.replace('<path ', '<path href="x" '), svg.replace('<title', '<titel/><title')])
			expect(complaints(broken).filter((line) => !NEWER.test(line))).not.toEqual([]);
	});
});
