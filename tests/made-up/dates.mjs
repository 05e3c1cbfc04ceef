/** Days, and how a reporter who does not know them to the day writes them: EDTF of every sort. */

const DAY_MS = 86_400_000;
const two = (number) => String(number).padStart(2, '0');

/** Days since 1970-01-01. */
export const dayOf = (year, month, date) => Date.UTC(year, month - 1, date) / DAY_MS;
export const FIRST_DAY = dayOf(2022, 1, 3);
export const LAST_DAY = dayOf(2024, 12, 20);

const parts = (day) => {
	const time = new Date(day * DAY_MS);
	return [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
};
/** `2024-01-29` */
export const iso = (day) => parts(day).map(two).join('-');
const month = (day) => iso(day).slice(0, 7);
const year = (day) => iso(day).slice(0, 4);
/** Spring to autumn; a winter begins in December, so that of January is of the year before. */
const season = (day) => {
	const [y, m] = parts(day);
	return m < 3 ? `${y - 1}-24` : `${y}-${20 + Math.floor(m / 3)}`;
};
const quarter = (day) => `${year(day)}-${32 + Math.ceil(parts(day)[1] / 3)}`;
/** `2024-01-1X` */
const tenDays = (day) => `${iso(day).slice(0, 9)}X`;

/** When something happened that truly happened on a day. */
export function blurred(dice, day) {
	const before = day - dice.between(1, 6);
	const after = day + dice.between(1, 6);
	const later = after + dice.between(8, 40);
	return dice.weighed([
		[48, () => iso(day)],
		[4, () => `${iso(day)}~`],
		[4, () => `${iso(day)}?`],
		[1, () => `${iso(day)}%`],
		[11, () => month(day)],
		[2, () => `${month(day)}~`],
		[2, () => `${month(day)}?`],
		[3, () => season(day)],
		[1, () => `${season(day)}~`],
		[1, () => quarter(day)],
		[3, () => year(day)],
		[1, () => `${year(day)}?`],
		[1, () => tenDays(day)],
		[4, () => `[${iso(before)}..${iso(after)}]`],
		[3, () => `[${iso(day)},${iso(later)}]`],
		[1, () => `[${month(day)},${month(later + 31)}]`],
		[2, () => `[..${iso(after)}]`],
		[1, () => `[${iso(before)}..]`],
		[2, () => `{${iso(day)},${iso(after)},${iso(later)}}`],
		[2, () => `{${iso(day)}..${iso(after)}}`],
		[4, () => `${iso(before)}/${iso(after)}`],
		[1, () => `${month(day)}/${month(later)}`],
		[1, () => `${iso(day)}~/${iso(later)}?`],
		[1, () => `/${iso(day)}`]
	])();
}

/** When something held that truly held from a day to another, or, with null, still does. */
export function lasting(dice, from, to) {
	const start = dice.weighed([
		[4, () => iso(from)],
		[4, () => month(from)],
		[4, () => year(from)],
		[1, () => season(from)],
		[1, () => `${year(from)}~`],
		[1, () => `${month(from)}?`],
		[1, () => ''],
		[1, () => '..']
	])();
	if (to === null) {
		return dice.weighed([
			[10, () => `${start || year(from)}/..`],
			[4, () => `${start || month(from)}/`],
			[3, () => blurred(dice, from)],
			[1, () => `{${year(from)}..}`],
			[1, () => '200X'],
			[1, () => '19XX'],
			[1, () => '../..']
		])();
	}
	const end = dice.weighed([
		[4, () => iso(to)],
		[4, () => month(to)],
		[2, () => year(to)],
		[1, () => season(to)],
		[1, () => `${month(to)}~`],
		[1, () => `${iso(to)}?`]
	])();
	return `${start}/${end}`;
}
