/** The relation types: how often each is drawn, whether it lasts, and how a statement puts it. */

/** [id, nature, weight where nothing else decides, what is said of it] */
const TABLE = [
	['commands', 'state', 2, ['{from} gives {to} its orders', '{to} answers to {from}']],
	['part_of', 'state', 2, ['{from} is a branch of {to}', '{from} is paid from the budget of {to}']],
	['member_of', 'state', 3, ['{from} has joined {to}', '{from} sends delegates to {to}']],
	['holds_post', 'state', 2, ['{from} has an office in {to}', '{from} signs letters for {to}']],
	['advises', 'state', 3, ['{from} has the ear of {to}', '{to} listens to {from} before it decides']],
	['succeeds', 'state', 3, ['{from} took the place of {to}', '{from} came after {to}']],
	['backs', 'state', 6, ['{from} pays for the trucks of {to}', '{from} sends {to} fuel and spare parts']],
	['allied_with', 'state', 4, ['{from} and {to} stand together', 'a treaty binds {from} and {to}']],
	[
		'cooperates_with',
		'state',
		5,
		['{from} and {to} share a radio room', '{from} works with {to} at the border']
	],
	['hosts', 'state', 3, ['{from} lets {to} use its barracks', '{to} has offices on the ground of {from}']],
	['meets', 'act', 5, ['{from} sat down with {to}', '{from} and {to} spoke behind closed doors']],
	['negotiates_with', 'act', 4, ['{from} bargained with {to}', '{from} and {to} exchanged drafts']],
	['agrees_with', 'act', 3, ['{from} accepted what {to} had proposed', '{from} gave {to} its word']],
	['tells', 'act', 5, ['{from} told {to} what had been decided', '{from} passed a message to {to}']],
	['urges', 'act', 4, ['{from} pressed {to} to hold its fire', '{from} wanted {to} to come to the table']],
	['asks_for_help', 'act', 3, ['{from} asked {to} to step in', '{from} begged {to} for medicine']],
	['warns', 'act', 3, ['{from} warned {to} of an ambush', '{from} told {to} that a strike was near']],
	['accuses', 'act', 5, ['{from} put the blame on {to}', '{from} held {to} responsible']],
	['refuses', 'act', 3, ['{from} turned {to} down', '{from} sent the letter of {to} back unopened']],
	[
		'announces_halt',
		'act',
		2,
		['{from} said that it would no longer fire on {to}', '{from} called off its raids on {to}']
	],
	['opposes', 'state', 5, ['{from} wants {to} gone', '{from} works against {to}']],
	['attacks', 'act', 5, ['{from} fired on {to}', 'shells of {from} fell on {to}']],
	['kills', 'act', 1, ['{from} killed {to}', '{to} died at the hands of {from}']],
	['fights', 'state', 3, ['{from} and {to} are at war', '{from} has fought {to} since the floods']],
	['threatens', 'act', 3, ['{from} promised {to} an answer', '{from} said that {to} would pay']],
	['deployed_in', 'state', 3, ['{from} has men in {to}', 'units of {from} are spread over {to}']],
	['based_at', 'state', 3, ['{from} has its barracks at {to}', '{from} is quartered at {to}']]
];

export const TYPES = new Map(TABLE.map(([id, nature, weight, said]) => [id, { id, nature, weight, said }]));
export const STATES = TABLE.filter(([, nature]) => nature === 'state').map(([id, , weight]) => [weight, id]);
export const ACTS = TABLE.filter(([, nature]) => nature === 'act').map(([id, , weight]) => [weight, id]);

const ARMED = ['military', 'armed-group'];
const BODIES = [...ARMED, 'state', 'government', 'public-body', 'party', 'alliance', 'organisation', 'media'];
/** Which kinds of actor a type joins, where not any. */
const ENDS = new Map([
	['commands', [['person', 'government', 'military'], ARMED]],
	['part_of', [[...BODIES, 'people'], BODIES]],
	[
		'member_of',
		[
			['person', 'party', ...ARMED, 'organisation'],
			['party', 'alliance', 'organisation', ...ARMED]
		]
	],
	['holds_post', [['person'], BODIES]],
	['advises', [['person'], ['person', 'government', 'state', 'party']]],
	['succeeds', [['person'], ['person']]],
	['hosts', [['state', 'government'], BODIES]],
	['attacks', [ARMED, undefined]],
	[
		'kills',
		[
			[...ARMED, 'state'],
			['person', 'people']
		]
	],
	['announces_halt', [ARMED, undefined]],
	['fights', [ARMED, ARMED]],
	['deployed_in', [ARMED, ['state']]],
	['based_at', [[...ARMED, 'people'], ['public-body']]]
]);

/** Two different actors, from either list one, that a type can join; null where chance finds none. */
export function endsFor(dice, type, kinds, froms, tos) {
	const [fromKinds, toKinds] = ENDS.get(type) ?? [];
	const fitting = (list, allowed) => (allowed ? list.filter((id) => allowed.includes(kinds.get(id))) : list);
	const [starts, targets] = [fitting(froms, fromKinds), fitting(tos, toKinds)];
	if (!starts.length || !targets.length) return null;
	const [from, to] = [dice.pick(starts), dice.pick(targets)];
	return from === to ? null : { from, to };
}
