import { describe, expect, it } from 'vitest';
import { toDay } from '#lib/model/time-days.ts';
import { compareGroups, compareRow } from '#lib/ui/time/compare-rows.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { DEFAULT_SETTINGS, NOTHING } from '#lib/view/settings.ts';
import { small } from '../../model/small-document.ts';
import { allTold } from '../../view/told-of.ts';

const moment = (iso: string) => ({ first: toDay(iso)!, last: toDay(iso)! });
const told = allTold({
	...small,
	relations: [
		{ id: 'new', type: 'commands', from: 'quds', to: 'kataib', when: '2024-02-01/..' },
		{ id: 'old', type: 'commands', from: 'quds', to: 'usa', when: '2023-01-01/2024-01-10' },
		{ id: 'maybe', type: 'commands', from: 'kataib', to: 'usa', when: '2024-01/2024-12-31' },
		{ id: 'act', type: 'meets', from: 'kataib', to: 'usa', when: '2024-01-20' },
		{ id: 'perhaps', type: 'meets', from: 'quds', to: 'usa', when: '[2024-02-01..2024-02-10]' },
		{ id: 'always', type: 'commands', from: 'kataib', to: 'quds' }
	]
});
const before = { told, asOf: moment('2024-01-05') };
const now = { told, asOf: moment('2024-02-05') };
const { differences } = filterDocument(
	told,
	{ ...DEFAULT_SETTINGS, asOf: now.asOf, comparedWith: { asOf: before.asOf, voicesOff: new Set() } },
	NOTHING,
	told
);

describe('what differs between two days', () => {
	it('is grouped, each relation once, in the order of added, ended, changed, same', () => {
		const groups = compareGroups(told, differences);
		expect(groups.map(({ name, relations }) => [name, relations.map(({ id }) => id)])).toEqual([
			['Added', ['new', 'act', 'perhaps']],
			['Ended', ['old']],
			['Changed', ['maybe']],
			['The same', ['always']]
		]);
	});

	it('says of what changed what it was and what it is', () => {
		const row = (id: string) => compareRow(told.relations.get(id)!, differences.get(id)!, before, now, '');
		expect(row('maybe')).toMatch(/unsourced: possible before, certain now$/);
		expect(row('new')).toMatch(/unsourced$/);
		expect(row('always')).toMatch(/unsourced$/);
	});

	it('says of an act that it may have been, or that it was between the two days', () => {
		const row = (id: string) => compareRow(told.relations.get(id)!, differences.get(id)!, before, now, '');
		expect(row('act')).toMatch(/unsourced: between the two days$/);
		expect(row('perhaps')).toMatch(/unsourced: possibly$/);
	});
});
