/** Other ways in than choosing a file: pasted, handed over by the system, or named by an address of this site. */
import { UnreadableError } from '#lib/model/problems.ts';

/** What somebody pastes: files, or a text as if it were one. Empty when there is neither. */
export function pastedFiles(data: DataTransfer | null): File[] {
	const files = [...(data?.files ?? [])];
	if (files.length) return files;
	const text = data?.getData('text/plain') ?? '';
	return text.trim() === '' ? [] : [new File([text], 'pasted text', { type: 'text/plain' })];
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

/**
 * The file at an address that the user has typed. Nothing else is ever fetched, and nothing from elsewhere.
 * @param address absolute, or relative to this page
 * @throws UnreadableError when it is not on this site, or there is no such file
 */
export async function fileAt(address: string, page: string = location.href): Promise<File> {
	const url = urlOf(address, page);
	if (!url || url.origin !== new URL(page).origin || !/^https?:$/.test(url.protocol)) {
		throw new UnreadableError(
			'Only files of this site can be opened by their address.',
			'Download the file, then open it from there: nothing leaves this machine.'
		);
	}
	const response = await fetch(url, { redirect: 'error' });
	if (!response.ok) {
		throw new UnreadableError(
			`There is no such file here (${response.status}).`,
			'Look at the address again.'
		);
	}
	const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || 'file';
	return new File([await response.blob()], name);
}

function urlOf(address: string, page: string): URL | null {
	try {
		return new URL(address.trim(), page);
	} catch {
		return null;
	}
}
