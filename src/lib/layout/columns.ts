import type { LayoutActor } from '#lib/layout/layout.ts';
import { mostRoom } from '#lib/layout/symbols.ts';
import type { Point } from '#lib/model/document.ts';

/** Width by height of the whole, as of a screen. */
const ASPECT = 1.6;
/** Between two columns, and between two stacks of one, in widths of the widest symbol. */
const AISLE = 0.8;
const STACK_AISLE = 0.2;
/** A column of so many stands in two stacks at least: in one, relations inside the side hide each other. */
const TWO_STACKS = 5;
/** Rows may be spread so far, in heights of the tallest symbol, to fill the height. */
const LOOSE = 3;

interface Room {
	readonly width: number;
	readonly height: number;
}

/**
 * Where actors stand that form columns, from left to right, each ordered from top to bottom. A column too
 * tall for a picture of about 16:10 is dealt, in turn, to two or more stacks side by side, every other one
 * half a row lower, so that a relation from behind is not hidden by the symbol in front.
 */
export function placeColumns(
	actors: readonly LayoutActor[],
	columns: readonly (readonly number[])[]
): Point[] {
	const points: Point[] = actors.map(() => [0, 0]);
	const room = mostRoom(actors);
	const most = rowsFor(columns, room);
	const height = Math.max(most * room.height, widthOf(columns, most, room) / ASPECT);
	let left = 0;
	for (const column of columns) {
		const stacks = stacksFor(column.length, most);
		const rows = Math.ceil(column.length / stacks);
		const step = Math.max(room.height, Math.min(height / rows, LOOSE * room.height));
		column.forEach((index, place) => {
			const stack = place % stacks;
			const row = Math.floor(place / stacks) + 0.5 * (stack % 2);
			points[index] = [left + stack * room.width * (1 + STACK_AISLE), (row - rows / 2) * step];
		});
		left += widthOf([column], most, room) + AISLE * room.width;
	}
	return points;
}

/** The number of rows with which the whole is nearest to the wanted proportion. */
function rowsFor(columns: readonly (readonly number[])[], room: Room): number {
	let [low, high] = [1, columns.reduce((most, column) => Math.max(most, column.length), 1)];
	while (low < high) {
		const rows = Math.floor((low + high) / 2);
		if (widthOf(columns, rows, room) / (rows * room.height) > ASPECT) low = rows + 1;
		else high = rows;
	}
	return low;
}

function stacksFor(count: number, rows: number): number {
	return Math.max(Math.ceil(count / rows), count < TWO_STACKS ? 1 : 2);
}

function widthOf(columns: readonly (readonly number[])[], rows: number, room: Room): number {
	const stacks = columns.reduce((sum, column) => sum + stacksFor(column.length, rows), 0);
	const inner = (stacks - columns.length) * STACK_AISLE;
	return (stacks + inner + (columns.length - 1) * AISLE) * room.width;
}
