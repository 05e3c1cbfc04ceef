import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessKind, guessModality } from '#lib/formats/meaning/guess-kinds.ts';
import { guessType } from '#lib/formats/meaning/guess-types.ts';
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import { interpret } from '#lib/formats/meaning/interpret.ts';
import { remembered, shapeKey } from '#lib/formats/meaning/mapping.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { orderOf, readDateText } from '#lib/formats/meaning/table-dates.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { parseWhen } from '#lib/model/time.ts';
import { anyText } from '../../generate-values.ts';
import { stagedGraphs } from '../staged-graphs.ts';
import { anyTable, table } from '../staged-tables.ts';

const edgesOf = (header: readonly string[], rows: readonly (readonly string[])[] = [header.map(() => 'x')]) =>
	guessMapping(table(header, rows)).mapping.edges;
const choiceOf = (word: string, code?: string) => {
	const { choice, sure } = guessType(word, code);
	if (sure === 0) return 'own';
	return 'id' in choice ? `${choice.turned ? '<' : ''}${choice.id}` : choice.own.name;
};
const made = (graph: StagedGraph) => interpret(graph, guessMapping(graph).mapping);

describe('columns', () => {
	it.each([
		['who,does what,to whom,when,according to whom', 'from,type,to,when,voice'],
		['Source,Target,Type,Date', 'from,to,type,when'],
		['Who,Whom,Relation,Source', 'from,to,type,source'],
		['Von;Nach;Beziehung;Datum;Quelle;Bemerkung', 'from;to;type;when;source;note'],
		['Wer;Tut was;Wem;Wann;Laut wem', 'from;type;to;when;voice'],
		['De;Vers;Lien;Date de début;Date de fin', 'from;to;type;start;end'],
		['Qui;Fait quoi;À qui;Quand;Selon qui', 'from;type;to;when;voice'],
		['Origen;Destino;Relación;Fecha;Fuente', 'from;to;type;when;source'],
		['source_id,target_id,edge_type,weight', 'from,to,type,attribute'],
		['actorName,sourceName,targetName', 'attribute,from,to'],
		[
			'Event ID,Event Date,Source Name,Source Sectors,Event Text,CAMEO Code,Target Name,Publisher',
			'id,when,from,attribute,type,attribute,to,source'
		],
		[
			'subject,predicate,object,quote,publication,published,page',
			'from,type,to,statement,source,published,attribute'
		]
	])('%s', (names, uses) => {
		const separator = names.includes(';') ? ';' : ',';
		expect(edgesOf(names.split(separator)).join(separator)).toBe(uses);
	});

	it('without telling names are told by their values, and the actors are asked about', () => {
		const rows = [
			['Iran', 'Iraq', 'supports', '2024-01-29'],
			['Iraq', 'US', 'attacks', '2024-02-01'],
			['US', 'Iran', 'threatens', '2024-02-04']
		];
		const { mapping, questions } = guessMapping(table(['P', 'Q', 'R', 'S'], rows));
		expect(mapping.edges).toEqual(['from', 'to', 'type', 'when']);
		expect(questions.map(({ about }) => about)).toEqual(['from', 'to']);
	});

	it('of lists of actors', () => {
		const actors = {
			header: ['Id', 'Label', 'Type', 'Alias', 'name.ar', 'x', 'y', 'Sector'],
			rows: [['1', 'A', 'Militia', 'b;c', 'ا', '1', '2', 'MIL']]
		};
		const { mapping } = guessMapping(table(['Source', 'Target'], [['1', '1']], actors));
		expect(mapping.nodes).toEqual(['id', 'name', 'kind', 'aliases', 'names', 'x', 'y', 'attribute']);
		const { actors: found, positions } = interpret(
			table(['Source', 'Target'], [['1', 'A']], actors),
			mapping
		).document;
		expect(found).toEqual([
			{
				id: '1',
				name: 'A',
				kind: 'armed-group',
				aliases: ['b', 'c'],
				names: [{ text: 'ا', lang: 'ar' }],
				attributes: [
					['Sector', 'MIL'],
					['Type', 'Militia']
				]
			}
		]);
		expect(positions?.get('1')).toEqual([1, 2]);
	});
});

