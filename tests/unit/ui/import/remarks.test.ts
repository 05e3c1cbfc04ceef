import { expect, test } from 'vitest';
import { groupedRemarks } from '#lib/ui/import/remarks.ts';
import type { Difference } from '#lib/formats/staged.ts';

const remark = (effect: Difference['effect'], place: string, reason: string): Difference => ({
	effect,
	element: 'edge',
	place,
	reason
});

test('remarks that say the same of different things are one group, what was left out first', () => {
	const groups = groupedRemarks([
		remark('noticed', 'line 3', '“ca. 2019” is not a date.'),
		remark('merged', 'line 4', 'The row says the same as line 2.'),
		remark('noticed', 'line 5', '“?” is not a date.'),
		remark('left-out', 'line 6', 'The row does not say to whom.'),
		remark('noticed', 'the whole file', '2 rows do not say how.'),
		remark('merged', 'line 7', 'The row says the same as line 3.')
	]);
	expect(groups.map(({ reason, remarks }) => [reason, remarks.map(({ place }) => place)])).toEqual([
		['The row does not say to whom.', ['line 6']],
		['2 rows do not say how.', ['the whole file']],
		['“ca. 2019” is not a date.', ['line 3', 'line 5']],
		['The row says the same as line 2.', ['line 4', 'line 7']]
	]);
});
