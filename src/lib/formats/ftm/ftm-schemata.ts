/** What FollowTheMoney's schemata mean for a graph (followthemoney/schema of version 3). */
import type { ActorKind } from '#lib/model/document.ts';

export interface EdgeSchema {
	readonly source: string;
	readonly target: string;
	readonly directed: boolean;
}

const edge = (source: string, target: string, directed = true): EdgeSchema => ({ source, target, directed });

/** Schemata whose entities are ties of two others. */
export const EDGE_SCHEMATA: ReadonlyMap<string, EdgeSchema> = new Map([
	['Associate', edge('person', 'associate', false)],
	['ContractAward', edge('contract', 'supplier')],
	['CourtCaseParty', edge('party', 'case')],
	['Debt', edge('debtor', 'creditor')],
	['Directorship', edge('director', 'organization')],
	['Documentation', edge('document', 'entity', false)],
	['Employment', edge('employee', 'employer')],
	['Family', edge('person', 'relative', false)],
	['Membership', edge('member', 'organization')],
	['Occupancy', edge('holder', 'post')],
	['Ownership', edge('owner', 'asset')],
	['Payment', edge('payer', 'beneficiary')],
	['ProjectParticipant', edge('participant', 'project')],
	['Representation', edge('agent', 'client')],
	['Succession', edge('predecessor', 'successor')],
	['UnknownLink', edge('subject', 'object', false)]
]);

/** Properties of other schemata that hold ids of entities; some hold text in other schemata. */
export const ENTITY_PROPERTIES: ReadonlySet<string> = new Set([
	...[
		'addressEntity',
		'ancestors',
		'author',
		'authority',
		'bank',
		'bankAccount',
		'bankForeign',
		'bankRub',
		'caller'
	],
	...[
		'candidate',
		'contract',
		'contractHolder',
		'declarant',
		'document',
		'emitters',
		'endLocation',
		'entity'
	],
	...[
		'holder',
		'inReplyToEmail',
		'inReplyToMessage',
		'involved',
		'issuer',
		'match',
		'onBehalfOf',
		'operator'
	],
	...[
		'organization',
		'organizer',
		'owner',
		'parent',
		'pictured',
		'project',
		'proof',
		'receiver',
		'recipientAccount'
	],
	...[
		'recipients',
		'resolved',
		'sender',
		'senderAccount',
		'startLocation',
		'taxee',
		'tenderers',
		'transport'
	],
	...['vehicle', 'payerAccount', 'beneficiaryAccount', 'callForTenders']
]);

/** Others are `unknown`: a LegalEntity may be a person or a company, that is what it is for. */
export const KINDS_OF_SCHEMATA: ReadonlyMap<string, ActorKind> = new Map([
	['Person', 'person'],
	['PublicBody', 'public-body'],
	['Organization', 'organisation'],
	['Company', 'organisation']
]);

/** Properties that begin and end the time of an entity, as the schemata say; the first that is there counts. */
export const STARTS = ['startDate', 'incorporationDate', 'birthDate', 'date'] as const;
export const ENDS = ['endDate', 'dissolutionDate', 'deathDate'] as const;

/** Schemata that we write actors as, each with those that it is a case of. */
const ANCESTORS: ReadonlyMap<string, readonly string[]> = new Map([
	['LegalEntity', ['LegalEntity']],
	['Person', ['Person', 'LegalEntity']],
	['Organization', ['Organization', 'LegalEntity']],
	['PublicBody', ['PublicBody', 'Organization', 'LegalEntity']]
]);

/** What the ends of the ties that we write have to be. */
const RANGES: ReadonlyMap<string, readonly [source: string, target: string]> = new Map([
	['Directorship', ['LegalEntity', 'Organization']],
	['Membership', ['LegalEntity', 'Organization']],
	['Employment', ['Person', 'Organization']],
	['Succession', ['LegalEntity', 'LegalEntity']],
	['Representation', ['LegalEntity', 'LegalEntity']]
]);

/** Whether a tie of a schema may join actors of these two. */
export function fits(schema: string, source: string, target: string): boolean {
	const ranges = RANGES.get(schema);
	if (!ranges) return false;
	return is(source, ranges[0]) && is(target, ranges[1]);
}

function is(schema: string, range: string): boolean {
	return ANCESTORS.get(schema)?.includes(range) ?? false;
}
