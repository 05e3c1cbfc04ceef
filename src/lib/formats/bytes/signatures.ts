/** Files that cannot be read here, known by how they begin, each with what to do about it. */
import { UnreadableError } from '#lib/model/problems.ts';

interface Signature {
	readonly what: string;
	readonly remedy: string;
	/** The first bytes, as Latin letters, or a pattern for the first kilobyte. */
	readonly begins: string | RegExp;
}

const PICTURE = 'A picture holds no data that can be read: get the file that it was made from.';
const UNPACK = 'Unpack it yourself and open what is in it, or pack it as .zip or .gz.';
const EXPORT = 'Export the data as CSV from the program that made it.';

const SIGNATURES: readonly Signature[] = [
	{
		what: 'a PDF',
		remedy: 'Get the data as a table or a graph file; a PDF is only its picture.',
		begins: '%PDF-'
	},
	{ what: 'a picture (PNG)', remedy: PICTURE, begins: '\x89PNG' },
	{ what: 'a picture (JPEG)', remedy: PICTURE, begins: '\xFF\xD8\xFF' },
	{ what: 'a picture (GIF)', remedy: PICTURE, begins: 'GIF8' },
	{ what: 'a picture (WebP)', remedy: PICTURE, begins: /^RIFF[^]{4}WEBP/ },
	{ what: 'a picture (TIFF)', remedy: PICTURE, begins: /^(?:II\*\0|MM\0\*)/ },
	{
		what: 'a picture (SVG)',
		remedy: PICTURE,
		begins:
			/^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,500}?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i
	},
	{
		what: 'an old Excel or Word file, or one with a password',
		remedy: 'In Excel, save it as “Excel Workbook (.xlsx)” or CSV, without a password.',
		begins: '\xD0\xCF\x11\xE0'
	},
	{ what: 'an archive (7z)', remedy: UNPACK, begins: "7z\xBC\xAF'" },
	{ what: 'an archive (RAR)', remedy: UNPACK, begins: 'Rar!' },
	{ what: 'an archive (bzip2)', remedy: UNPACK, begins: /^BZh[1-9]1AY&SY/ },
	{ what: 'an archive (xz)', remedy: UNPACK, begins: '\xFD7zXZ' },
	{ what: 'an archive (Zstandard)', remedy: UNPACK, begins: '\x28\xB5\x2F\xFD' },
	{ what: 'an archive (tar)', remedy: UNPACK, begins: /^[^]{257}ustar/ },
	{ what: 'a database (SQLite)', remedy: EXPORT, begins: 'SQLite format 3' },
	{ what: 'a table in Parquet', remedy: EXPORT, begins: 'PAR1' },
	{ what: 'a program', remedy: 'Do not trust it.', begins: /^(?:MZ[^]{50}|\x7FELF)/ },
	{
		what: 'a web page',
		remedy:
			'It may be a page that says why the file could not be had: download the file again, and look at what the page says.',
		begins: /^(?:\xEF\xBB\xBF)?\s*(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i
	},
	{
		what: 'text of a word processor (RTF)',
		remedy: 'Save it as a table or as plain text.',
		begins: '{\\rtf'
	},
	{
		what: 'only a note where the file is kept (Git LFS)',
		remedy:
			'Download the file itself: on GitHub by “Download raw file”, in a copy of the repository by git lfs pull.',
		begins: 'version https://git-lfs.github.com/'
	},
	{
		what: 'only a link to a file in Google Drive',
		remedy: 'Open it there, and download it as .xlsx or CSV.',
		begins: /^\{"(?:url|doc_id)": ?"[^"]{0,300}"[^}]{0,500}\}\s*$/
	}
];

/**
 * Refuses what is known not to be readable.
 * @param head the first bytes of a file
 * @param whole whether it has no more
 * @throws UnreadableError that says what it is
 */
export function refuseKnown(head: Uint8Array, whole: boolean): void {
	if (head.length === 0) throw new UnreadableError('The file is empty.', 'Choose another file.');
	if (head.every((byte) => byte === 0))
		throw new UnreadableError(
			'The file begins with nothing but zeros: it was never written, or its disk is damaged.',
			'Get another copy; if it lies in a cloud folder, open it there first.'
		);
	const start = latin(head.subarray(0, 1024));
	const known = SIGNATURES.find(({ begins }) =>
		typeof begins === 'string' ? start.startsWith(begins) : begins.test(start)
	);
	if (known) throw new UnreadableError(`The file is ${known.what}.`, known.remedy);
	if (whole && start.trim() === '' && head.length <= 1024)
		throw new UnreadableError('The file has nothing in it but white space.', 'Choose another file.');
}

function latin(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}

interface Inside {
	readonly what: string;
	readonly remedy: string;
	readonly entry: RegExp;
}

const INSIDES: readonly Inside[] = [
	{
		what: 'a Gephi project',
		remedy: 'In Gephi, use File › Export › Graph file, and choose GEXF.',
		entry: /(?:^|\/)(?:Project(?:_xml)?|Workspace_\d+_\w+)$/
	},
	{
		what: 'a session of Cytoscape',
		remedy: 'In Cytoscape, use File › Export › Network to File, and choose GraphML or CX2.',
		entry: /^CytoscapeSession-/
	},
	{
		what: 'a binary Excel workbook',
		remedy: 'In Excel, save it as “Excel Workbook (.xlsx)”.',
		entry: /^xl\/workbook\.bin$/
	},
	{
		what: 'a text of Word',
		remedy: 'Copy its table into a spreadsheet, and save that.',
		entry: /^word\/document\.xml$/
	},
	{
		what: 'a presentation',
		remedy: 'Get the data as a table or a graph file.',
		entry: /^ppt\/presentation\.xml$/
	},
	{
		what: 'a spreadsheet of LibreOffice, or another OpenDocument file',
		remedy: 'Save it as “Excel 2007–365 (.xlsx)” or CSV.',
		entry: /^content\.xml$/
	},
	{
		what: 'a spreadsheet of Numbers',
		remedy: 'In Numbers, use Export To › Excel or CSV.',
		entry: /^Index\/.*\.iwa$/
	},
	{ what: 'a program', remedy: 'Choose another file.', entry: /^META-INF\/MANIFEST\.MF$/ }
];

/**
 * Refuses archives that are files of a program.
 * @param names of the files in the archive
 * @throws UnreadableError that says of which
 */
export function refuseKnownArchive(names: readonly string[]): void {
	const known = INSIDES.find(({ entry }) => names.some((name) => entry.test(name)));
	if (known) throw new UnreadableError(`The file is ${known.what}.`, known.remedy);
}
