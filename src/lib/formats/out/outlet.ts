/** What a way out of the program is. */
import type { CsvStyle } from '#lib/formats/tables/csv-writer.ts';
import type { Loss, WrittenFormat } from '#lib/formats/out/loss.ts';
import type { Document } from '#lib/model/document.ts';

/** How a document is taken out in one format. */
export interface Outlet extends WrittenFormat {
	/** What the format cannot carry of this document, in the order of the loss table. */
	losses(document: Document): Loss[];
	/** What is not as it was, beyond that, in this document; sentences. */
	remarks?(document: Document, style: CsvStyle): string[];
	/** The file, in pieces. @throws RangeError when it gets larger than its format can hold */
	write(document: Document, style: CsvStyle): Iterable<string | Uint8Array<ArrayBuffer>>;
}
