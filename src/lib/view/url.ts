/**
 * The whole view in the address after `#`, so that a link shows the same picture elsewhere.
 * Fragments are never sent to a server. The text starts with its version and holds only what differs from the
 * default. Reading never throws: what it does not know or cannot use is left out and reported.
 */
import { ACTOR_KINDS, MODALITIES, type Id, type Point } from '#lib/model/document.ts';
import { dayToIso } from '#lib/model/time-days.ts';
import { CERTAINTIES } from './as-of.ts';
import {
	DEFAULT_SETTINGS,
	DIMMING_GROUPS,
	FOCUS_STEPS,
	NOTHING,
	type Camera,
	type DimmingGroup,
	type FilterGroup,
	type FilterValues,
	type FocusSteps,
	type Selection,
	type Settings
} from './settings.ts';
import { decode, encode, list, momentText, number, readDay, readMoment, round, set } from './url-values.ts';

/** Everything that a link carries. */
export interface View {
	readonly settings: Settings;
	readonly selection: Selection;
	readonly camera: Camera | null;
	/** Where actors stand that were moved since the document was opened. */
	readonly moved: ReadonlyMap<Id, Point>;
	/** Which document the link was made for (see fingerprint); '' for the bundled one. */
	readonly document: string;
}

const VERSION = 'v1';
/** The default view, where an empty address would mean another. */
export const PLAIN_VIEW = VERSION;
/** Longer addresses are not read: browsers and mail programs cut them long before. */
const LONGEST = 200_000;
/** More parts that cannot be used are not listed: nobody reads them. */
const MOST_IGNORED = 3;

export const DEFAULT_VIEW: View = {
	settings: DEFAULT_SETTINGS,
	selection: NOTHING,
	camera: null,
	moved: new Map(),
	document: ''
};

/** What a view is compared with may be without a moment: all that the document has. */
const ALL_TIME = 'all';
/** More people than that are nobody's question. */
const MOST_PEOPLE = 1_000_000;

/** The filters, each under its key: the group, and the values that it knows (all, where the document says which). */
const GROUPS: ReadonlyMap<string, { group: FilterGroup; known?: readonly string[] }> = new Map([
	['types', { group: 'types' }],
	['kinds', { group: 'kinds', known: ACTOR_KINDS }],
	['sides', { group: 'sides' }],
	['said', { group: 'modalities', known: MODALITIES }],
	['voices', { group: 'voices' }],
	['sure', { group: 'certainties', known: CERTAINTIES }]
]);

/** The text for the address, without `#`; '' for the default view. */
export function writeView(view: View): string {
	const { settings, selection, camera } = view;
	const parts: string[] = [];
	const put = (key: string, value: string) => value && parts.push(`${key}=${value}`);
	put('doc', encode(view.document));
	for (const [key, { group }] of GROUPS) put(key, list(settings.off[group]));
	put('dim', DIMMING_GROUPS.filter((group) => settings.dims[group]).join(','));
	put('away', list(settings.hiddenActors));
	put('lonely', settings.keepLonely ? '' : 'go');
	if (settings.focus) put('focus', focusText(settings.focus));
	put('least', settings.leastPeople === 1 ? '' : String(settings.leastPeople));
	put('asof', settings.asOf ? momentText(settings.asOf) : '');
	put('past', settings.pastActs === 'go' ? 'go' : '');
	put('known', settings.knownBy === null ? '' : dayToIso(settings.knownBy));
	if (settings.comparedWith) {
		put('with', settings.comparedWith.asOf ? momentText(settings.comparedWith.asOf) : ALL_TIME);
		put('withvoices', list(settings.comparedWith.voicesOff));
	}
	put('fans', settings.fans ? 'all' : '');
	put('lines', settings.lineColors === 'voice' ? 'voice' : '');
	put('size', settings.size === DEFAULT_SETTINGS.size ? '' : encode(settings.size));
	put('names', encode(settings.names));
	put('layout', encode(settings.layout));
	put('pin', list(settings.pinned));
	put('theme', settings.theme === 'system' ? '' : settings.theme);
	put('actors', list(selection.actors));
	put('relations', list(selection.relations));
	put('events', list(selection.events));
	if (camera) put('camera', [round(camera.x, 1), round(camera.y, 1), round(camera.zoom, 4)].join(','));
	put('at', [...view.moved].map(([id, [x, y]]) => `${encode(id)}:${round(x, 0)}:${round(y, 0)}`).join(','));
	return parts.length ? [VERSION, ...parts].join('&') : '';
}

