import { emptyDocument, type Claim, type Document } from '#lib/model/document.ts';

function claim(id: string, about: readonly string[]): Claim {
	return { id, about, statement: id, modality: 'stated', voices: ['paper-voice'], source: 'paper' };
}

/** Small enough to be kept in mind: three actors, two relations, two events and what is said about them. */
export const small: Document = {
	...emptyDocument('Small'),
	sources: [{ id: 'paper', title: 'Paper' }],
	voices: [
		{ id: 'paper-voice', label: 'The paper' },
		{ id: 'spokesman', label: 'A spokesman', actor: 'kataib' }
	],
	actors: [
		{ id: 'quds', name: 'Quds Force', kind: 'military' },
		{ id: 'kataib', name: 'Kataib Hezbollah', kind: 'armed-group', aliases: ['KH'] },
		{ id: 'usa', name: 'United States', kind: 'state' }
	],
	relations: [
		{ id: 'visits', type: 'meets', from: 'quds', to: 'usa', event: 'talks' },
		{ id: 'attack', type: 'attacks', from: 'kataib', to: 'usa' }
	],
	events: [
		{ id: 'talks', title: 'Talks' },
		{ id: 'halt', title: 'Halt' }
	],
	links: [{ id: 'led', type: 'led_to', from: 'talks', to: 'halt' }],
	claims: [
		claim('c-both', ['visits', 'kataib']),
		claim('c-event', ['talks', 'led']),
		claim('c-visit', ['visits']),
		claim('c-attack', ['attack'])
	],
	positions: new Map([
		['quds', [0, 0]],
		['kataib', [10, 10]]
	])
};
