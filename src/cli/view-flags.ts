/** The flags that say what of a document is shown, the same for pictures and for words. */
import type { Flag } from './flags.ts';

export const VIEW_FLAGS: readonly Flag[] = [
	{
		name: 'view',
		value: 'TEXT',
		help: 'The text after # of a link to Dramatis. Other flags come on top of it.'
	},
	{
		name: 'as-of',
		value: 'DATE',
		help: 'The graph as of a day (2024-01-30) or of days (2024-01-28/2024-02-04).'
	},
	{ name: 'compared-with', value: 'DATE', help: 'What has changed since a day or days; “all” for all time.' },
	{ name: 'known-by', value: 'DATE', help: 'Only what had been published by a day.' },
	{
		name: 'past',
		value: 'fade|go',
		help: 'What becomes of acts that are over: they stay, faded (the default), or go.'
	},
	{
		name: 'only',
		value: 'LIST',
		many: true,
		help: 'Only these relations: families (structure, support, talks, pressure, conflict, presence) or types (attacks), separated by commas.'
	},
	{ name: 'without', value: 'LIST', many: true, help: 'All relations but these families or types.' },
	{
		name: 'voices',
		value: 'LIST',
		many: true,
		help: 'Only what these voices say: names or ids; “unsourced” for relations without a claim.'
	},
	{ name: 'without-voices', value: 'LIST', many: true, help: 'All but what these voices alone say.' },
	{
		name: 'said',
		value: 'LIST',
		many: true,
		help: 'Only what is said so: stated, claimed, alleged, denied, expected, hypothetical.'
	},
	{
		name: 'sides',
		value: 'LIST',
		many: true,
		help: 'Only actors of these sides; “none” for those without one.'
	},
	{
		name: 'kinds',
		value: 'LIST',
		many: true,
		help: 'Only these kinds of actors, such as person,armed-group.'
	},
	{ name: 'least', value: 'NUMBER', help: 'Only what at least so many independent people say.' },
	{ name: 'focus', value: 'ACTOR', help: 'Only what is near an actor: its name or id.' },
	{ name: 'steps', value: '1|2|3', help: 'How near: so many relations away (1).' },
	{
		name: 'choose',
		value: 'LIST',
		many: true,
		help: 'Actors that stand out, by name or id; what is not tied to them steps back.'
	},
	{ name: 'connected', help: 'Without actors that are left without a relation.' },
	{
		name: 'names',
		value: 'LANGUAGE',
		help: 'Names of actors in a language, such as ar, where the document has them.'
	}
];
