/** Voices as a view needs them: how they are named, their colours, and how independent people were counted. */
import type { CountedGroup, CountedVoice, Independence } from '#lib/analysis/independence.ts';
import type { Claim, Id, Voice } from '#lib/model/document.ts';
import type { Facts } from './facts.ts';
import { count, figure } from './receipt.ts';
import { shortened } from './sentences.ts';
import { teller } from './told.ts';

/**
 * How a voice is named. `named`: by its name. `described`: not named, but somebody in particular, that is one person
 * or an actor of the document ("a senior commander"). `anonymous`: several people, none of whom is named.
 */
export type Naming = 'named' | 'described' | 'anonymous';

/** How a voice is named; one person where the document does not say how many it stands for. */
export function namingOf({ anonymous, actor, people = 1 }: Voice): Naming {
	if (!anonymous) return 'named';
	return actor !== undefined || people === 1 ? 'described' : 'anonymous';
}

/** How many voices get a colour of their own: as many as can be told apart. */
export const VOICE_COLORS = 6;

/** Place in the palette of those who tell most relations, 0 for the most; no entry for all others. */
export function voiceColors(facts: Facts): ReadonlyMap<Id, number> {
	const told = new Map<Id, number>();
	for (const { id } of facts.document.relations) {
		const tellers = new Set((facts.claims.get(id) ?? []).filter(({ voices }) => voices.length).map(teller));
		for (const voice of tellers) told.set(voice, (told.get(voice) ?? 0) + 1);
	}
	// Sorting is stable: of equals the first to be heard comes first.
	const most = [...told].sort(([, a], [, b]) => b - a).slice(0, VOICE_COLORS);
	return new Map(most.map(([voice], index) => [voice, index]));
}

/** The colour of a line by the claims that are left of it: a place in the palette, -1 for a voice without one. */
export function lineVoice(claims: readonly Claim[], colors: ReadonlyMap<Id, number>): number | 'several' {
	const [first, ...others] = new Set(claims.map(teller));
	if (others.length) return 'several';
	return first === undefined ? -1 : (colors.get(first) ?? -1);
}

/** So many voices are written out; a sentence with more says nothing to anybody. */
const MOST_WRITTEN = 8;

/**
 * "12 people at least: Reuters; Farhad Alaadin; the largest of 2 unnamed voices quoted by Reuters: Ten sources,
 * 10 people" (without a full stop). `at least` where some may be the same people, or nobody knows who they are.
 */
export function howCounted(counted: Independence, facts: Pick<Facts, 'voices'>): string {
	if (counted.people === 0) return 'Nobody says so';
	const people = `${figure(counted.people)} ${counted.people === 1 ? 'person' : 'people'}`;
	if (!counted.voices.length && !counted.groups.length) return `${people} at least: somebody unknown`;
	const parts = [
		...counted.voices.map((voice) => voiceCounted(voice, facts)),
		...counted.groups.map((group) => groupCounted(group, facts))
	];
	const written = parts.slice(0, MOST_WRITTEN);
	if (parts.length > MOST_WRITTEN) written.push(`and ${figure(parts.length - MOST_WRITTEN)} more`);
	const heard = [
		...counted.voices.map(({ voice }) => voice),
		...counted.groups.map(({ largest }) => largest)
	];
	const isLeast =
		heard.some((id) => facts.voices.get(id)?.atLeast) ||
		counted.unknown > 0 ||
		counted.groups.some(({ voices }) => voices > 1);
	return `${people}${isLeast ? ' at least' : ''}: ${written.join('; ')}`;
}

function voiceCounted({ voice, people }: CountedVoice, facts: Pick<Facts, 'voices'>): string {
	return people === 1 ? labelOf(voice, facts) : `${labelOf(voice, facts)}, ${figure(people)} people`;
}

function groupCounted(group: CountedGroup, facts: Pick<Facts, 'voices'>): string {
	const largest = voiceCounted({ voice: group.largest, people: group.people }, facts);
	if (group.voices === 1) return largest;
	const publications = group.publications.slice(0, 3).map((id) => labelOf(id, facts));
	if (group.publications.length > 3) publications.push('others');
	const quoted = publications.length ? ` quoted by ${publications.join(', ')}` : '';
	return `the largest of ${count(group.voices, 'unnamed voice')}${quoted}: ${largest}`;
}

function labelOf(id: Id, { voices }: Pick<Facts, 'voices'>): string {
	const voice = voices.get(id);
	return voice ? shortened(voice.label.trim() || '(no name)') : 'a voice that is missing';
}
