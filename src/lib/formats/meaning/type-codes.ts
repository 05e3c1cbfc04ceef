/**
 * What the codes of other vocabularies are here: PLOVER, CAMEO, STIX with OpenCTI's additions, FollowTheMoney and
 * Wikidata. Codes that say something we have no type for become types of the document's own, with a name to read.
 */
import type { OwnType, TypeChoice } from '#lib/formats/meaning/mapping.ts';
import type { FamilyId, RelationType } from '#lib/model/document.ts';

const ours = (id: string): TypeChoice => ({ id });
/** The other vocabulary reads it the other way round. */
const turned = (id: string): TypeChoice => ({ id, turned: true });

function own(
	name: string,
	reverse: string,
	family: FamilyId,
	sign: RelationType['sign'] = '0',
	nature: RelationType['nature'] = 'state'
): TypeChoice {
	return { own: { name, reverse, family, sign, nature } satisfies OwnType };
}

const eases = own('eases its stance towards', 'sees a softer stance of', 'pressure', '+', 'act');
const protests = own('protests against', 'meets protest by', 'pressure', '-', 'act');
const mobilises = own('shows force against', 'is shown force by', 'conflict', '-', 'act');
const cutsBack = own('imposes sanctions on', 'is under sanctions by', 'pressure', '-', 'act');
const coerces = own('coerces', 'is coerced by', 'conflict', '-', 'act');
const speaks = own('speaks about', 'is spoken about by', 'talks', '0', 'act');
const investigates = own('investigates', 'is investigated by', 'pressure', '-', 'act');
const praises = own('speaks in support of', 'is supported in words by', 'support', '+', 'act');
const linked = own('is linked to', 'is linked to', 'structure');

export const PLOVER: ReadonlyMap<string, TypeChoice> = new Map([
	['AGREE', ours('agrees_with')],
	['CONSULT', ours('meets')],
	['SUPPORT', praises],
	// To yield is more than to halt attacks; our own code for that is not turned round here.
	['CONCEDE', ours('agrees_with')],
	['COOPERATE', ours('cooperates_with')],
	['AID', ours('backs')],
	['RETREAT', eases],
	['REQUEST', ours('urges')],
	['REQUEST/assist', ours('asks_for_help')],
	['ACCUSE', ours('accuses')],
	['REJECT', ours('refuses')],
	['THREATEN', ours('threatens')],
	['PROTEST', protests],
	['SANCTION', cutsBack],
	['MOBILIZE', mobilises],
	['COERCE', coerces],
	['ASSAULT', ours('attacks')],
	// Older names of the same, from CAMEO.
	['DEMAND', ours('urges')],
	['APPEAL', ours('urges')],
	['DISAPPROVE', ours('accuses')],
	['INVESTIGATE', investigates],
	['YIELD', eases],
	['FIGHT', ours('attacks')]
]);

/** By the longest beginning of the code that is listed. */
const CAMEO: ReadonlyMap<string, TypeChoice> = new Map([
	['01', speaks],
	['02', ours('urges')],
	['03', ours('agrees_with')],
	['04', ours('meets')],
	['043', turned('meets')],
	['046', ours('negotiates_with')],
	['05', praises],
	['057', ours('agrees_with')],
	['06', ours('cooperates_with')],
	['07', ours('backs')],
	['08', eases],
	['09', investigates],
	['10', ours('urges')],
	['11', ours('accuses')],
	['12', ours('refuses')],
	['13', ours('threatens')],
	['14', protests],
	['15', mobilises],
	['16', cutsBack],
	['17', coerces],
	['18', ours('attacks')],
	['186', ours('kills')],
	['19', ours('attacks')],
	['20', ours('attacks')]
]);