describe('words for relation types', () => {
	it('are the names of ours, in both directions', () => {
		for (const { id, name, reverse } of RELATION_TYPES) {
			expect(choiceOf(id)).toBe(id);
			expect(choiceOf(name)).toBe(id);
			if (reverse !== name) expect(choiceOf(reverse)).toBe(`<${id}`);
		}
	});

	it.each([
		['Supports', 'backs'],
		['supported by', '<backs'],
		['was attacked by', '<attacks'],
		['bombed', 'attacks'],
		['ALLY', 'allied_with'],
		['rivals', 'opposes'],
		['reports to', '<commands'],
		['parent of', '<part_of'],
		['unterstützt', 'backs'],
		['wird angegriffen von', '<attacks'],
		['soutient', 'backs'],
		['ataca', 'attacks'],
		['CONSULT', 'meets'],
		['REQUEST/assist', 'asks_for_help'],
		['cooperates-with', 'cooperates_with'],
		['Membership', 'member_of'],
		['Succession', '<succeeds'],
		['P361', 'part_of'],
		['P527', '<part_of'],
		['190', 'attacks'],
		['sanctioned', 'imposes sanctions on'],
		['is the cousin of', 'own'],
		['', 'own'],
		['__proto__', 'own'],
		['constructor', 'own']
	])('%s is %s', (word, type) => expect(choiceOf(word)).toBe(type));

	it('are told by the code beside them', () => {
		expect(choiceOf('Host a visit', '043')).toBe('<meets');
		expect(choiceOf('Engage in something', '0256')).toBe('urges');
	});

	it('turn the line round when they read the other way', () => {
		const { document } = made(table(['from', 'type', 'to'], [['US', 'was attacked by', 'KH']]));
		const [us, kh] = document.actors;
		expect(document.relations[0]).toMatchObject({ type: 'attacks', from: kh?.id, to: us?.id });
		expect(document.relations[0]?.attributes).toEqual([['type', 'was attacked by']]);
	});

	it('that we do not know are asked about, and become types of the document', () => {
		const graph = table(
			['from', 'type', 'to'],
			[
				['a', 'haunts', 'b'],
				['b', 'haunts', 'a'],
				['a', 'meets', 'b']
			]
		);
		expect(guessMapping(graph).questions).toMatchObject([{ about: 'types', values: ['haunts'] }]);
		expect(made(graph).document.types).toMatchObject([{ id: 'haunts', name: 'haunts' }]);
	});
});

describe('dates', () => {
	it.each([
		['2024-01-29', '2024-01-29'],
		['2024', '2024'],
		['2014/..', '2014/..'],
		['2024-01-28~', '2024-01-28~'],
		['2009-12-05 23:59:59', '2009-12-05'],
		['2018-06-01T00:00:00.000Z', '2018-06-01'],
		['29/01/2024', '2024-01-29'],
		['1/29/2024', '2024-01-29'],
		['29.1.2024', '2024-01-29'],
		['03.04.2024', '2024-04-03'],
		['2024/1/29', '2024-01-29'],
		['01/2024', '2024-01'],
		['29 January 2024', '2024-01-29'],
		['January 29, 2024', '2024-01-29'],
		['29. Januar 2024', '2024-01-29'],
		['enero de 2024', '2024-01'],
		['1er février 2024', '2024-02-01'],
		['03/04/2024', null],
		['03/04/24', null],
		['30/02/2024', null],
		['2024-13-45', null],
		['May', null],
		['5 May 6 May 2024', null],
		['spring', null],
		['', null],
		['9'.repeat(1_000_000), null],
		['ca. 2019', '2019~'],
		['etwa März 2024', '2024-03~'],
		['about it', null]
	])('%s', (text, when) => expect(readDateText(text, null)?.when ?? null).toBe(when));

	it('of unclear order are read as told, and are unread until then', () => {
		expect(readDateText('03/04/2024', 'day-first')?.when).toBe('2024-04-03');
		expect(readDateText('03/04/2024', 'month-first')?.when).toBe('2024-03-04');
		expect(orderOf('03/04/2024')).toBe('unclear');
		const graph = table(['from', 'to', 'date'], [['a', 'b', '03/04/2024']]);
		const { mapping, questions } = guessMapping(graph);
		expect(mapping.dateOrder).toBeNull();
		expect(questions.map(({ about }) => about)).toContain('date order');
		const { document, receipt } = interpret(graph, mapping);
		expect(document.relations[0]).toMatchObject({ attributes: [['date', '03/04/2024']] });
		expect(document.relations[0]?.when).toBeUndefined();
		expect(receipt.differences).toMatchObject([{ effect: 'noticed', place: 'line 2' }]);
	});

	it('tell their order where another of the file can only be read one way, and say so', () => {
		const dates = [
			['a', 'b', '03/04/2024'],
			['a', 'b', '29/01/2024']
		];
		const { mapping, questions, guesses } = guessMapping(table(['from', 'to', 'date'], dates));
		expect(mapping.dateOrder).toBe('day-first');
		expect(questions.map(({ about }) => about)).not.toContain('date order');
		expect(guesses.find(({ about }) => about === 'dates')?.why).toContain('29/01/2024');
		const both = guessMapping(table(['from', 'to', 'date'], [...dates, ['a', 'b', '1/29/2024']]));
		expect(both.mapping.dateOrder).toBeNull();
		expect(both.questions.map(({ about }) => about)).toContain('date order');
	});

	it('that are read can be read, whatever the text', () => {
		fc.assert(
			fc.property(anyText, fc.constantFrom('day-first', 'month-first', null), (text, order) => {
				const date = readDateText(text, order);
				if (date) expect(parseWhen(date.when)).not.toBeNull();
			})
		);
	});
});

