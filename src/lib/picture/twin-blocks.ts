/** The written twin in order on a page: headings, paragraphs and lists, as plain values that any format can write. */
import { count, figure } from '#lib/view/receipt.ts';
import type { TwinEvent } from './twin-events.ts';
import { testimonyWords, type TwinSource } from './twin-said.ts';
import type { Twin, TwinActor, TwinRelation } from './twin.ts';
import { joined, type Sentence } from './wording.ts';

export type Block =
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly words: Sentence }
	| { readonly kind: 'paragraph'; readonly words: Sentence }
	| { readonly kind: 'list'; readonly items: readonly Item[] };

export interface Item {
	readonly words: Sentence;
	readonly inner?: readonly Sentence[];
}

/** All blocks of a twin, in order. Lists are never empty. */
export function twinBlocks(twin: Twin): readonly Block[] {
	return [
		heading(1, [twin.title]),
		...twin.summary.map(paragraph),
		...(twin.description ? [paragraph([twin.description])] : []),
		...listUnder(
			heading(2, ['Filters']),
			twin.filters.map((words) => ({ words: [...words, '.'] }))
		),
		...actorBlocks(twin),
		...relationBlocks(twin),
		...eventBlocks(twin),
		...listUnder(
			heading(2, ['Sources']),
			twin.sources.map((source) => ({ words: sourceWords(source) }))
		),
		...(twin.credit ? [paragraph([twin.credit])] : [])
	];
}

function heading(level: 1 | 2 | 3, words: Sentence): Block {
	return { kind: 'heading', level, words };
}

function paragraph(words: Sentence): Block {
	return { kind: 'paragraph', words };
}

function listUnder(head: Block, items: readonly Item[]): Block[] {
	return items.length ? [head, { kind: 'list', items }] : [];
}

/** The list, then how many more there are. */
function cut(items: readonly Item[], total: number): Block[] {
	const more = total - items.length;
	const blocks: Block[] = items.length ? [{ kind: 'list', items }] : [];
	if (more > 0)
		blocks.push(paragraph([items.length ? `And ${figure(more)} more.` : `${figure(more)} not listed.`]));
	return blocks;
}

function actorBlocks({ sides }: Twin): Block[] {
	if (!sides.length) return [];
	const total = sides.reduce((sum, side) => sum + side.count, 0);
	return [
		heading(2, [`Actors (${figure(total)})`]),
		...sides.flatMap(({ name, count, actors }) => [
			heading(3, [name ?? 'No side given', ` (${figure(count)})`]),
			...cut(
				actors.map((actor) => ({ words: actorSentence(actor) })),
				count
			)
		])
	];
}

function actorSentence({ name, kind, collective, dimmed }: TwinActor): Sentence {
	const notes = [kind, collective && 'several spoken of as one', dimmed && 'dimmed'].filter(Boolean);
	return [name, ...(notes.length ? [`, ${notes.join(', ')}`] : [])];
}

function relationBlocks({ families }: Twin): Block[] {
	if (!families.length) return [];
	const total = families.reduce((sum, family) => sum + family.count, 0);
	return [
		heading(2, [`Relations (${figure(total)})`]),
		...families.flatMap(({ name, count, relations }) => [
			heading(3, [`${name} (${figure(count)})`]),
			...cut(
				relations.map((relation) => ({ words: relationWords(relation) })),
				count
			)
		])
	];
}

/** "Esmail Qaani commands Quds Force, 2024, certain: stated by Reuters [1, par. 2]." */
function relationWords({ sentence, date, quality, dimmed, said, unsaid }: TwinRelation): Sentence {
	const notes = [date, quality, dimmed && 'dimmed'].filter(Boolean).map((note) => `, ${note}`);
	return [...sentence, `${notes.join('')}: `, ...testimonyWords(said, unsaid), '.'];
}

function eventBlocks({ events }: Twin): Block[] {
	const { listed, more, hidden } = events;
	const total = listed.length + more;
	if (!total && !hidden) return [];
	return [
		heading(2, [`Events (${figure(total)})`]),
		...cut(listed.map(eventItem), total),
		...(hidden
			? [
					paragraph([
						`${count(hidden, 'event')} of the document ${hidden === 1 ? 'is' : 'are'} not part of this view.`
					])
				]
			: [])
	];
}

function eventItem(event: TwinEvent): Item {
	const { title, date, place, figures, moreFigures, links, moreLinks, said } = event;
	const told = said.affirmed.length || said.denied.length ? [': ', ...testimonyWords(said)] : [];
	const numbers = joined(
		[...figures.map((one) => [one]), ...(moreFigures ? [[`and ${figure(moreFigures)} more`]] : [])],
		'; '
	);
	return {
		words: [`${capital(date)}: `, title, ...(place ? [', ', place] : []), ...told, '.'],
		inner: [
			...(numbers.length ? [['Figures: ', ...numbers, '.']] : []),
			...links.map((link) => [...link.sentence, ': ', ...testimonyWords(link.said), '.']),
			...(moreLinks ? [[`And ${count(moreLinks, 'more link')}.`]] : [])
		]
	};
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function sourceWords({ number, publisher, title, date, url }: TwinSource): Sentence {
	return [
		`[${number}] `,
		...joined([publisher, title, date ? [date] : [], url ? [{ text: url, href: url }] : []], ', '),
		'.'
	];
}
