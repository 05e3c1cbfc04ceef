/** Values of cells of a spreadsheet as text, as the file holds them: only dates are made ISO, as precise as they are shown. */

/** What a number format shows: a date or a time of some precision, leading zeros, or anything else. */
export type Shown = 'number' | 'year' | 'month' | 'day' | 'time' | { readonly digits: number };

/** Formats that every program knows by number (ECMA-376 part 1, 18.8.30; 27 to 58 are East Asian dates). */
export function shownByNumber(id: number): Shown {
	if (id === 17) return 'month';
	if ((id >= 14 && id <= 16) || id === 22 || (id >= 27 && id <= 31) || id === 36) return 'day';
	if (id >= 50 && id <= 58) return 'day';
	if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time';
	return 'number';
}

/** What a format of the file's own shows, such as `dd.mm.yyyy`, `0000`, `[h]:mm` or `#,##0.00 "days"`. */
export function shownByCode(code: string): Shown {
	if (code.length > 500) return 'number';
	const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
	const first = bare.split(';')[0]!.toLowerCase();
	if (/^0{2,}$/.test(first)) return { digits: first.length };
	if (/general|[0#?]/.test(first.replace(/s\.0+/, 's'))) return 'number';
	const letters = new Set(first);
	const hasTime = letters.has('h') || letters.has('s');
	if (letters.has('d') || (letters.has('y') && hasTime)) return 'day';
	if (letters.has('y') || letters.has('e')) return letters.has('m') ? 'month' : 'year';
	if (hasTime) return 'time';
	return letters.has('m') ? 'day' : 'number';
}

const DAY = 86_400;
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/**
 * A number as it is shown where that says more than its digits.
 * @param text of the file
 * @param from1904 whether days are counted from 1904, as old Macs did
 */
export function numberText(text: string, shown: Shown, from1904: boolean): string {
	if (shown === 'number') return text;
	const number = Number(text);
	if (!Number.isFinite(number)) return text;
	if (typeof shown === 'object')
		return Number.isInteger(number) && number >= 0 ? text.padStart(shown.digits, '0') : text;
	if (number < 0 || number > LAST_SERIAL) return text;
	const seconds = Math.round(number * DAY);
	const time = clock(seconds % DAY);
	if (shown === 'time') return seconds < DAY ? time : text;
	const date = dateOf(Math.floor(seconds / DAY), from1904);
	if (shown === 'year') return date.slice(0, 4);
	if (shown === 'month') return date.slice(0, 7);
	return seconds % DAY === 0 ? date : `${date}T${time}`;
}

/** In the count from 1900, 60 is a 29 February that never was: what comes before is one day later than counted. */
function dateOf(serial: number, from1904: boolean): string {
	const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
	return new Date(Date.UTC(1899, 11, 30) + days * DAY * 1000).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Texts have characters that XML cannot hold as `_x000D_` (ST_Xstring). */
export function unescaped(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16))
	);
}

/** `AB12` → 27; null when it is no such place. Columns from 0, at most 16,384 of them. */
export function columnOf(reference: string): number | null {
	const letters = /^[A-Z]{1,3}(?=\d{1,7}$)/.exec(reference)?.[0];
	if (letters === undefined) return null;
	let column = 0;
	for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
	return column <= 16_384 ? column - 1 : null;
}
