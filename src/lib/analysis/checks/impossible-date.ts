import type { Relation } from '#lib/model/document.ts';
import { parseWhen, type Period } from '#lib/model/time.ts';
import type { Check, Finding, Material } from './check.ts';

/**
 * `reason`: `too-early` or `too-late` for an actor, or `event`. `others`: that actor or event.
 * `texts`: the relation's date, then the other's. Said only where no reading of the two dates fits together.
 */
export const impossibleDate: Check = {
	id: 'impossible-date',
	name: 'Dates that do not go together',
	severity: 'grave',
	help: 'A relation before its actor was there, or after it was gone; an act on another day than the event it belongs to.',
	run(material) {
		return material.document.relations.flatMap((relation) => {
			const when = relation.when === undefined ? null : parseWhen(relation.when);
			return when
				? [...besideActors(material, relation, when), ...besideEvent(material, relation, when)]
				: [];
		});
	}
};

function besideActors({ actors }: Material, { id, from, to }: Relation, when: Period): Finding[] {
	const found: Finding[] = [];
	for (const end of from === to ? [from] : [from, to]) {
		const text = actors.get(end)?.when;
		const life = text === undefined ? null : parseWhen(text);
		// Any other date says only that the actor was there then, not that it was not there before or after.
		if (life?.kind !== 'interval') continue;
		// An open start is a way of saying "for as long as it was there".
		const isEarly = !when.startOpen && when.latestStart < life.earliestStart;
		if (!isEarly && when.earliestEnd <= life.latestEnd) continue;
		const reason = isEarly ? 'too-early' : 'too-late';
		found.push({ place: { what: 'relation', id }, reason, others: [end], texts: [when.text, life.text] });
	}
	return found;
}

/** Acts only: a state may be told of on the occasion of an event that started or ended it. */
function besideEvent({ events, typeOf }: Material, relation: Relation, when: Period): Finding[] {
	const event = relation.event === undefined ? undefined : events.get(relation.event);
	const whole = event?.when === undefined ? null : parseWhen(event.when);
	if (!event || !whole || typeOf(relation).nature === 'state') return [];
	if (when.latestEnd >= whole.earliestStart && when.earliestStart <= whole.latestEnd) return [];
	const place = { what: 'relation', id: relation.id } as const;
	return [{ place, reason: 'event', others: [event.id], texts: [when.text, whole.text] }];
}