describe('rows', () => {
	const header = ['who', 'does what', 'to whom', 'when', 'according to whom', 'source', 'how sure'];

	it('that say the same are one relation, with a claim each', () => {
		const { document, receipt } = made(
			table(header, [
				['Quds Force', 'backs', 'KH', '2024', 'two officials', 'Reuters', 'confirmed'],
				['Quds Force ', 'backs', 'KH', '2024', 'a spokesman', 'AP', 'denied'],
				['quds force', 'backs', 'KH', '2024', '', '', ''],
				['', 'backs', 'KH', '2024', '', '', '']
			])
		);
		expect(document.relations).toHaveLength(2);
		expect(receipt.edges).toEqual({ inFile: 4, taken: 2, merged: 1, leftOut: 1 });
		expect(document.claims.map(({ modality, about }) => [modality, about])).toEqual([
			['stated', ['r1']],
			['denied', ['r1']]
		]);
		const labels = new Map(document.voices.map(({ id, label }) => [id, label]));
		expect(document.claims.map(({ voices }) => voices.map((id) => labels.get(id)))).toEqual([
			['Reuters', 'two officials'],
			['AP', 'a spokesman']
		]);
		expect(document.claims[0]?.statement).toBe('Quds Force backs KH.');
		const told = receipt.differences.map(({ effect, place }) => `${effect} ${place}`);
		expect(told).toEqual([
			'noticed line 3',
			'merged line 3',
			'left-out line 5',
			'noticed the whole file',
			'noticed line 4'
		]);
	});

	it('without both ends ask nothing: a line of totals has no word', () => {
		const graph = table(header, [
			['Rat', 'backs', 'Bund', '2024', '', '', ''],
			['Summe', '498 Vorfälle', '', '', '', '', '']
		]);
		const { questions, mapping } = guessMapping(graph);
		expect(questions).toEqual([]);
		expect(mapping.types.map(([word]) => word)).toEqual(['backs']);
	});

	it('put no words of ours into a mouth, and say where they are made', () => {
		const { document, receipt } = made(
			table(header, [
				['Rat', 'kritisiert', 'Bund', '2024', 'ein Sprecher', 'AP', ''],
				['Rat', '', 'Bund', '2023', 'ein Sprecher', 'AP', '']
			])
		);
		expect(document.claims.map(({ statement }) => statement)).toEqual([
			'Rat kritisiert Bund.',
			'Rat – Bund.'
		]);
		expect(receipt.differences.map(({ reason }) => reason)).toEqual([
			'1 row does not say how the two are related; they became “is linked to”.',
			'2 rows say who says so, but not in which words; the statements of such claims are made of the names and the word of the row.'
		]);
	});

	it('with a negative sign and no type are hostile; with a type that says otherwise they are told of', () => {
		const signed = made(
			table(
				['source', 'target', 'sign'],
				[
					['a', 'b', '1'],
					['a', 'c', '-1']
				]
			)
		).document;
		expect(signed.relations.map(({ type }) => type)).toEqual(['allied_with', 'opposes']);
		const { document, receipt } = made(
			table(['source', 'target', 'type', 'sign'], [['a', 'b', 'backs', '-1']])
		);
		expect(document.relations).toMatchObject([{ type: 'backs', attributes: [['sign', '-1']] }]);
		expect(receipt.differences[0]?.reason).toMatch(/^1 edge has a sign that says the opposite/);
	});

	it('of a million relations alike end in time', () => {
		const rows = Array.from({ length: 30_000 }, (_, at) => ['a', 'meets', 'b', `n ${at}`]);
		const { document, receipt } = made(table(['from', 'type', 'to', 'extra'], rows));
		expect(receipt.edges.taken + receipt.edges.merged).toBe(30_000);
		expect(document.relations).toHaveLength(6);
	});
});

