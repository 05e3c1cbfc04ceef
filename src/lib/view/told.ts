/** The document as some of its claims tell it: by the voices, the ways of saying and the day that are asked for. */
import { independentPeople } from '#lib/analysis/independence.ts';
import { standingOf, type Standing } from '#lib/analysis/standing.ts';
import { tellerOf, type Claim, type Id } from '#lib/model/document.ts';
import { lastDay, parseWhen, type Day } from '#lib/model/time.ts';
import type { Facts } from './facts.ts';
import type { Reason } from './fate.ts';
import { NO_VOICE, type Settings } from './settings.ts';

/** Facts whose claims and standings are those that are left. */
export interface Told extends Facts {
	/** Relations of which too little is left to be told at all, and why. */
	readonly silenced: ReadonlyMap<Id, Reason>;
}

/** What of a view's settings asks who says something. */
export interface Question extends Pick<Settings, 'leastPeople' | 'knownBy'> {
	readonly off: Pick<Settings['off'], 'modalities' | 'voices'>;
}

/** Who says a claim in the end: the last voice of its chain; NO_VOICE where the chain is empty. */
export function teller(claim: Claim): Id {
	return tellerOf(claim) ?? NO_VOICE;
}

/**
 * Narrows the facts to the claims that a view leaves, in time in proportion to the claims.
 * A relation without a claim is told by nobody: it goes with NO_VOICE, and wherever a day or a number is asked for.
 */
export function toldBy(facts: Facts, question: Question): Told {
	const { off, leastPeople, knownBy } = question;
	if (!off.modalities.size && !off.voices.size && leastPeople <= 1 && knownBy === null) {
		return { ...facts, silenced: new Map() };
	}
	const published = knownBy === null ? null : publishedBy(facts, knownBy);
	const steps: readonly { reason: Reason; keeps: (claim: Claim) => boolean }[] = [
		{ reason: 'modality', keeps: (claim) => !off.modalities.has(claim.modality) },
		{ reason: 'unpublished', keeps: (claim) => published?.has(claim.source) ?? true },
		{ reason: 'voice', keeps: (claim) => !off.voices.has(teller(claim)) }
	];
	const claims = new Map<Id, readonly Claim[]>();
	const silenced = new Map<Id, Reason>();
	for (const [id, all] of facts.claims) {
		let kept = all;
		for (const { reason, keeps } of steps) {
			const before = kept.length;
			kept = kept.filter(keeps);
			if (before && !kept.length) silenced.set(id, reason);
		}
		if (kept.length) claims.set(id, kept);
	}
	const standings = new Map<Id, Standing>();
	for (const { id } of facts.document.relations) {
		const kept = claims.get(id);
		standings.set(id, standingOf(kept));
		if (!facts.claims.has(id)) {
			const reason = untoldReason(question);
			if (reason) silenced.set(id, reason);
		} else if (kept && leastPeople > 1 && independentPeople(kept, facts.voices).people < leastPeople) {
			silenced.set(id, 'few');
		}
	}
	return { ...facts, claims, standings, silenced };
}

/** Why a relation that nobody tells goes, if it does. */
function untoldReason({ off, leastPeople, knownBy }: Question): Reason | null {
	if (knownBy !== null) return 'unpublished';
	if (off.voices.has(NO_VOICE)) return 'voice';
	return leastPeople > 1 ? 'few' : null;
}

/** The sources that were certainly out by the end of a day. */
function publishedBy(facts: Facts, day: Day): ReadonlySet<Id> {
	const out = new Set<Id>();
	for (const [id, { published }] of facts.sources) {
		const period = published === undefined ? null : parseWhen(published);
		if (period && lastDay(period) <= day) out.add(id);
	}
	return out;
}

/** Whether two views ask the same, so that the same is told. */
export function sameQuestion(a: Question, b: Question): boolean {
	return (
		a.off.modalities === b.off.modalities &&
		a.off.voices === b.off.voices &&
		a.leastPeople === b.leastPeople &&
		a.knownBy === b.knownBy
	);
}
