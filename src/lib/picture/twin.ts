/**
 * The written twin of a view: what the picture shows, as words. A plain value; twin-blocks.ts puts it in order on a
 * page. It tells only what the view shows, and its numbers are those of the receipt.
 */
import { FAMILIES, whenOf, type Actor, type FamilyId, type Id, type Relation } from '#lib/model/document.ts';
import { compareWhen } from '#lib/model/time.ts';
import { FAMILY_NAMES, KINDS, verbFor } from '#lib/model/vocabulary.ts';
import { CERTAINTY_WORDS, lastKnown } from '#lib/view/as-of.ts';
import type { Facts } from '#lib/view/facts.ts';
import { isVisible, type Filtered } from '#lib/view/fate.ts';
import { filtersInWords } from '#lib/view/filters-in-words.ts';
import { DIFFERENCE_WORDS, count, receiptInWords } from '#lib/view/receipt.ts';
import { nameOf, relationDate, shortened } from '#lib/view/sentences.ts';
import { NO_SIDE, type Settings } from '#lib/view/settings.ts';
import { plainLine } from '#lib/view/text.ts';
import { textsOf } from './kept.ts';
import { twinEvents, type TwinEvents } from './twin-events.ts';
import type { TwinView } from './twin-view.ts';
import { Numbering, testimony, type Testimony, type TwinSource } from './twin-said.ts';
import { fileWords, sentenceOf, type FileWords, type Sentence } from './wording.ts';

export interface TwinActor {
	readonly id: Id;
	readonly name: FileWords;
	/** In words, in lower case: "armed group". */
	readonly kind: string;
	readonly collective: boolean;
	readonly dimmed: boolean;
}

export interface TwinSide {
	/** Null for actors without a side. */
	readonly name: FileWords | null;
	/** How many of its actors the view shows. */
	readonly count: number;
	/** Those that are listed, in the document's order. */
	readonly actors: readonly TwinActor[];
}

export interface TwinRelation {
	readonly id: Id;
	/** "Esmail Qaani commands Quds Force", without a full stop. */
	readonly sentence: Sentence;
	/** In words; '' where there is none. */
	readonly date: string;
	/** How certain it is as of the view's moment, or how it differs from the view compared; '' without either. */
	readonly quality: string;
	readonly dimmed: boolean;
	readonly said: Testimony;
	/** What is said where the view's voices say nothing. */
	readonly unsaid: string;
}

export interface TwinFamily {
	readonly family: FamilyId;
	readonly name: string;
	/** How many of its relations the view shows. */
	readonly count: number;
	/** Those that are listed, in the order of their dates. */
	readonly relations: readonly TwinRelation[];
}

export interface Twin {
	readonly title: FileWords;
	/** Of the document's title and descriptions; null for none. */
	readonly description: FileWords | null;
	/** What the document is, then what of it is shown, as of when, compared with what. */
	readonly summary: readonly Sentence[];
	/** The filters of the view, in words, its moment apart, which the summary says. */
	readonly filters: readonly Sentence[];
	readonly sides: readonly TwinSide[];
	readonly families: readonly TwinFamily[];
	readonly events: TwinEvents;
	/** The sources that are cited, by their numbers. */
	readonly sources: readonly TwinSource[];
	/** Who made it, on what terms; null for nothing. */
	readonly credit: FileWords | null;
}

/** More than these are counted: nobody reads them, and a hostile file may have millions. */
export const MOST_ACTORS = 2_000;
export const MOST_RELATIONS = 2_000;
const LONGEST_DESCRIPTION = 1_000;

/** Writes a view as words. Takes time in proportion to the document. */
export function twinOf(view: TwinView): Twin {
	const { facts, receipt, settings } = view;
	const { title, description = '', language } = facts.document;
	const credit = textsOf(facts.document).credit.trim();
	const numbering = new Numbering(facts);
	const families = familiesOf(view, numbering);
	const events = twinEvents(view, numbering);
	return {
		title: fileWords(shortened(title.trim() || '(no title)', 300), language),
		description: description.trim() ? fileWords(shortened(description, LONGEST_DESCRIPTION), language) : null,
		summary: [documentWords(facts), [receiptInWords(receipt)]],
		filters: filtersInWords(facts, settings, false).map(sentenceOf),
		sides: sidesOf(view),
		families,
		events,
		sources: numbering.list(),
		credit: credit ? fileWords(credit) : null
	};
}

