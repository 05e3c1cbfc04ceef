/**
 * Taking a document out, inside a worker: the document comes in pieces, so that copying it never holds up the page,
 * and stays here for as many reports and files as are asked for.
 */
import type { DocumentPiece } from '#lib/background/document-pieces.ts';
import { TakenOut, type OutChoice, type OutReport } from '#lib/formats/out/taking-out.ts';
import { WAYS_OUT } from '#lib/formats/out/ways-out.ts';
import type { Document } from '#lib/model/document.ts';

interface Held {
	readonly what: DocumentPiece['what'];
	readonly value: unknown;
}

const held = new Map<string, Held>();
let whole: Document | null = null;
let taken: { readonly of: string; readonly out: TakenOut } | null = null;

/** Takes the next piece of a document; `begin` forgets another one. */
export async function holdPiece({ what, key, value }: DocumentPiece, begin: boolean): Promise<void> {
	if (begin) held.clear();
	[whole, taken] = [null, null];
	const before = held.get(key)?.value;
	if (what !== 'value' && Array.isArray(before)) for (const entry of value) before.push(entry);
	else held.set(key, { what, value: what === 'value' ? value : [...value] });
}

/** What somebody is told before they save. @throws RangeError for a format that there is not */
export async function outReport(choice: OutChoice): Promise<OutReport> {
	return takenOut(choice).report(choice);
}

/**
 * The file.
 * @param progress hears how many characters or bytes are written so far
 * @throws RangeError when it gets larger than its format can hold
 */
export async function outFile(choice: OutChoice, progress: (written: number) => void): Promise<Blob> {
	const report = slowly(progress);
	const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
	let written = 0;
	for (const part of takenOut(choice).write(choice)) {
		parts.push(part);
		written += part.length;
		report(written);
	}
	return new Blob(parts, { type: WAYS_OUT.find(({ id }) => id === choice.to)?.mime ?? '' });
}

/** What of the document goes out; kept for the next question, which mostly is about another format. */
function takenOut({ part, publish }: OutChoice): TakenOut {
	const of = JSON.stringify([part && [...part.actors], part && [...part.relations], publish]);
	if (taken?.of !== of) taken = { of, out: new TakenOut(document(), { part, publish }) };
	return taken.out;
}

function document(): Document {
	const value = (of: Held) => (of.what === 'map' ? new Map(of.value as [unknown, unknown][]) : of.value);
	// A key such as __proto__ is made the object's own, not assigned.
	whole ??= Object.fromEntries([...held].map(([key, of]) => [key, value(of)])) as unknown as Document;
	return whole;
}

/** Four times a second is enough for whoever watches. */
function slowly(progress: (written: number) => void): (written: number) => void {
	let last = performance.now();
	return (written) => {
		const now = performance.now();
		if (now - last < 250) return;
		last = now;
		progress(written);
	};
}
