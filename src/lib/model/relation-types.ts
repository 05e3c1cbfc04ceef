/**
 * The relation types that every document may use. To add one, add an object to the list.
 *
 * `codes` holds a code only where it says the same thing; a term of the other vocabulary that points
 * the other way has `<` before it, and one that fits only some cases is left out.
 */
import type { RelationType } from '#lib/model/document.ts';

export const RELATION_TYPES: readonly RelationType[] = [
	{
		id: 'commands',
		name: 'commands',
		reverse: 'is commanded by',
		family: 'structure',
		sign: '+',
		nature: 'state',
		help: 'Has authority to give orders that are followed. Read from the one who orders to the one who obeys: a general commands a brigade. A body that merely supplies or influences another one backs it.',
		codes: { ftm: 'Directorship', wikidata: 'P598' }
	},
	{
		id: 'part_of',
		name: 'is part of',
		reverse: 'includes',
		family: 'structure',
		sign: '+',
		nature: 'state',
		help: 'Belongs to a larger body and cannot be thought of without it. Read from the part to the whole: a ministry is part of a government. One that joined and could leave is a member of.',
		codes: { ftm: 'Membership', stix: 'part-of', wikidata: 'P361' }
	},
	{
		id: 'member_of',
		name: 'is a member of',
		reverse: 'has as a member',
		family: 'structure',
		sign: '+',
		nature: 'state',
		help: 'Has joined a body or an umbrella and keeps an existence of its own. Read from the member to the body: a party is a member of a coalition. A branch or a department is part of; somebody with an office holds a post in.',
		codes: { ftm: 'Membership', wikidata: 'P463' }
	},
	{
		id: 'holds_post',
		name: 'holds a post in',
		reverse: 'has in a post',
		family: 'structure',
		sign: '0',
		nature: 'state',
		help: 'Has an office or a job in a body. Read from the person to the body: a minister holds a post in a government; the note says which. If the post carries authority over the whole body, add commands.',
		codes: { ftm: 'Occupancy', wikidata: 'P39' }
	},
	{
		id: 'advises',
		name: 'advises',
		reverse: 'is advised by',
		family: 'structure',
		sign: '+',
		nature: 'state',
		help: 'Gives counsel as a standing role. Read from the adviser to the one who listens: an envoy advises a prime minister. A single piece of advice with a wish behind it is urges.'
	},
	{
		id: 'succeeds',
		name: 'succeeds',
		reverse: 'is succeeded by',
		family: 'structure',
		sign: '0',
		nature: 'state',
		help: 'Took the place of another: in a post, or as the body that came out of it by split, merger or a new name. Read from the later to the earlier: a commander succeeds the one before.',
		codes: { ftm: '<Succession', wikidata: 'P1365' }
	},
	{
		id: 'backs',
		name: 'backs',
		reverse: 'is backed by',
		family: 'support',
		sign: '+',
		nature: 'state',
		help: 'Gives money, weapons, training or political cover over a time. Read from the giver to the one who gets it: a state backs a militia across the border. If it can also give orders, add commands; help among equals is cooperates with.',
		codes: { ftm: 'UnknownLink', stix: 'supports' }
	},
	{
		id: 'allied_with',
		name: 'is allied with',
		reverse: 'is allied with',
		family: 'support',
		sign: '+',
		nature: 'state',
		help: 'Stands on the same side by treaty or by common understanding. Reads the same both ways: two states are allied. Work on a common task without a lasting bond is cooperates with.',
		codes: { ftm: 'UnknownLink', stix: 'cooperates-with', wikidata: 'P2652' }
	},
	{
		id: 'cooperates_with',
		name: 'cooperates with',
		reverse: 'cooperates with',
		family: 'support',
		sign: '+',
		nature: 'state',
		help: 'Works with another on something that serves both. Reads the same both ways: two armies train together. A lasting bond is allied with; help that flows one way is backs.',
		codes: { plover: 'COOPERATE', stix: 'cooperates-with' }
	},
	{
		id: 'hosts',
		name: 'hosts',
		reverse: 'is hosted by',
		family: 'support',
		sign: '+',
		nature: 'state',
		help: 'Lets another stay, or keep forces or offices, on its ground, and agrees to it. Read from the owner of the ground to the guest: a state hosts foreign troops. Presence about which nobody says who agreed is deployed in.',
		codes: { ftm: 'UnknownLink' }
	},
	{
		id: 'meets',
		name: 'meets',
		reverse: 'meets',
		family: 'talks',
		sign: '+',
		nature: 'act',
		help: 'Comes together with another, by a visit, on neutral ground or by telephone, whatever is said. Reads the same both ways: a commander meets faction leaders at an airport. If terms are bargained over, use negotiates with.',
		codes: { plover: 'CONSULT', ftm: 'Event' }
	},
	{
		id: 'negotiates_with',
		name: 'negotiates with',
		reverse: 'negotiates with',
		family: 'talks',
		sign: '+',
		nature: 'act',
		help: 'Bargains with another over terms, with or without a result. Reads the same both ways: two governments negotiate about a withdrawal. The result, if there is one, is agrees with.',
		codes: { plover: 'CONSULT', ftm: 'Event' }
	},
	{
		id: 'agrees_with',
		name: 'agrees with',
		reverse: 'wins the agreement of',
		family: 'talks',
		sign: '+',
		nature: 'act',
		help: 'Accepts what another proposed, asked or demanded, or promises it. Read from the one who accepts to the one who proposed: a faction agrees with an envoy. A promise of no more attacks is announces a halt.',
		codes: { plover: 'AGREE' }
	},
	{
		id: 'tells',
		name: 'tells',
		reverse: 'is told by',
		family: 'talks',
		sign: '0',
		nature: 'act',
		help: 'Passes on information, a message or an interview, and wants nothing for it. Read from the speaker to the listener: an official tells a newspaper. With a wish it is urges, with a danger it is warns. Who says so to us is a voice, not a relation.'
	},
	{
		id: 'urges',
		name: 'urges',
		reverse: 'is urged by',
		family: 'pressure',
		sign: '0',
		nature: 'act',
		help: 'Presses another to do something or to stop. Read from the one who presses to the one pressed: a general urges militias to hold fire. If the speaker wants help, use asks for help from; if harm is promised, threatens.',
		codes: { plover: 'REQUEST' }
	},
	{
		id: 'asks_for_help',
		name: 'asks for help from',
		reverse: 'is asked for help by',
		family: 'pressure',
		sign: '0',
		nature: 'act',
		help: 'Wants another to do something on its behalf. Read from the one in need to the one asked: a government asks a neighbour for help with armed groups. Pressing another to change its own conduct is urges.',
		codes: { plover: 'REQUEST/assist' }
	},
	{
		id: 'warns',
		name: 'warns',
		reverse: 'is warned by',
		family: 'pressure',
		sign: '-',
		nature: 'act',
		help: 'Points out a danger that the speaker would not bring about. Read from the speaker to the one in danger: a prime minister warns factions that a raid will bring reprisals. If the speaker would do the harm, use threatens.'
	},
	{
		id: 'accuses',
		name: 'accuses',
		reverse: 'is accused by',
		family: 'pressure',
		sign: '-',
		nature: 'act',
		help: 'Blames another for a deed or condemns it. Read from the accuser to the accused: a state accuses a militia of an attack. That the deed happened is a relation of its own, with claims of its own.',
		codes: { plover: 'ACCUSE' }
	},
	{
		id: 'refuses',
		name: 'refuses',
		reverse: 'is refused by',
		family: 'pressure',
		sign: '-',
		nature: 'act',
		help: 'Turns down what another asked, offered or demanded. Read from the one who says no to the one turned down: a faction refuses an envoy. Lasting enmity is opposes.',
		codes: { plover: 'REJECT' }
	},
	{
		id: 'announces_halt',
		name: 'announces a halt to attacks on',
		reverse: 'is promised a halt to attacks by',
		family: 'pressure',
		sign: '+',
		nature: 'act',
		help: 'Says that it will stop attacking. Read from the attacker to the one spared: a group announces a halt to attacks on foreign troops. It is a promise: whether it was kept is for other claims. Acceptance of a request as such is agrees with.',
		codes: { plover: 'CONCEDE' }
	},
	{
		id: 'opposes',
		name: 'opposes',
		reverse: 'is opposed by',
		family: 'conflict',
		sign: '-',
		nature: 'state',
		help: 'Stands against another over a time, as a rival or an enemy, without force being part of it. Read from the one who opposes to the one opposed: a party opposes a government. With arms it is fights.',
		codes: { ftm: 'UnknownLink', stix: 'related-to' }
	},
	{
		id: 'attacks',
		name: 'attacks',
		reverse: 'is attacked by',
		family: 'conflict',
		sign: '-',
		nature: 'act',
		help: 'Uses force against another on one occasion or in a counted series. Read from the attacker to the target: a group attacks a base with drones. If the death of the target is the point, use kills; a war that goes on is fights.',
		codes: { plover: 'ASSAULT', ftm: 'Event', stix: 'targets' }
	},
	{
		id: 'kills',
		name: 'kills',
		reverse: 'is killed by',
		family: 'conflict',
		sign: '-',
		nature: 'act',
		help: 'Causes the death of a person or of people. Read from the killer to the dead: a state kills a commander with a drone. The assault as a whole, against a base or a force, is attacks.',
		codes: { plover: 'ASSAULT', stix: 'targets' }
	},
	{
		id: 'fights',
		name: 'fights',
		reverse: 'fights',
		family: 'conflict',
		sign: '-',
		nature: 'state',
		help: 'Is at war with another: force goes both ways, over a time. Reads the same both ways: an army fights an insurgency. A single strike is attacks; enmity without arms is opposes.',
		codes: { plover: 'ASSAULT', stix: 'targets' }
	},
	{
		id: 'threatens',
		name: 'threatens',
		reverse: 'is threatened by',
		family: 'conflict',
		sign: '-',
		nature: 'act',
		help: 'Announces harm that it would do itself. Read from the one who threatens to the one threatened: a state threatens to strike back. A danger from elsewhere is warns; harm done is attacks.',
		codes: { plover: 'THREATEN' }
	},
	{
		id: 'deployed_in',
		name: 'is deployed in',
		reverse: 'has deployed on its soil',
		family: 'presence',
		sign: '0',
		nature: 'state',
		help: "Has forces in another's country or territory for a task. Read from the force to the state: troops are deployed in a country. It says nothing about consent, for which there is hosts; a fixed site is based at.",
		codes: { stix: 'located-at', wikidata: 'P276' }
	},
	{
		id: 'based_at',
		name: 'is based at',
		reverse: 'is the base of',
		family: 'presence',
		sign: '0',
		nature: 'state',
		help: 'Has its seat or barracks at a place that is itself an actor, such as a base. Read from the one who lives there to the place: a unit is based at an airfield. Presence in a country at large is deployed in.',
		codes: { stix: 'located-at', wikidata: 'P159' }
	}
];
