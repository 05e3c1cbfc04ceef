import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { stageFile } from '#lib/formats/stage.ts';
import type { StageOptions } from '#lib/formats/stage.ts';
import { columnLetters, writeWorkbook } from '#lib/formats/tables/xlsx-writer.ts';
import { columnOf, numberText, shownByCode, shownByNumber } from '#lib/formats/tables/xlsx-values.ts';
import { UnreadableError } from '#lib/model/problems.ts';

async function read(bytes: Uint8Array, options: StageOptions = {}) {
	const staged = await stageFile([{ name: 'book.xlsx', bytes }], options);
	if (staged.what !== 'graph') throw new Error(staged.what);
	return staged;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
	readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[];
	readonly shared?: string;
	readonly styles?: string;
	readonly properties?: string;
}

/** A workbook by hand, as other programs might write it. */
function book({ sheets, shared = '', styles = '', properties = '' }: Parts): Record<string, Uint8Array> {
	const list = sheets.map(
		({ name, state }, at) =>
			`<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"${state ? ` state="${state}"` : ''}/>`
	);
	const relations = sheets.map(
		(_, at) => `<Relationship Id="r${at}" Type="${RELATIONS}/worksheet" Target="worksheets/s${at}.xml"/>`
	);
	const parts: Record<string, string> = {
		'[Content_Types].xml': '<Types/>',
		'_rels/.rels': `<Relationships><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}">${properties}<sheets>${list.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}<Relationship Id="x" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
		'xl/sharedStrings.xml': `<sst>${shared}</sst>`,
		'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`
	};
	sheets.forEach(
		({ xml }, at) => (parts[`xl/worksheets/s${at}.xml`] = `<worksheet ${MAIN}>${xml}</worksheet>`)
	);
	return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}

const HEADER =
	'<row r="1"><c r="A1" t="str"><v>from</v></c><c r="B1" t="str"><v>to</v></c><c r="C1" t="str"><v>note</v></c></row>';

const sheet = (rows: string) => `<sheetData>${HEADER}${rows}</sheetData>`;
const values = async (bytes: Uint8Array) => (await read(bytes)).graph.edges.map((edge) => edge.values);

