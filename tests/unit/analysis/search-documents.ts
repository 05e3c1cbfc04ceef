/** Documents to search in. */
import { type Actor, type Document, type Relation, emptyDocument } from '#lib/model/document.ts';

/** An actor whose id is its name. */
export function actor(name: string, more: Partial<Actor> = {}): Actor {
	return { id: name, name, kind: 'organisation', ...more };
}

/** A relation whose id says what it is. */
export function relation(from: string, type: string, to: string, more: Partial<Relation> = {}): Relation {
	return { id: `${from} ${type} ${to}`, type, from, to, ...more };
}

export function documentOf(actors: readonly Actor[], more: Partial<Document> = {}): Document {
	return { ...emptyDocument('test'), actors, ...more };
}

/** Some of the report that the product begins with. */
export const REPORT = documentOf(
	[
		actor('Kataib Hezbollah', { description: 'An armed group in Iraq, close to the Quds Force.' }),
		actor('Quds Force', { names: [{ text: 'نیروی قدس', lang: 'fa' }], aliases: ['IRGC-QF'] }),
		actor('Esmail Qaani', { kind: 'person', description: 'Commander since 2020.' }),
		actor('Mohammed Shia al-Sudani', { kind: 'person' }),
		actor('Iran', { kind: 'state', aliases: ['Islamic Republic'] }),
		actor('Iraq', { kind: 'state' }),
		actor('United States', { kind: 'state', aliases: ['US', 'USA'] }),
		actor('US troops in Iraq', { kind: 'military', collective: true }),
		actor('Harakat Hezbollah al-Nujaba'),
		actor('Badr Organisation')
	],
	{
		relations: [
			relation('Esmail Qaani', 'commands', 'Quds Force'),
			relation('Esmail Qaani', 'urges', 'Kataib Hezbollah', { note: 'at the airport' }),
			relation('Quds Force', 'part_of', 'Iran'),
			relation('Iran', 'backs', 'Kataib Hezbollah'),
			relation('Kataib Hezbollah', 'attacks', 'US troops in Iraq'),
			relation('US troops in Iraq', 'part_of', 'United States'),
			relation('Iran', 'urges', 'Esmail Qaani')
		],
		events: [{ id: 'tower', title: 'Attack on Tower 22', place: 'Jordan' }]
	}
);
