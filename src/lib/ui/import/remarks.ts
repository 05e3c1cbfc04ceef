/** The remarks of a receipt in groups: a file of messy rows has hundreds, of a handful of sorts. */
import type { Difference } from '#lib/formats/staged.ts';

export interface RemarkGroup {
	readonly effect: Difference['effect'];
	/** As the first of them says it. */
	readonly reason: string;
	/** In the order of the file; never empty. */
	readonly remarks: readonly Difference[];
}

const ORDER: readonly Difference['effect'][] = ['left-out', 'noticed', 'merged'];
const OF_ALL = 'the whole file';

/**
 * Remarks that say the same, whatever they quote, as one group. First what is left out, then what is said of the whole
 * file, then what was taken with a remark or joined with another, each in the order of the file.
 */
export function groupedRemarks(differences: readonly Difference[]): readonly RemarkGroup[] {
	const groups = new Map<string, { effect: Difference['effect']; reason: string; remarks: Difference[] }>();
	for (const remark of differences) {
		const { effect, element, place, reason } = remark;
		const said = reason.replace(/“[^”]*”/g, '“”').replace(/\b(line|row) [\d,]+/g, '$1');
		const key = `${effect}\n${element}\n${place === OF_ALL}\n${said}`;
		const group = groups.get(key);
		if (group) group.remarks.push(remark);
		else groups.set(key, { effect, reason, remarks: [remark] });
	}
	const rank = ({ effect, remarks: [first] }: RemarkGroup) =>
		effect === 'noticed' && first?.place === OF_ALL ? 0.5 : ORDER.indexOf(effect);
	return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}
