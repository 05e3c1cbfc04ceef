/** Whose word a view goes by, as a sentence. */
import type { Id } from '#lib/model/document.ts';
import type { Facts } from './facts.ts';
import { listed, nameInSentence } from './name-lists.ts';
import { figure } from './receipt.ts';
import { NO_VOICE } from './settings.ts';
import { teller } from './told.ts';

/** So many are the whole of what is told; of more, the sentence says of how many. */
const FEW = 2;

/**
 * "As told by Reuters and Farhad Alaadin", "Only what 3 of 12 voices tell: …", "Without what … tells": without a full
 * stop, and none at all where every voice about a relation is heard.
 *
 * @param off ids of voices that are not listened to; NO_VOICE for relations that nobody tells.
 */
export function voicesInWords(facts: Facts, off: ReadonlySet<Id>): string[] {
	const all = relationVoices(facts);
	const gone = all.filter((id) => off.has(id));
	if (!gone.length) return [];
	const [heard, silent] = [all.filter((id) => !off.has(id)), gone].map((ids) =>
		ids.filter((id) => id !== NO_VOICE)
	) as [Id[], Id[]];
	const nobody = gone.includes(NO_VOICE) ? ', and without what nobody tells' : '';
	if (!silent.length) return ['Without what nobody tells'];
	const names = (ids: readonly Id[]) => listed(ids.map((id) => voiceName(facts, id)));
	if (!heard.length)
		return [all.length > gone.length ? 'Only what nobody tells' : 'Without what any voice tells'];
	if (heard.length >= silent.length) {
		return [`Without what ${names(silent)} ${silent.length > 1 ? 'tell' : 'tells'}${nobody}`];
	}
	const untold = all.includes(NO_VOICE) && !nobody ? ', and what nobody tells' : '';
	if (heard.length <= FEW) return [`As told by ${names(heard)}${untold}`];
	const share = `${figure(heard.length)} of ${figure(heard.length + silent.length)}`;
	return [`Only what ${share} voices tell: ${names(heard)}${untold}`];
}

/** Those who tell relations, first heard first; NO_VOICE where a relation has no claim, or a claim no voice. */
function relationVoices(facts: Facts): readonly Id[] {
	const voices = new Set<Id>();
	for (const { id } of facts.document.relations) {
		const claims = facts.claims.get(id);
		if (!claims) voices.add(NO_VOICE);
		for (const claim of claims ?? []) voices.add(teller(claim));
	}
	return [...voices];
}

function voiceName({ voices }: Facts, id: Id): string {
	const voice = voices.get(id);
	return voice ? nameInSentence(voice.label) : 'a voice that is missing';
}
