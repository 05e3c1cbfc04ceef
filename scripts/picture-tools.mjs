// Programs that are not ours and not a browser, by which the tests look at pictures: poppler for PDF, librsvg and
// xmllint for SVG. Used where they are; as root on Debian they are installed; elsewhere the tests that need them say
// that they are skipped.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './browser/install.mjs';

/** Debian's packages, by a file of each that shows that it is there. */
const tools = new Map([
	['poppler-utils', 'pdftocairo'],
	['librsvg2-bin', 'rsvg-convert'],
	['libxml2-utils', 'xmllint'],
	['w3c-sgml-lib', '/usr/share/xml/w3c-sgml-lib']
]);

function isThere(file) {
	if (file.startsWith('/')) return existsSync(file);
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.some((folder) => existsSync(join(folder, file)));
}

const missing = () => [...tools].filter(([, file]) => !isThere(file)).map(([name]) => name);

/** Installs what is missing, where that can be done without asking. Never throws: no test depends on it to run. */
export async function findPictureTools() {
	const wanted = missing();
	if (wanted.length) await aptInstall(wanted, 'to look at pictures');
	const left = missing();
	if (left.length)
		console.log(`Tests of pictures that need ${left.join(', ')} (Debian's packages) will be skipped.`);
}
