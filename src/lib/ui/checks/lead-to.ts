/** From a finding to its place: what it is about is chosen, shown and said. */
import type { Place } from '#lib/analysis/checks/check.ts';
import type { Claim, Id } from '#lib/model/document.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { shortened } from '#lib/view/sentences.ts';
import { NOTHING, type Selection } from '#lib/view/settings.ts';
import { goTo, type Place as Shown } from '../go-to.ts';
import type { Screen } from '../screen.svelte.ts';

/**
 * Leads to the place of a finding. A claim leads to what it is about, a link to its two events, a voice to what it
 * says first, a source to the pane that shows it. The list of findings stays open but for a source.
 */
export function leadTo({ what, id }: Place, workspace: Workspace, screen: Screen): void {
	const { document, facts } = workspace;
	if (what === 'actor' || what === 'relation' || what === 'event') {
		return goTo({ what, id }, workspace, screen, true);
	}
	if (what === 'source') return screen.show('source');
	if (what === 'link') {
		const link = document.links.find((one) => one.id === id);
		const events = [link?.from, link?.to].filter((end) => end !== undefined && facts.events.has(end));
		return choose(
			{ ...NOTHING, events: new Set(events as Id[]) },
			'Two events and the link between them.',
			workspace
		);
	}
	const claim = document.claims.find((one) => (what === 'claim' ? one.id === id : one.voices.includes(id)));
	if (claim) leadToClaim(claim, workspace, screen);
	else screen.showLegend('voices');
}

function leadToClaim(claim: Claim, workspace: Workspace, screen: Screen): void {
	const places = claim.about.flatMap((id) => placesOf(id, workspace));
	const [only] = places;
	if (!only) return screen.show('source');
	if (places.length === 1) return goTo(only, workspace, screen, true);
	const all = (what: Shown['what']) =>
		new Set(places.filter((place) => place.what === what).map(({ id }) => id));
	const selection = { actors: all('actor'), relations: all('relation'), events: all('event') };
	choose(selection, `Claim: ${shortened(claim.statement)}`, workspace);
}

function placesOf(id: Id, { document, facts }: Workspace): Shown[] {
	const places: Shown[] = [];
	if (facts.relations.has(id)) places.push({ what: 'relation', id });
	if (facts.events.has(id)) places.push({ what: 'event', id });
	if (facts.actors.has(id)) places.push({ what: 'actor', id });
	if (places.length) return places;
	const link = document.links.find((one) => one.id === id);
	const ends = link ? [link.from, link.to].filter((end) => facts.events.has(end)) : [];
	return ends.map((end) => ({ what: 'event', id: end }));
}

function choose(selection: Selection, words: string, workspace: Workspace): void {
	workspace.select(selection);
	workspace.announce(words);
}
