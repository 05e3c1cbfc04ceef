/**
 * How well the claims behind a relation support it. A relation holds no truth by itself:
 * it is drawn because claims support it, and drawn as they do.
 */
import type { Claim, Document, Id } from '#lib/model/document.ts';

/**
 * `stated`: a voice states it, of itself or of others. `unsure`: it is only alleged, expected or supposed.
 * `disputed`: a voice states it and a voice denies it. `denied`: a voice denies it and none states it.
 * `unsourced`: nothing is said about it.
 */
export const STANDINGS = ['stated', 'disputed', 'unsure', 'denied', 'unsourced'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The claims about each record, in the document's order. */
export function claimsByRecord(document: Document): ReadonlyMap<Id, readonly Claim[]> {
	const claims = new Map<Id, Claim[]>();
	for (const claim of document.claims) {
		for (const id of new Set(claim.about)) {
			const list = claims.get(id);
			if (list) list.push(claim);
			else claims.set(id, [claim]);
		}
	}
	return claims;
}

/** The standing that a relation has from all claims about it. */
export function standingOf(claims: readonly Claim[] = []): Standing {
	if (claims.length === 0) return 'unsourced';
	const denied = claims.some(({ modality }) => modality === 'denied');
	const stated = claims.some(({ modality }) => modality === 'stated' || modality === 'claimed');
	if (stated) return denied ? 'disputed' : 'stated';
	return denied ? 'denied' : 'unsure';
}

/** The standing that several relations have as one line: the best supported one's, and disputed if any is denied. */
export function jointStanding(standings: readonly Standing[]): Standing {
	const has = (standing: Standing) => standings.includes(standing);
	if (has('disputed') || (has('stated') && has('denied'))) return 'disputed';
	if (has('stated')) return 'stated';
	if (has('denied')) return 'denied';
	return has('unsure') ? 'unsure' : 'unsourced';
}
