/**
 * Finds the place where a text stops being JSON (RFC 8259). Only for the message: engines word theirs
 * differently, and not all of them say where. Keeps its own stack, so that no depth overflows.
 */
export interface SyntaxFault {
	/** UTF-16 units from the start of the text. */
	readonly offset: number;
	/** What should be there, in words. */
	readonly expected: string;
}

type Want = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' | 'end';
type Bracket = '{' | '[';

const EXPECTED: Readonly<Record<Want, string>> = {
	value: 'a value',
	'first value': 'a value or ]',
	key: 'a key in double quotes',
	'first key': 'a key in double quotes or }',
	colon: 'a colon',
	comma: 'a comma or a closing bracket',
	end: 'the end of the file'
};

/** The first fault, or null when the text is JSON. */
export function findSyntaxFault(text: string): SyntaxFault | null {
	const open: Bracket[] = [];
	let want: Want = 'value';
	let at = skipBlanks(text, 0);
	for (let sign = text[at]; sign !== undefined; sign = text[at]) {
		if (closes(sign, want, open.at(-1))) {
			open.pop();
			want = open.length > 0 ? 'comma' : 'end';
			at++;
		} else if ((sign === '{' || sign === '[') && want.endsWith('value')) {
			open.push(sign);
			want = sign === '{' ? 'first key' : 'first value';
			at++;
		} else {
			const end = scan(text, at, want);
			if (typeof end !== 'number') return end;
			want = wantAfter(want, open.at(-1));
			at = end;
		}
		at = skipBlanks(text, at);
	}
	return want === 'end' ? null : { offset: at, expected: EXPECTED[want] };
}

function wantAfter(want: Want, inside: Bracket | undefined): Want {
	if (want === 'colon') return 'value';
	if (want === 'comma') return inside === '{' ? 'key' : 'value';
	if (want === 'key' || want === 'first key') return 'colon';
	return inside ? 'comma' : 'end';
}

function closes(sign: string, want: Want, inside: Bracket | undefined): boolean {
	if (sign === '}') return inside === '{' && (want === 'comma' || want === 'first key');
	return sign === ']' && inside === '[' && (want === 'comma' || want === 'first value');
}

function skipBlanks(text: string, at: number): number {
	while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
	return at;
}

/** Where the sign, key or plain value at `at` ends, or the fault in it. */
function scan(text: string, at: number, want: Want): number | SyntaxFault {
	const sign = text.charAt(at);
	const fault = { offset: at, expected: EXPECTED[want] };
	if (want === 'colon' || want === 'comma') return sign === (want === 'colon' ? ':' : ',') ? at + 1 : fault;
	if (want === 'end') return fault;
	if (sign === '"') return scanText(text, at);
	if (want === 'key' || want === 'first key') return fault;
	for (const word of ['true', 'false', 'null']) if (text.startsWith(word, at)) return at + word.length;
	return scanNumber(text, at) ?? fault;
}

function scanText(text: string, start: number): number | SyntaxFault {
	for (let at = start + 1; at < text.length; at++) {
		const sign = text.charAt(at);
		if (sign === '"') return at + 1;
		if (sign < ' ') return { offset: at, expected: 'no line break or control character inside a text' };
		if (sign !== '\\') continue;
		const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[0];
		if (escape === undefined) return { offset: at, expected: 'two backslashes, or none' };
		at += escape.length;
	}
	return { offset: text.length, expected: 'the closing quote of a text' };
}

/** Null when no number starts here. Loops by hand: a regular expression overflows on a million digits. */
function scanNumber(text: string, start: number): number | SyntaxFault | null {
	const whole = text[start] === '-' ? start + 1 : start;
	let at = text[whole] === '0' ? whole + 1 : skipDigits(text, whole);
	if (at === whole) return whole === start ? null : digitAt(at);
	if (text[at] === '.') {
		const end = skipDigits(text, at + 1);
		if (end === at + 1) return digitAt(end);
		at = end;
	}
	if (text[at] !== 'e' && text[at] !== 'E') return at;
	const power = text[at + 1] === '+' || text[at + 1] === '-' ? at + 2 : at + 1;
	const end = skipDigits(text, power);
	return end === power ? digitAt(end) : end;
}

function digitAt(offset: number): SyntaxFault {
	return { offset, expected: 'a digit' };
}

function skipDigits(text: string, at: number): number {
	while (text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
	return at;
}
