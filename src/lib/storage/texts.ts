/**
 * Texts of sources, kept in this browser because the user said so; in IndexedDB, one for each source of a document.
 * Everything here may fail, in a private window or when there is no room, and then throws StorageError with words
 * for the user.
 */

export interface KeptText {
	/** The source of a document that it was opened for, under a name that no other source has. */
	readonly source: string;
	/** Of the text in UTF-8, hexadecimal. */
	readonly sha256: string;
	readonly text: string;
}

/** A kept text without the text. */
export interface KeptSize extends Omit<KeptText, 'text'> {
	/** Bytes in UTF-8. */
	readonly bytes: number;
}

/** Why something could not be kept, read or forgotten, in words for the user. */
export class StorageError extends Error {}

const DATABASE = 'dramatis-texts';
/** The version before kept a text by its hash, and so lost one where sources shared a name. */
const VERSION = 2;
const STORE = 'texts';

interface Row extends KeptText, KeptSize {}

/** Keeps a text; one kept for the same source before is replaced, those of other sources stay. */
export async function keepText(kept: KeptText): Promise<void> {
	const row: Row = { ...kept, bytes: new TextEncoder().encode(kept.text).length };
	await inStore('readwrite', async (store) => {
		await asked(store.put(row));
	});
}

/** The text that was kept for the source of this name; null when there is none. */
export async function keptText(source: string): Promise<KeptText | null> {
	return await inStore('readonly', async (store) => {
		const row: unknown = await asked(store.get(source));
		return isRow(row) ? row : null;
	});
}

/** Forgets the text of a source; one that is not there is forgotten already. */
export async function forgetText(source: string): Promise<void> {
	await inStore('readwrite', async (store) => {
		await asked(store.delete(source));
	});
}

/** What is kept, and how large it is. */
export async function keptTexts(): Promise<KeptSize[]> {
	return await inStore('readonly', async (store) => {
		const rows: unknown[] = await asked(store.getAll());
		return rows.filter(isRow).map(({ sha256, source, bytes }) => ({ sha256, source, bytes }));
	});
}

/** Another version of the program, or another page of this address, may have written anything. */
function isRow(row: unknown): row is Row {
	const { sha256, source, text, bytes } = (row ?? {}) as Partial<Row>;
	return [sha256, source, text].every((value) => typeof value === 'string') && typeof bytes === 'number';
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
	let database: IDBDatabase | undefined;
	try {
		database = await open();
		const transaction = database.transaction(STORE, mode);
		const done = ended(transaction);
		// Whatever fails in it ends the transaction too: its promise must not be left alone with that.
		const [result] = await Promise.all([work(transaction.objectStore(STORE)), done]);
		return result;
	} catch (error) {
		throw new StorageError(wordsFor(error), { cause: error });
	} finally {
		database?.close();
	}
}

function open(): Promise<IDBDatabase> {
	const request = indexedDB.open(DATABASE, VERSION);
	request.onupgradeneeded = () => {
		const { result } = request;
		if (result.objectStoreNames.contains(STORE)) result.deleteObjectStore(STORE);
		result.createObjectStore(STORE, { keyPath: 'source' });
	};
	return asked(request);
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('failed'));
	});
}

/** A write is safe only when its transaction is through: a full disk is noticed at the end. */
function ended(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
	});
}

function wordsFor(error: unknown): string {
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	return name === 'QuotaExceededError'
		? 'There is no room left in this browser’s storage for the text.'
		: 'This browser does not let the page keep anything. It may be a private window, or storage may be switched off.';
}
