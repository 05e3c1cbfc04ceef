import type { When } from '#lib/model/document.ts';
import { firstDay, lastDay, parseWhen } from '#lib/model/time.ts';
import type { Check, Finding, Place } from './check.ts';

/** `reason`: `inverted` (it ends before it starts) or `unreadable`. `texts`: the date as it is written. */
export const unreadableDate: Check = {
	id: 'unreadable-date',
	name: 'Dates that cannot be',
	severity: 'grave',
	help: 'A date that ends before it starts, or that is no date: it counts as none at all.',
	run: ({ document }) => [
		...document.actors.flatMap(({ id, when }) => look('actor', id, when)),
		...document.relations.flatMap(({ id, when }) => look('relation', id, when)),
		...document.events.flatMap(({ id, when }) => look('event', id, when)),
		...document.sources.flatMap(({ id, published }) => look('source', id, published))
	]
};

function look(what: Place['what'], id: string, when: When | undefined): Finding[] {
	if (when === undefined || parseWhen(when)) return [];
	return [{ place: { what, id }, reason: isInverted(when) ? 'inverted' : 'unreadable', texts: [when] }];
}

/** Whether it is two dates, both of them good, in the wrong order. */
function isInverted(when: When): boolean {
	const [start, end] = when.replace(/^[[{]|[\]}]$/g, '').split(/\/|\.\./);
	const from = start ? parseWhen(start) : null;
	const to = end ? parseWhen(end) : null;
	return from !== null && to !== null && lastDay(to) < firstDay(from);
}
