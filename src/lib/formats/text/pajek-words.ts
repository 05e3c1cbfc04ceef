/** The words of one line of a Pajek file. */

export interface PajekWord {
	readonly text: string;
	/** `time`: between [ and ], as it stands. `open`: in quotes or brackets that the line does not close. */
	readonly kind: 'bare' | 'quoted' | 'time' | 'open';
}

export function pajekWords(line: string): PajekWord[] {
	const words: PajekWord[] = [];
	for (const [text] of line.matchAll(/"[^"]*"?|\[[^\]]*\]?|[^\s"[]\S*/g)) {
		if (text.startsWith('"')) {
			const closed = text.length > 1 && text.endsWith('"');
			words.push({ text: text.slice(1, closed ? -1 : undefined), kind: closed ? 'quoted' : 'open' });
		} else if (text.startsWith('[')) {
			words.push({ text, kind: text.endsWith(']') ? 'time' : 'open' });
		} else words.push({ text, kind: 'bare' });
	}
	return words;
}

/** Whether a word is a number as Pajek writes it. */
export function isNumber(text: string): boolean {
	return text !== '' && text.length < 400 && /^[-+\d.]/.test(text) && Number.isFinite(Number(text));
}

/** Words that only say how something is drawn; each has a value after it. From Pajek's manual, section 5.3. */
export const DRAWING: ReadonlySet<string> = new Set(
	(
		'x_fact y_fact phi r q s_size ic bc bw lc la lr lphi lp fos font url w c p s a h1 h2 a1 a2 k1 k2 ap ' +
		'hooks cart polar circ'
	).split(' ')
);

/** Names of the shapes that Pajek brings along. */
export const SHAPES: ReadonlySet<string> = new Set(
	'ellipse circle box square diamond triangle cross empty house man woman'.split(' ')
);

/**
 * A number with its decimal point moved to the right (to the left if negative), as text, so that no digit changes
 * but for zeros in front. Takes plain decimals such as `-0.25`; others are reckoned.
 */
export function movedPoint(number: string, places: number): string {
	const parts = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(number);
	if (!parts) return String(Number(number) * 10 ** places);
	const [, sign = '', whole = '', fraction = ''] = parts;
	const digits =
		'0'.repeat(Math.max(0, -places)) + whole + fraction + '0'.repeat(Math.max(0, places - fraction.length));
	const point = whole.length + Math.max(0, -places) + places;
	const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
	const right = digits.slice(point);
	return (sign === '-' ? '-' : '') + left + (right === '' ? '' : `.${right}`);
}
