/**
 * How well the claims behind a relation support it. A relation holds no truth by itself:
 * it is drawn because claims support it, and drawn as they do.
 */
import type { Claim, Document, Id } from '#lib/model/document.ts';

/**
 * `stated`: a voice states it, of itself or of others. `unsure`: it is only alleged, expected or supposed.
 * `denied`: everything said about it is a denial. `unsourced`: nothing is said about it.
 */
export type Standing = 'stated' | 'unsure' | 'denied' | 'unsourced';

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
	if (claims.some(({ modality }) => modality === 'stated' || modality === 'claimed')) return 'stated';
	return claims.every(({ modality }) => modality === 'denied') ? 'denied' : 'unsure';
}

/** The standing that several relations have as one line: the best supported one's. */
export function jointStanding(standings: readonly Standing[]): Standing {
	const order: readonly Standing[] = ['stated', 'unsure', 'denied', 'unsourced'];
	return order.find((standing) => standings.includes(standing)) ?? 'unsourced';
}
