import { emptyDocument, type Claim, type Document } from '#lib/model/document.ts';

/** A claim about one record, by a chain of voices with spaces between. */
export function says(chain: string, about: string, more: Partial<Claim> = {}): Claim {
	return {
		id: `${chain} on ${about}`,
		about: [about],
		statement: `${chain} on ${about}`,
		modality: 'stated',
		voices: chain.split(' ').filter(Boolean),
		source: 'report',
		paragraph: 1,
		...more
	};
}

/** A document that no check has anything to say about. */
export const sound: Document = {
	...emptyDocument('Sound'),
	sources: [{ id: 'report', title: 'A report', publisher: 'Reuters', published: '2024-02-18' }],
	voices: [
		{ id: 'reuters', label: 'Reuters' },
		{ id: 'afp', label: 'AFP', anonymous: false },
		{ id: 'ten', label: 'Ten sources', people: 10, anonymous: true },
		{ id: 'five', label: 'Five sources', people: 5, anonymous: true },
		{ id: 'official', label: 'An official', anonymous: true, actor: 'quds' }
	],
	actors: [
		{ id: 'quds', name: 'Quds Force', kind: 'military', sameAs: ['wikidata:Q1'], when: '1988/..' },
		{ id: 'kataib', name: 'Kataib Hezbollah', kind: 'armed-group', sameAs: ['wikidata:Q2'] }
	],
	relations: [
		{ id: 'backs', type: 'backs', from: 'quds', to: 'kataib', when: '2014/..' },
		{ id: 'meets', type: 'meets', from: 'quds', to: 'kataib', when: '2024-01-29', event: 'visit' },
		{ id: 'urges', type: 'urges', from: 'quds', to: 'kataib', when: '2024-01-30', event: 'pressure' }
	],
	events: [
		{ id: 'visit', title: 'The visit', when: '2024-01-29' },
		{ id: 'pressure', title: 'The pressure', when: '2024-01' }
	],
	links: [{ id: 'led', type: 'led_to', from: 'visit', to: 'pressure' }],
	claims: [
		...['backs', 'meets', 'urges'].flatMap((id) => [says('reuters', id), says('afp', id)]),
		says('reuters ten', 'led', { start: 10, end: 20 })
	]
};

type Lists = Pick<Document, 'sources' | 'voices' | 'actors' | 'relations' | 'events' | 'links' | 'claims'>;

/** The sound document with keys of one record changed; a key that is undefined is taken out. */
export function changed(list: keyof Lists, id: string, change: Record<string, unknown>): Document {
	const records: readonly { readonly id: string }[] = sound[list];
	return {
		...sound,
		[list]: records.map((record) => (record.id === id ? { ...record, ...change } : record))
	};
}
