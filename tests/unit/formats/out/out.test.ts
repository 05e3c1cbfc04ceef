import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOREIGN_FORMATS } from '#lib/formats/foreign-formats.ts';
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import { interpret } from '#lib/formats/meaning/interpret.ts';
import { readNative } from '#lib/formats/native/native.ts';
import { outletOf } from '#lib/formats/out/out.ts';
import { stageFile } from '#lib/formats/stage.ts';
import { TakenOut, type OutChoice } from '#lib/formats/out/taking-out.ts';
import { WAYS_OUT } from '#lib/formats/out/ways-out.ts';
import type { Document } from '#lib/model/document.ts';
import { whole } from '../whole.ts';

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const report = readNative(read('data/quds-force-baghdad-2024.dramatis.json')).document;

function choice(to: string, more: Partial<OutChoice> = {}): OutChoice {
	return { to, style: 'exact', part: null, publish: {}, ...more };
}

function takenOut(document: Document, how: OutChoice): Uint8Array {
	return whole(new TakenOut(document, how).write(how));
}

/** What our own readers make of a file that was taken out, without a question. */
async function readBack(name: string, bytes: Uint8Array): Promise<Document> {
	const staged = await stageFile([{ name, bytes }]);
	if (staged.what === 'document') return staged.reading.document;
	if (staged.what !== 'graph') throw new Error(staged.what);
	const { mapping, questions } = guessMapping(staged.graph);
	expect(questions).toEqual([]);
	return interpret(staged.graph, mapping).document;
}

const ways = WAYS_OUT.map(({ id, ending }) => [id, ending] as const);

describe('the ways out', () => {
	it('are all formats that are written, each under its own ending', () => {
		const written = FOREIGN_FORMATS.filter(({ write }) => write);
		for (const { id, extensions } of written)
			expect(WAYS_OUT.find((way) => way.id === id)?.ending).toBe(extensions[0]);
		expect(WAYS_OUT.length).toBe(written.length + 4);
		expect(new Set(WAYS_OUT.map(({ ending }) => ending)).size).toBe(WAYS_OUT.length);
		for (const { id } of WAYS_OUT) expect(outletOf(id).keeps.remarks).toBeDefined();
		expect(() => outletOf('__proto__')).toThrow(RangeError);
	});

	it.each(ways.filter(([id]) => id !== 'plover'))('%s: the report comes back', async (id, ending) => {
		const back = await readBack(`report${ending}`, takenOut(report, choice(id)));
		expect(back.actors.map(({ name }) => name).sort()).toEqual(report.actors.map(({ name }) => name).sort());
		expect(back.relations.length).toBe(report.relations.length);
		if (id === 'dramatis') expect(back).toEqual(report);
	});

	it.each(ways)('%s: the same document gives the same file', (id) => {
		expect(takenOut(report, choice(id))).toEqual(takenOut(report, choice(id)));
	});

	it('PLOVER has a row for each act with a code', async () => {
		const back = await readBack('report.plover.csv', takenOut(report, choice('plover')));
		const { losses } = new TakenOut(report, choice('plover')).report(choice('plover'));
		const gone = losses
			.filter(({ thing }) => ['relations that are states', 'acts without a code'].includes(thing))
			.reduce((sum, { count }) => sum + count, 0);
		expect(back.relations.length).toBe(report.relations.length - gone);
		expect(gone).toBeGreaterThan(5);
	});
});

describe('the report before a file is saved', () => {
	const told = (to: string, more: Partial<OutChoice> = {}) =>
		new TakenOut(report, choice(to, more)).report(choice(to, more));

	it('counts what goes out, and says what is lost where', () => {
		expect(told('dramatis')).toMatchObject({
			actors: report.actors.length,
			relations: report.relations.length,
			claims: report.claims.length,
			losses: [],
			warnings: []
		});
		const claims = told('gexf').losses.find(({ thing }) => thing.includes('statement'));
		expect(claims?.text).toMatch(/^\d+ claims have no place in GEXF and are kept as notes\.$/);
		expect(told('csv').losses.some(({ thing }) => thing.includes('statement'))).toBe(false);
		const places = (to: string) => told(to).losses.find(({ thing }) => thing.startsWith('event: date'));
		expect([places('csv')?.fate, places('xlsx')?.fate]).toEqual(['lost', 'note']);
		const { losses } = told('plover');
		expect(losses[0]?.text).toMatch(
			/^\d+ relations that are a state, not an act have no place in PLOVER and are left out\.$/
		);
	});

	it('says what safe cells change, and nothing where they are exact', () => {
		const formulas = {
			...report,
			actors: report.actors.map((it, at) => (at ? it : { ...it, name: '=1+1' }))
		};
		const remarks = (style: 'safe' | 'exact') =>
			new TakenOut(formulas, choice('csv')).report(choice('csv', { style })).remarks.join(' ');
		expect(remarks('safe')).toMatch(/^1 value begins as a formula would and gets an apostrophe/);
		expect(remarks('exact')).not.toContain('apostrophe');
	});

	it('is of the part that goes out, and of the copy', () => {
		const relations = new Set([report.relations[0]!.id]);
		const { from, to } = report.relations[0]!;
		const part = { actors: new Set([from, to]), relations };
		expect(told('gexf', { part })).toMatchObject({ actors: 2, relations: 1 });
		const positions = (publish: OutChoice['publish']) =>
			takenOut(report, choice('dramatis', { publish })).toString().length;
		expect(positions({ positions: true })).toBeLessThan(positions({}));
	});

	it('warns of names that are still said, also of actors outside the part', () => {
		const left = report.actors.find(({ id }) => id === 'qaani')!;
		const relation = report.relations.find(({ from, to }) => from !== 'qaani' && to !== 'qaani')!;
		const part = { actors: new Set([relation.from, relation.to]), relations: new Set([relation.id]) };
		const publish = { actors: [left.id] };
		expect(told('dramatis', { publish }).actors).toBe(report.actors.length - 1);
		expect(told('dramatis', { publish }).warnings.length).toBeGreaterThan(0);
		expect(told('dramatis', { publish, part }).actors).toBe(2);
		const named = { ...report, title: `About ${left.name}` };
		const { warnings } = new TakenOut(named, choice('gexf', { publish, part })).report(choice('gexf'));
		expect(warnings.some(({ place }) => place === 'title')).toBe(true);
	});
});