describe('nested graphs', () => {
	it('become relations of part and whole', () => {
		const graph: StagedGraph = {
			...table([], []),
			table: false,
			nodeColumns: [{ name: 'parent', role: 'parent' }],
			nodes: [
				{ id: 'g', values: [], place: 'n1' },
				{ id: 'a', values: ['g'], place: 'n2' },
				{ id: 'b', values: ['nobody'], place: 'n3' }
			],
			tally: { ...table([], []).tally, nodes: { inFile: 3, taken: 3, merged: 0, leftOut: 0 } }
		};
		const { document, receipt } = made(graph);
		expect(document.relations).toEqual([{ id: 'r1', type: 'part_of', from: 'a', to: 'g' }]);
		expect(receipt.made.relations).toBe(1);
		expect(document.actors[2]?.attributes).toEqual([['parent', 'nobody']]);
	});
});

describe('kinds and modalities', () => {
	it.each([
		['Militia', 'armed-group'],
		['armed_group', 'armed-group'],
		['Company', 'organisation'],
		['Land', 'state'],
		['GOV', 'government'],
		['intrusion-set', null],
		['toString', null]
	])('%s is %s', (word, kind) => expect(guessKind(word)).toBe(kind));

	it.each([
		['angeblich', 'alleged'],
		['Confirmed', 'stated'],
		['démenti', 'denied'],
		['perhaps', null]
	])('%s is %s', (word, modality) => expect(guessModality(word)).toBe(modality));
});

describe('a mapping', () => {
	it('is plain data, for any file', () => {
		fc.assert(
			fc.property(fc.oneof(stagedGraphs(), anyTable), (graph) => {
				const { mapping, questions, guesses } = guessMapping(graph);
				const guessed = { mapping, questions, guesses };
				expect(JSON.parse(JSON.stringify(guessed))).toEqual(guessed);
				expect(mapping.nodes).toHaveLength(graph.nodeColumns.length);
				expect(mapping.edges).toHaveLength(graph.edgeColumns.length);
				for (const { sure, why } of guesses) {
					expect(sure).toBeGreaterThanOrEqual(0);
					expect(sure).toBeLessThanOrEqual(1);
					expect(why).toMatch(/\.$/);
				}
			})
		);
	});

	it('is remembered for files of the same shape, and learns new words', () => {
		const rows = [['a', 'haunts', 'b']];
		const first = table(['from', 'type', 'to'], rows);
		const next = table(
			['from', 'type', 'to'],
			[
				['c', 'haunts', 'd'],
				['c', 'supports', 'd']
			]
		);
		expect(shapeKey(first)).toBe(shapeKey(next));
		expect(shapeKey(first)).not.toBe(shapeKey(table(['from', 'to', 'type'], rows)));
		const answered = { ...guessMapping(first).mapping, types: [['haunts', { id: 'threatens' }]] as const };
		const mapping = remembered(answered, guessMapping(next, 'Next').mapping);
		expect(mapping.title).toBe('Next');
		expect(interpret(next, mapping).document.relations.map(({ type }) => type)).toEqual([
			'threatens',
			'backs'
		]);
	});
});