/** Reads such a text. Gives the view and, in words, what could not be used. */
export function readView(text: string): { view: View; ignored: string[] } {
	const fragment = text.replace(/^#/, '');
	if (fragment === '') return { view: DEFAULT_VIEW, ignored: [] };
	if (fragment.length > LONGEST) return { view: DEFAULT_VIEW, ignored: ['The link is too long to be read.'] };
	const [version, ...pairs] = fragment.split('&');
	if (version !== VERSION) {
		return { view: DEFAULT_VIEW, ignored: ['The link is of a kind that this version does not know.'] };
	}
	const ignored: string[] = [];
	let view = DEFAULT_VIEW;
	for (const pair of pairs) {
		const at = pair.indexOf('=');
		const key = at < 0 ? pair : pair.slice(0, at);
		const read = READERS.get(key);
		const next = read?.(at < 0 ? '' : pair.slice(at + 1), view);
		if (next) view = next;
		else if (pair && ignored.length < MOST_IGNORED)
			ignored.push(`“${pair.slice(0, 40)}” in the link could not be used.`);
	}
	return { view, ignored };
}

/** One reader a key: gives the view with the value in it, or null when it cannot be used. */
type Reader = (value: string, view: View) => View | null;

const settingsReader =
	(read: (value: string, settings: Settings) => Partial<Settings> | null): Reader =>
	(value, view) => {
		const change = read(value, view.settings);
		return change && { ...view, settings: { ...view.settings, ...change } };
	};

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
	['doc', (value, view) => mapped(decode(value), (document) => ({ ...view, document }))],
	...[...GROUPS].map(([key, { group, known }]) => [key, groupReader(group, known)] as const),
	['dim', settingsReader(readDims)],
	['away', settingsReader((value) => mapped(set(value), (hiddenActors) => ({ hiddenActors })))],
	['lonely', settingsReader((value) => (value === 'go' ? { keepLonely: false } : null))],
	['focus', settingsReader(readFocus)],
	['least', settingsReader(readLeast)],
	['asof', settingsReader((value) => mapped(readMoment(value), (asOf) => ({ asOf })))],
	['past', settingsReader((value) => (value === 'go' ? { pastActs: 'go' } : null))],
	['known', settingsReader((value) => mapped(readDay(value), (knownBy) => ({ knownBy })))],
	['with', settingsReader(readWith)],
	['withvoices', settingsReader(readWithVoices)],
	['lines', settingsReader((value) => (value === 'voice' ? { lineColors: 'voice' } : null))],
	['fans', settingsReader((value) => (value === 'all' ? { fans: true } : null))],
	['size', settingsReader((value) => mapped(decode(value), (size) => ({ size })))],
	['names', settingsReader((value) => mapped(decode(value), (names) => ({ names })))],
	['layout', settingsReader((value) => mapped(decode(value), (layout) => ({ layout })))],
	['pin', settingsReader((value) => mapped(set(value), (pinned) => ({ pinned })))],
	['theme', settingsReader((value) => (value === 'light' || value === 'dark' ? { theme: value } : null))],
	...(['actors', 'relations', 'events'] as const).map((key) => [key, selectionReader(key)] as const),
	['camera', (value, view) => mapped(readCamera(value), (camera) => ({ ...view, camera }))],
	['at', (value, view) => mapped(readMoved(value), (moved) => ({ ...view, moved }))]
]);

function mapped<T, R>(value: T | null, use: (value: T) => R): R | null {
	return value === null ? null : use(value);
}

/** Reads the values of a filter; those that nobody knows are passed over. */
function groupReader<G extends FilterGroup>(group: G, known?: readonly string[]): Reader {
	return settingsReader((value, { off }) => {
		const values = [...(set(value) ?? [])].filter((one) => !known || known.includes(one));
		return values.length ? { off: { ...off, [group]: new Set(values as FilterValues[G][]) } } : null;
	});
}

function selectionReader(key: keyof Selection): Reader {
	return (value, view) =>
		mapped(set(value), (ids) => ({ ...view, selection: { ...view.selection, [key]: ids } }));
}

function readLeast(value: string): Partial<Settings> | null {
	const leastPeople = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
	return leastPeople > 1 && leastPeople <= MOST_PEOPLE ? { leastPeople } : null;
}

function readWith(value: string, { comparedWith }: Settings): Partial<Settings> | null {
	const asOf = value === ALL_TIME ? null : readMoment(value);
	return asOf || value === ALL_TIME
		? { comparedWith: { voicesOff: comparedWith?.voicesOff ?? new Set(), asOf } }
		: null;
}

function readWithVoices(value: string, { comparedWith }: Settings): Partial<Settings> | null {
	const voicesOff = set(value);
	return voicesOff && { comparedWith: { asOf: comparedWith?.asOf ?? null, voicesOff } };
}

function readDims(value: string): Partial<Settings> | null {
	const groups = value.split(',');
	if (!groups.every((group) => (DIMMING_GROUPS as readonly string[]).includes(group))) return null;
	return {
		dims: {
			...DEFAULT_SETTINGS.dims,
			...Object.fromEntries(groups.map((group) => [group as DimmingGroup, true]))
		}
	};
}

function focusText({ actor, steps, along }: NonNullable<Settings['focus']>): string {
	return [encode(actor), steps, ...(along ? [list(along)] : [])].join(':');
}

function readFocus(value: string): Partial<Settings> | null {
	const [actorText = '', stepsText, alongText] = value.split(':');
	const actor = decode(actorText);
	const steps = Number(stepsText) as FocusSteps;
	const along = alongText === undefined ? null : set(alongText);
	if (actor === null || !FOCUS_STEPS.includes(steps)) return null;
	return { focus: { actor, steps, along } };
}

/** As far as the canvas zooms. */
const ZOOM_RANGE = { least: 0.05, most: 6 };

function readCamera(value: string): Camera | null {
	const [x, y, zoom, ...rest] = value.split(',').map(number);
	if (rest.length || x == null || y == null || zoom == null) return null;
	return zoom >= ZOOM_RANGE.least && zoom <= ZOOM_RANGE.most ? { x, y, zoom } : null;
}

function readMoved(value: string): ReadonlyMap<Id, Point> | null {
	const moved = new Map<Id, Point>();
	for (const entry of value.split(',')) {
		const [idText = '', xText = '', yText = ''] = entry.split(':');
		const [id, x, y] = [decode(idText), number(xText), number(yText)];
		if (id !== null && x !== null && y !== null) moved.set(id, [x, y]);
	}
	return moved.size ? moved : null;
}

/**
 * A short name for a document, to tell whether a link was made for it: FNV-1a, 32 bits, over title and ids.
 * It is no proof of sameness; what a link names and the document lacks is passed over.
 */
export function fingerprint(document: { title: string; actors: readonly { id: Id }[] }): string {
	let hash = 0x811c9dc5;
	const text = [document.title, ...document.actors.map(({ id }) => id)].join('\u0000');
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
	return hash.toString(36);
}