export const STIX: ReadonlyMap<string, TypeChoice> = new Map([
	['part-of', ours('part_of')],
	['supports', ours('backs')],
	['cooperates-with', ours('cooperates_with')],
	['hosts', ours('hosts')],
	['located-at', ours('based_at')],
	['reports-to', turned('commands')],
	['employed-by', ours('holds_post')],
	['related-to', own('is related to', 'is related to', 'structure')],
	['duplicate-of', own('is the same as', 'is the same as', 'structure')],
	['derived-from', own('is derived from', 'is the origin of', 'structure')],
	['attributed-to', own('is attributed to', 'is held responsible for', 'structure')],
	['impersonates', own('impersonates', 'is impersonated by', 'conflict', '-')],
	['targets', own('targets', 'is targeted by', 'conflict', '-')],
	['compromises', own('compromises', 'is compromised by', 'conflict', '-', 'act')],
	['originates-from', own('originates from', 'is the origin of', 'presence')],
	['uses', own('uses', 'is used by', 'support')],
	['indicates', own('indicates', 'is indicated by', 'structure')],
	['delivers', own('delivers', 'is delivered by', 'support')],
	['exploits', own('exploits', 'is exploited by', 'conflict', '-')],
	['mitigates', own('mitigates', 'is mitigated by', 'conflict', '-')],
	['authored-by', own('is the work of', 'is the author of', 'structure')],
	['communicates-with', own('communicates with', 'communicates with', 'talks')],
	['consists-of', own('consists of', 'is a part in', 'structure')],
	['variant-of', own('is a variant of', 'has as a variant', 'structure')],
	['owns', own('owns', 'is owned by', 'structure')],
	['controls', own('controls', 'is controlled by', 'structure')]
]);

export const FTM: ReadonlyMap<string, TypeChoice> = new Map([
	['Directorship', ours('commands')],
	['Membership', ours('member_of')],
	['Employment', own('works for', 'employs', 'structure')],
	['Occupancy', ours('holds_post')],
	// FollowTheMoney reads it from the earlier to the later.
	['Succession', turned('succeeds')],
	['Ownership', own('owns', 'is owned by', 'structure')],
	['Representation', own('represents', 'is represented by', 'structure')],
	['ProjectParticipant', own('takes part in', 'has as a participant', 'structure')],
	['Payment', own('pays', 'is paid by', 'support', '+', 'act')],
	['Debt', own('owes money to', 'is owed money by', 'structure')],
	['ContractAward', own('is awarded to', 'is awarded', 'structure', '0', 'act')],
	['CourtCaseParty', own('is a party to', 'has as a party', 'structure')],
	['Associate', own('is associated with', 'is associated with', 'structure')],
	['Family', own('is a relative of', 'is a relative of', 'structure')],
	['Documentation', own('documents', 'is documented by', 'structure')],
	['UnknownLink', linked]
]);

export const WIKIDATA: ReadonlyMap<string, TypeChoice> = new Map([
	['P598', ours('commands')],
	['P4791', turned('commands')],
	['P488', turned('commands')],
	['P361', ours('part_of')],
	['P749', ours('part_of')],
	['P527', turned('part_of')],
	['P355', turned('part_of')],
	['P463', ours('member_of')],
	['P102', ours('member_of')],
	['P39', ours('holds_post')],
	['P1308', turned('holds_post')],
	['P1365', ours('succeeds')],
	['P1366', turned('succeeds')],
	['P859', turned('backs')],
	['P2652', ours('allied_with')],
	['P607', ours('fights')],
	['P276', ours('deployed_in')],
	['P159', ours('based_at')],
	['P108', own('works for', 'employs', 'structure')],
	['P127', turnedOwn('owns', 'is owned by')],
	['P1416', own('is affiliated with', 'has as an affiliate', 'structure')],
	['P945', own('is loyal to', 'has the loyalty of', 'support', '+')]
]);

function turnedOwn(name: string, reverse: string): TypeChoice {
	return { own: { name, reverse, family: 'structure', sign: '0', nature: 'state' }, turned: true };
}

/** A type by the code of a vocabulary, and which vocabulary that is; null when no vocabulary has the code. */
export function choiceForCode(code: string): { readonly choice: TypeChoice; readonly of: string } | null {
	const text = code.trim();
	const plover = PLOVER.get(text) ?? PLOVER.get(text.split(/[/ ]/)[0] ?? '');
	if (plover) return { choice: plover, of: 'PLOVER' };
	const stix = STIX.get(text);
	if (stix) return { choice: stix, of: 'STIX' };
	const ftm = FTM.get(text);
	if (ftm) return { choice: ftm, of: 'FollowTheMoney' };
	const wikidata = WIKIDATA.get(/^(?:wdt:|p:)?(P\d+)$/.exec(text)?.[1] ?? '');
	return wikidata ? { choice: wikidata, of: 'Wikidata' } : null;
}

/** A type by a CAMEO code of two to four digits. */
export function choiceForCameo(code: string): TypeChoice | null {
	const digits = /^\d{2,4}$/.exec(code.trim())?.[0] ?? '';
	for (let length = digits.length; length >= 2; length--) {
		const choice = CAMEO.get(digits.slice(0, length));
		if (choice) return choice;
	}
	return null;
}
