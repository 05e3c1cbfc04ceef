/** Other ways in than choosing a file: pasted, handed over by the system, or named by an address of this site. */
import { LIMITS } from '#lib/formats/limits.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** What somebody hands over. A browser gives no more of a folder than its name, unless it is asked for all in it. */
export interface Given {
	readonly files: readonly File[];
	readonly folders: readonly string[];
}

/** What somebody drops. To be called while the event is going on. */
export function droppedIn(data: DataTransfer | null): Given {
	const items = [...(data?.items ?? [])].filter(({ kind }) => kind === 'file');
	const entries = items.map((item) => item.webkitGetAsEntry());
	const folders = entries.flatMap((entry) => (entry?.isDirectory ? [entry.name] : []));
	if (!folders.length) return { files: [...(data?.files ?? [])], folders };
	const files = items.map((item, at) => (entries[at]?.isDirectory ? null : item.getAsFile()));
	return { files: files.filter((file) => file !== null), folders };
}

/** What somebody pastes: files, or a text as if it were one. Empty when there is neither. */
export function pastedIn(data: DataTransfer | null): Given {
	const given = droppedIn(data);
	if (given.files.length || given.folders.length) return given;
	const text = data?.getData('text/plain') ?? '';
	const files = text.trim() === '' ? [] : [new File([text], 'pasted text', { type: 'text/plain' })];
	return { files, folders: [] };
}

interface LaunchQueue {
	setConsumer(consumer: (launch: { files: readonly FileSystemFileHandle[] }) => void): void;
}

/** Hears of files that the system hands to the installed app, where the browser can do that. */
export function onLaunchedFiles(use: (files: readonly File[]) => void): void {
	const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ files }) => {
		if (files.length) void Promise.all(files.map((handle) => handle.getFile())).then(use);
	});
}

interface FetchOptions {
	/** Of the page that is open. */
	readonly page?: string;
	/** Ends the loading. */
	readonly signal?: AbortSignal;
	/** Bytes; what is larger is not loaded to its end. */
	readonly most?: number;
}

/**
 * The file at an address that the user has typed. Nothing else is ever fetched, and nothing from elsewhere.
 * @param address absolute, or relative to this page
 * @throws UnreadableError when it is not on this site, is not there, breaks off or is too large; what the signal
 * says when it was stopped
 */
export async function fileAt(
	address: string,
	{ page = location.href, signal, most = LIMITS.fileBytes }: FetchOptions = {}
): Promise<File> {
	const url = urlOf(address, page);
	if (!url || url.origin !== new URL(page).origin || !/^https?:$/.test(url.protocol)) {
		throw new UnreadableError(
			'Only files of this site can be opened by their address.',
			'Download the file, then open it from there: nothing leaves this machine.'
		);
	}
	try {
		const response = await fetch(url, { redirect: 'error', ...(signal && { signal }) });
		if (!response.ok) {
			throw new UnreadableError(
				`There is no such file here (${response.status}).`,
				'Look at the address again.'
			);
		}
		const parts = await partsOf(response, most);
		signal?.throwIfAborted();
		return new File(parts, nameIn(url));
	} catch (error) {
		if (error instanceof UnreadableError || signal?.aborted) throw error;
		throw new UnreadableError(
			'The file could not be fetched: it is redirected to another place, or the connection broke off.',
			'Look at the address again, or download the file and open it from there.'
		);
	}
}

/** The body, counted as it comes: what the server says of its length need not be true. */
async function partsOf({ body }: Response, most: number): Promise<Uint8Array<ArrayBuffer>[]> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	const reader = body?.getReader();
	let size = 0;
	for (;;) {
		const piece = await reader?.read();
		if (!piece || piece.done) return parts;
		parts.push(piece.value);
		size += piece.value.length;
		if (size <= most) continue;
		// Whoever sends is not waited for.
		void reader?.cancel().catch(() => undefined);
		throw new UnreadableError(
			`The file is larger than ${Math.round(most / 1024 / 1024)} MB; no more is fetched.`,
			'Download the file and open it from there, or take a part of it.'
		);
	}
}

/** The last part of the path; as it stands where its escapes are none. */
function nameIn({ pathname }: URL): string {
	const name = pathname.split('/').at(-1) ?? '';
	try {
		return decodeURIComponent(name) || 'file';
	} catch {
		return name;
	}
}

function urlOf(address: string, page: string): URL | null {
	try {
		return new URL(address.trim(), page);
	} catch {
		return null;
	}
}