describe('cells of a workbook', () => {
	it('are text as the file holds it', async () => {
		const rows =
			'<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><r><t>in </t></r><r><t>parts</t></r></is></c><c r="C3"><v>0.30000000000000004</v></c></row>' +
			'<row r="4"><c t="b"><v>1</v></c><c t="str"><f>A1&amp;B1</f><v>cached</v></c><c><v>1.2E-7</v></c></row>' +
			'<row r="5"><c r="A5" s="1"><v>12</v></c><c r="B5" s="2"><v>45320.5</v></c><c r="C5" t="d"><v>2024-01-29</v></c></row>';
		const styles =
			'<numFmts><numFmt numFmtId="170" formatCode="0000"/><numFmt numFmtId="171" formatCode="dd\\.mm\\.yyyy hh:mm"/></numFmts>' +
			'<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>';
		const shared = '<si><t>0012</t><rPh><t>sound</t></rPh></si>';
		const bytes = zipSync(book({ sheets: [{ name: 'S', xml: sheet(rows) }], shared, styles }));
		expect(await values(bytes)).toEqual([
			['0012', 'in parts', '0.30000000000000004'],
			['TRUE', 'cached', '1.2E-7'],
			['0012', '2024-01-29T12:00:00', '2024-01-29']
		]);
		expect((await read(bytes)).graph.edges[0]!.place).toBe('row 3');
	});

	it('with errors are empty, and told; merged ones are told', async () => {
		const rows =
			'<row r="2"><c r="A2" t="str"><v>a</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="str"><v>x</v></c></row>';
		const merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:B9"/></mergeCells>';
		const { graph } = await read(zipSync(book({ sheets: [{ name: 'S', xml: sheet(rows) + merged }] })));
		expect(graph.edges[0]!.values).toEqual(['a', undefined, 'x']);
		expect(graph.differences.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
			expect.stringMatching(/^S: 2 groups of cells are merged/),
			expect.stringMatching(/^row 2, cell 2: #N\/A: The cell has an error/)
		]);
	});

	it('that only have a style are nothing, and short rows are no oddity', async () => {
		const rows =
			'<row r="2"><c r="A2" t="str"><v>a</v></c><c r="B2" t="str"><v>b</v></c><c r="XFD2" s="0"/></row><row r="3"><c r="A3" s="0"/></row>';
		const { graph } = await read(zipSync(book({ sheets: [{ name: 'S', xml: sheet(rows) }] })));
		expect(graph.edges).toHaveLength(1);
		expect(graph.differences).toEqual([]);
	});

	it.each([
		['General', 'number'],
		['0.00', 'number'],
		['#,##0.00 "days"', 'number'],
		['[Red]0', 'number'],
		['yyyy', 'year'],
		['mmm\\ yyyy', 'month'],
		['[$-407]d. mmmm yyyy;@', 'day'],
		['dd/mm/yy\\ hh:mm', 'day'],
		['d\\-mmm', 'day'],
		['[h]:mm:ss', 'time'],
		['mm:ss.0', 'time'],
		['"year" 0', 'number']
	])('with the format %s show a %s', (code, shown) => {
		expect(shownByCode(code)).toBe(shown);
	});

	it('with dates are ISO dates as precise as they are shown', () => {
		expect([14, 17, 20, 22, 2, 57].map(shownByNumber)).toEqual([
			'day',
			'month',
			'time',
			'day',
			'number',
			'day'
		]);
		const date = (text: string, shown: Parameters<typeof numberText>[1] = 'day', mac = false) =>
			numberText(text, shown, mac);
		expect(date('45320')).toBe('2024-01-29');
		expect(date('1')).toBe('1900-01-01');
		expect(date('59')).toBe('1900-02-28');
		expect(date('61')).toBe('1900-03-01');
		expect(date('43858', 'day', true)).toBe('2024-01-29');
		expect(date('0', 'day', true)).toBe('1904-01-01');
		expect(date('45320.999999')).toBe('2024-01-30');
		expect(date('45320.25')).toBe('2024-01-29T06:00:00');
		expect(date('45320', 'month')).toBe('2024-01');
		expect(date('45320', 'year')).toBe('2024');
		expect(date('0.5', 'time')).toBe('12:00:00');
		expect(['-5', '9999999', 'x', '2958466'].map((text) => date(text))).toEqual([
			'-5',
			'9999999',
			'x',
			'2958466'
		]);
		expect(numberText('12', { digits: 5 }, false)).toBe('00012');
		expect(numberText('1.5', { digits: 5 }, false)).toBe('1.5');
	});

	it('have columns by letters', () => {
		for (const column of [0, 1, 25, 26, 27, 701, 702, 16_383])
			expect(columnOf(`${columnLetters(column)}7`)).toBe(column);
		expect(['XFE1', 'A', '1', 'a1', 'AAAA1', ''].map(columnOf)).toEqual([null, null, null, null, null, null]);
	});
});