function documentWords({ document, events }: Facts): Sentence {
	const parts = [count(document.actors.length, 'actor'), count(document.relations.length, 'relation')];
	const sources = count(document.sources.length, 'source');
	return [
		`A graph of who relates to whom: ${parts.join(', ')} and ${count(events.size, 'event')}, from ${sources}.`
	];
}

function sidesOf({ facts, filtered, settings }: TwinView): TwinSide[] {
	const visible = facts.document.actors.filter(({ id }) => isVisible(filtered.actors.get(id)));
	const sides = new Map<string, { count: number; actors: TwinActor[] }>();
	for (const side of [...facts.sides.keys(), NO_SIDE]) sides.set(side, { count: 0, actors: [] });
	visible.forEach((actor, index) => {
		const side = sides.get(actor.side ?? NO_SIDE)!;
		side.count++;
		if (index < MOST_ACTORS) side.actors.push(twinActor(actor, facts, filtered, settings));
	});
	return [...sides]
		.filter(([, { count }]) => count > 0)
		.map(([side, rest]) => ({
			name: side === NO_SIDE ? null : fileWords(shortened(side), facts.document.language),
			...rest
		}));
}

function twinActor(actor: Actor, facts: Facts, filtered: Filtered, { names }: Settings): TwinActor {
	return {
		id: actor.id,
		name: { ...actorWords(facts, actor.id, names), strong: true },
		kind: KINDS.find(({ id }) => id === actor.kind)?.name.toLowerCase() ?? '',
		collective: actor.collective ?? false,
		dimmed: filtered.actors.get(actor.id) === 'dimmed'
	};
}

/** The name of an actor with its language: that of the view's names, where the actor has one in it. */
export function actorWords(facts: Facts, id: Id, names: string): FileWords {
	const has = facts.actors.get(id)?.names?.some(({ lang }) => lang === names);
	return fileWords(nameOf(facts, id, names), has ? names : facts.document.language);
}

function familiesOf(view: TwinView, numbering: Numbering): TwinFamily[] {
	const { facts, filtered } = view;
	const visible = facts.document.relations.filter(({ id }) => isVisible(filtered.relations.get(id)));
	const listed = new Set(visible.slice(0, MOST_RELATIONS));
	const families = new Map<FamilyId, Relation[]>(FAMILIES.map((family) => [family, []]));
	for (const relation of visible) families.get(facts.typeOf(relation).family)?.push(relation);
	return [...families]
		.filter(([, relations]) => relations.length > 0)
		.map(([family, relations]) => ({
			family,
			name: FAMILY_NAMES[family],
			count: relations.length,
			relations: relations
				.filter((relation) => listed.has(relation))
				.sort((a, b) => compareWhen(whenOf(a, facts.events), whenOf(b, facts.events)))
				.map((relation) => twinRelation(relation, view, numbering))
		}));
}

function twinRelation(relation: Relation, view: TwinView, numbering: Numbering): TwinRelation {
	const { facts, told, filtered, settings } = view;
	const from = facts.actors.get(relation.from);
	const verb = facts.typeOf(relation).name;
	return {
		id: relation.id,
		sentence: [
			actorWords(facts, relation.from, settings.names),
			' ',
			fileWords(shortened(from ? verbFor(from, verb) : verb)),
			' ',
			actorWords(facts, relation.to, settings.names)
		],
		date: plainLine(relationDate(facts, relation)),
		quality: qualityOf(relation, view),
		dimmed: filtered.relations.get(relation.id) === 'dimmed',
		said: testimony(told, told.claims.get(relation.id) ?? [], numbering),
		unsaid: facts.claims.has(relation.id) ? 'not told by the voices of this view' : 'unsourced'
	};
}

function qualityOf(relation: Relation, { facts, filtered }: TwinView): string {
	const difference = filtered.differences.get(relation.id);
	if (difference) return DIFFERENCE_WORDS[difference];
	const certainty = filtered.certainties.get(relation.id);
	if (!certainty) return '';
	const known = certainty === 'carried' ? lastKnown(facts, relation) : '';
	return known ? `${CERTAINTY_WORDS[certainty]}, last known ${known}` : CERTAINTY_WORDS[certainty];
}
