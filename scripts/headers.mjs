// What the small server says about the files it serves. A host for the site should say the same.
import { extname } from 'node:path';

const types = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.webp': 'image/webp',
	'.woff': 'font/woff',
	'.woff2': 'font/woff2',
	'.xml': 'application/xml; charset=utf-8'
};

// Only names that browsers know: an unknown one is an error in their console.
const switchedOff =
	'accelerometer autoplay camera clipboard-read display-capture encrypted-media gamepad geolocation gyroscope hid ' +
	'idle-detection local-fonts magnetometer microphone midi payment picture-in-picture publickey-credentials-create ' +
	'publickey-credentials-get screen-wake-lock serial storage-access usb window-management xr-spatial-tracking';

/** On every answer. */
export const headersAlways = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Permissions-Policy': [
		...switchedOff.split(' ').map((name) => `${name}=()`),
		'clipboard-write=(self)',
		'fullscreen=(self)'
	].join(', ')
};

// A page carries its policy in a meta element, where this one directive has no effect.
// A worker does not inherit the page's policy: it has the one that its script came with.
const contentSecurityPolicy = {
	'.html': "frame-ancestors 'none'",
	'.js': "default-src 'none'; script-src 'self'; connect-src 'self'"
};

/**
 * All headers of one file's answer but its length.
 * @param {string} file the file that is served
 * @param {string} request the path that was asked for
 * @returns {Record<string, string>}
 */
export function headersOf(file, request) {
	const extension = extname(file);
	const policy = contentSecurityPolicy[extension];
	const isHashed = request.startsWith('/_app/immutable/');
	return {
		...headersAlways,
		...(policy && { 'Content-Security-Policy': policy }),
		'Content-Type': types[extension] ?? 'application/octet-stream',
		'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
	};
}
