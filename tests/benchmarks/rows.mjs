/** The rows of the table: what is done, and how long it may take. Judged here, measured elsewhere. */

/** In milliseconds, kilobytes, or frames a second. `least` where more is better, `most` where less is. */
export const ROWS = [
	{ action: 'navigation to first picture', figure: 'firstPicture', unit: 'ms', most: 1000 },
	{ action: 'JavaScript before first picture, gzip', figure: 'javascript', unit: 'kB', most: 300 },
	{ action: 'untick a family, painted', figure: 'untick', unit: 'ms', most: 100, mostBundled: 50 },
	{ action: 'tick it again, painted', figure: 'retick', unit: 'ms', most: 100, mostBundled: 50 },
	{ action: 'pan', figure: 'pan', unit: 'frames/s', least: 30 },
	{ action: 'zoom with the wheel', figure: 'zoom', unit: 'frames/s', least: 30 },
	{ action: 'search, key to results', figure: 'search', unit: 'ms', most: 16 },
	{ action: 'the same, slowest key', figure: 'searchSlowest', unit: 'ms', most: 16 },
	{ action: 'choose an actor, painted', figure: 'choose', unit: 'ms' },
	{ action: 'change the day, painted', figure: 'day', unit: 'ms', most: 100, mostBundled: 50 },
	{ action: 'an option of the picture, previewed', figure: 'pictureOption', unit: 'ms', mostBundled: 100 },
	{ action: 'write the picture as SVG', figure: 'pictureSvg', unit: 'ms', most: 500 },
	{ action: 'write the picture as PNG, 4×', figure: 'picturePng', unit: 'ms', most: 2000 },
	{ action: 'open the file, first picture', figure: 'open', unit: 'ms' },
	{ action: 'open a CSV of 20,000 relations, first picture', figure: 'openTable', unit: 'ms', most: 2000 },
	{ action: 'longest work in one piece: opening', figure: 'workOpening', unit: 'ms', most: 50, task: true },
	{ action: '… filtering', figure: 'workFiltering', unit: 'ms', most: 50, task: true },
	{ action: '… searching', figure: 'workSearching', unit: 'ms', most: 50, task: true },
	{ action: '… choosing', figure: 'workChoosing', unit: 'ms', most: 50, task: true },
	{ action: '… changing the day', figure: 'workDay', unit: 'ms', most: 50, task: true }
];

/** The budget in words: "50 / 100 ms", where the first is that of the bundled report. */
export function budgetOf({ unit, most, mostBundled, least }) {
	if (least) return `≥ ${least} ${unit}`;
	if (!most && !mostBundled) return '';
	if (!most) return `${mostBundled} / – ${unit}`;
	return `${mostBundled ? `${mostBundled} / ` : ''}${most.toLocaleString('en')} ${unit}`;
}

/** Whether a figure breaks its row's budget. */
export function isOver({ most, mostBundled, least }, value, isBundled) {
	const limit = isBundled ? (mostBundled ?? most) : most;
	return (least !== undefined && value < least) || (limit !== undefined && value > limit);
}
