/** Twelve publications with three reports each, and the 108 voices that they quote. */
import { FIRST_DAY, LAST_DAY, iso } from './dates.mjs';
import { CAMPS, TOWNS } from './words.mjs';

const REPORTS = 3;
const NAMED = 46;
const DESCRIBED = 30;
const ANONYMOUS = 32;
const PUBLISHERS = [
	...['The Lanthe Courier', 'The Straits Beacon', 'Sessaly Today', 'Valley Radio', 'The Velmara Standard'],
	...['Kadrun Wire', 'The Ostrel Examiner', 'Harbour Record', 'The Northern Dispatch', 'Border Monitor'],
	...['The Long Report', 'Quiet Desk']
];

/** Sources in the order in which they were published; of each the day, and the voice that is its publisher. */
export function sourcesFrom(dice) {
	const span = (LAST_DAY + 20 - FIRST_DAY) / (PUBLISHERS.length * REPORTS);
	const order = Array.from({ length: REPORTS }, () => dice.some(PUBLISHERS, PUBLISHERS.length)).flat();
	const sources = order.map((publisher, i) => {
		const day = Math.round(FIRST_DAY + span * (i + 1));
		const isDated = i % 12 !== 7;
		return {
			id: `s${i + 1}`,
			title: `${dice.pick(['What happened at', 'Inside', 'Letters from', 'Who holds'])} ${dice.pick(TOWNS)}`,
			publisher,
			published: isDated ? iso(day) : iso(day).slice(0, 7),
			kind: dice.pick(['news-report', 'news-report', 'investigation', 'interview']),
			language: 'en',
			...(i % 9 === 4 && { url: `https://example.org/reports/${i + 1}` })
		};
	});
	const days = sources.map((_, i) => Math.round(FIRST_DAY + span * (i + 1)));
	return { sources, days };
}

/** @returns the voices, publishers first, and the ids of those that are quoted, by how they are known */
export function voicesFrom(dice, actors, camps) {
	const publishers = PUBLISHERS.map((label) => ({ label, role: 'the publication', side: CAMPS[5].side }));
	const known = camps.flatMap((camp) => camp.slice(0, -1));
	const heads = camps.flatMap((camp) => camp.slice(0, 3));
	const byId = new Map(actors.map((actor) => [actor.id, actor]));
	const speakers = new Set([...heads, ...dice.some(known, known.length)]);
	const named = [...speakers]
		.map((id) => byId.get(id))
		.filter(({ collective }) => !collective)
		.slice(0, NAMED)
		.map(({ id, name, side }) => ({ label: name, actor: id, ...(side && { side }) }));
	const described = Array.from({ length: DESCRIBED }, () => groupOf(dice, 1));
	const anonymous = Array.from({ length: ANONYMOUS }, () => groupOf(dice, dice.between(1, 12)));
	const voices = [
		...publishers,
		...named,
		...described,
		...anonymous.map((voice) => ({ ...voice, anonymous: true }))
	].map((voice, i) => ({ id: `v${i + 1}`, ...voice }));
	return { voices, quoted: voices.slice(publishers.length).map(({ id }) => id) };
}

const NUMBERS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

function groupOf(dice, people) {
	const { of, side } = dice.pick(CAMPS);
	const [one, many] = dice.pick([
		['officer', 'officers'],
		['official', 'officials'],
		['driver', 'drivers'],
		['diplomat', 'diplomats'],
		['eyewitness', 'eyewitnesses'],
		['party member', 'party members']
	]);
	const where = `${dice.pick(['at', 'near', 'from'])} ${dice.pick(TOWNS)}`;
	const label = people === 1 ? `A ${of} ${one} ${where}` : `${NUMBERS[people - 2]} ${of} ${many} ${where}`;
	return {
		label: label.replace(/^A (?=[AEIOU])/, 'An '),
		...((people > 1 || dice.chance(0.5)) && { people }),
		role: dice.pick(['spoke on the telephone', 'was there', 'was told by others']),
		...(dice.chance(0.85) && { side })
	};
}
