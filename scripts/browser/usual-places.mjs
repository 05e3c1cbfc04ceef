import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

const onLinux = [
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/opt/google/chrome/chrome',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/snap/bin/chromium',
	'/usr/bin/microsoft-edge-stable',
	'/usr/bin/microsoft-edge',
	'/usr/bin/brave-browser'
];

const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
	(name) => `/Applications/${name}.app/Contents/MacOS/${name}`
);

const onWindows = [
	'Google\\Chrome\\Application\\chrome.exe',
	'Chromium\\Application\\chrome.exe',
	'Microsoft\\Edge\\Application\\msedge.exe',
	'BraveSoftware\\Brave-Browser\\Application\\brave.exe'
];

/** Where browsers of the Chromium family are usually installed on this system, best first; only what exists. */
export function usualPlaces({ platform = process.platform, env = process.env } = {}) {
	const places = {
		linux: () => onLinux,
		// Applications may also be installed for one user only.
		darwin: () => onMac.flatMap((path) => [path, posix.join(env.HOME ?? '/', path)]),
		win32: () =>
			[env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
				.filter(Boolean)
				.flatMap((folder) => onWindows.map((path) => win32.join(folder, path)))
	};
	return (places[platform]?.() ?? []).filter((path) => existsSync(path));
}