describe('sheets of a workbook', () => {
	const edge = sheet('<row r="2"><c r="A2" t="str"><v>a</v></c><c r="B2" t="str"><v>b</v></c></row>');
	const node =
		'<sheetData><row><c t="str"><v>id</v></c><c t="str"><v>name</v></c></row><row><c t="str"><v>a</v></c><c t="str"><v>Alpha</v></c></row></sheetData>';

	it('are taken together, but for hidden ones, which are told', async () => {
		const bytes = zipSync(
			book({
				sheets: [
					{ name: 'Ties', xml: edge },
					{ name: 'People', xml: node },
					{ name: 'Secret', xml: edge, state: 'veryHidden' },
					{ name: 'Empty', xml: '<sheetData/>' }
				]
			})
		);
		const { graph, tables } = await read(bytes);
		expect(tables.map(({ name, kind, taken }) => [name, kind, taken])).toEqual([
			['Ties', 'edges', true],
			['People', 'nodes', true],
			['Secret', 'edges', false],
			['Empty', 'nodes', true]
		]);
		expect(graph.tally).toMatchObject({ nodes: { taken: 1 }, edges: { taken: 1 }, others: { leftOut: 1 } });
		expect(graph.nodes[0]!.place).toBe('People, row 2');
		const shown = await read(bytes, { tables: new Map([['Secret', { take: true }]]) });
		expect(shown.graph.tally.edges.taken).toBe(2);
	});

	it('are refused in words when a part is missing, damaged, or no XML', async () => {
		const whole = book({ sheets: [{ name: 'S', xml: edge }] });
		for (const name of ['xl/worksheets/s0.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml']) {
			const { [name]: content, ...rest } = whole;
			const broken = zipSync({ ...whole, [name]: content!.subarray(0, content!.length - 3) });
			await expect(read(broken)).rejects.toThrow(UnreadableError);
			await expect(read(zipSync(rest))).rejects.toThrow(UnreadableError);
		}
		const far = sheet('<row r="2"><c r="ZZZ2"><v>1</v></c></row>');
		await expect(read(zipSync(book({ sheets: [{ name: 'S', xml: far }] })))).rejects.toThrow(/ZZZ2/);
		const lost = sheet('<row r="2"><c r="A2" t="s"><v>9</v></c></row>');
		await expect(read(zipSync(book({ sheets: [{ name: 'S', xml: lost }] })))).rejects.toThrow(
			/text number 9 is missing/
		);
	});
});

describe('a workbook that another library writes', () => {
	it('is read', async () => {
		const type = { String, Number, Date, Boolean };
		const row = [
			{ value: '0012', type: type.String },
			{ value: '=1+1', type: type.String },
			{ value: new Date(Date.UTC(2024, 0, 29)), type: type.Date, format: 'dd.mm.yyyy' },
			{ value: 12345678901, type: type.Number },
			{ value: false, type: type.Boolean }
		];
		const header = ['from', 'to', 'when', 'n', 'b'].map((value) => ({ value, type: type.String }));
		const bytes = await writeXlsxFile([header, row]).toBuffer();
		expect(await values(new Uint8Array(bytes))).toEqual([
			['0012', '=1+1', '2024-01-29', '12345678901', 'FALSE']
		]);
	});
});

describe('a workbook that we write', () => {
	const text = fc.oneof(
		fc.string(),
		fc.string({ unit: 'binary' }),
		fc.constantFrom(
			'=1+1',
			' x ',
			'_x0041_',
			'0012',
			'TRUE',
			'a\r\nb',
			'\uD800',
			'<&>"',
			'2024-01-29',
			'\u0007'
		)
	);

	it('holds every text, and is the same bytes every time', async () => {
		const row = fc.tuple(fc.string({ minLength: 1, maxLength: 5 }), fc.constant('b'), text);
		await fc.assert(
			fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
				const table = { name: 'Relations', header: ['from', 'to', 'note'], rows };
				const bytes = writeWorkbook([table]);
				expect(writeWorkbook([table])).toEqual(bytes);
				const expected = rows.map((one) => [...one.slice(0, 2), ...(one[2] === '' ? [] : [one[2]])]);
				expect(await values(bytes)).toEqual(expected);
			}),
			{ numRuns: 20 }
		);
	});

	it('is read by another library, as text', async () => {
		const rows = [
			['=cmd|x', '-1', ' 2024-01-29'],
			['a&b', 'ü😀', '0012']
		];
		const bytes = writeWorkbook([
			{ name: 'Actors', header: ['id'], rows: [['x']] },
			{ name: 'Relations & more', header: ['from', 'to', 'note'], rows }
		]);
		const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
		expect(sheets.map(({ sheet: name }) => name)).toEqual(['Actors', 'Relations & more']);
		expect(sheets[1]!.data).toEqual([['from', 'to', 'note'], ...rows]);
	});
});
