import type { Check, Finding } from './check.ts';

/**
 * `reason`: `actor` (a voice is said to be an actor, `others`, that is missing), `voice` (a claim names a voice,
 * `others`, that is missing) or `nobody` (a claim has no voice).
 */
export const lostVoice: Check = {
	id: 'lost-voice',
	name: 'Voices that lead nowhere',
	severity: 'grave',
	help: 'A voice whose actor is missing, or a claim whose voice is: who says so cannot be followed.',
	run({ document, actors, voices }) {
		const found: Finding[] = [];
		for (const { id, actor } of document.voices) {
			if (actor === undefined || actors.has(actor)) continue;
			found.push({ place: { what: 'voice', id }, reason: 'actor', others: [actor] });
		}
		for (const claim of document.claims) {
			const place = { what: 'claim', id: claim.id } as const;
			if (claim.voices.length === 0) found.push({ place, reason: 'nobody' });
			const missing = claim.voices.find((voice) => !voices.has(voice));
			if (missing !== undefined) found.push({ place, reason: 'voice', others: [missing] });
		}
		return found;
	}
};
