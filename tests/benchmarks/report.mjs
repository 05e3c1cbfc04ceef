/** The figures as a table in Markdown, and its place in the README. */
import { readFile, writeFile } from 'node:fs/promises';
import { ROWS, budgetOf, isOver } from './rows.mjs';

const MARKS = ['<!-- bench -->', '<!-- /bench -->'];

function written({ unit, task }, value) {
	if (value === undefined) return '–';
	// The browser lists no shorter ones.
	if (task && value === 0) return '< 50';
	if (unit === 'kB') return Math.round(value / 1000).toLocaleString('en');
	return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

function ownCell(row, { isBundled, figures }) {
	const value = figures[row.figure];
	const text = written(row, value);
	const counted = row.unit === 'kB' ? value / 1000 : value;
	return value !== undefined && isOver(row, counted, isBundled) ? `**${text} over**` : text;
}

/** A peer's figure, and how many times better ours is with the same document. */
function peerCell(row, peer, own) {
	const [theirs, ours] = [peer.figures[row.figure], own.figures[row.figure]];
	if (theirs === undefined || !ours) return '–';
	const ratio = row.least ? ours / theirs : theirs / ours;
	return `${written(row, theirs)} (${ratio.toFixed(1)}×)`;
}

/**
 * @param {{ title: string, isBundled?: boolean, figures: object, peer?: { figures: object } }[]} columns
 * @returns {string} one row an action, one column a document, the peer's after ours
 */
export function table(columns) {
	const compared = columns.filter(({ peer }) => peer);
	const head = [
		'action',
		'budget',
		...columns.map(({ title }) => title),
		...compared.map(({ title }) => `plain Cytoscape ${title}`)
	];
	const lines = ROWS.map((row) => [
		row.action,
		budgetOf(row),
		...columns.map((column) => ownCell(row, column)),
		...compared.map((column) => peerCell(row, column.peer, column))
	]);
	const rule = head.map((_, place) => (place < 2 ? '---' : '--:'));
	return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * Puts a text between the README's marks.
 * @throws Error when they are not there
 */
export async function writeInto(path, text) {
	const readme = await readFile(path, 'utf8');
	const [begin, end] = MARKS.map((mark) => readme.indexOf(mark));
	if (begin < 0 || end < begin) throw new Error(`${path} has no ${MARKS.join(' and ')} to write between.`);
	await writeFile(path, `${readme.slice(0, begin + MARKS[0].length)}\n${text}\n${readme.slice(end)}`);
}
