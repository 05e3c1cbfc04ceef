import type { Settings } from '#lib/view/settings.ts';

/** What undo calls a change of a setting; those without a name here are not undone. */
export const UNDO_LABELS: Partial<Record<keyof Settings, string>> = {
	off: 'Filter',
	dims: 'Hide or dim',
	hiddenActors: 'Put away or bring back',
	keepLonely: 'Actors without a relation',
	focus: 'Focus',
	leastPeople: 'How many say it',
	asOf: 'As of a day',
	pastActs: 'What becomes of past acts',
	knownBy: 'Known by a day',
	comparedWith: 'Comparison',
	fans: 'Bundles',
	lineColors: 'Colours of lines',
	size: 'What sizes show',
	names: 'Language of names',
	pinned: 'Pin'
};
