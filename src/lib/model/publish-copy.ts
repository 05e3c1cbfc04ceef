/** A copy of a document for others, without what is nobody else's business. */
import type { Document, Id, Source, Voice } from '#lib/model/document.ts';
import { without } from '#lib/model/edit-removal.ts';
import { changed, revised } from '#lib/model/edits.ts';
import { withKnownKeys } from '#lib/model/known-keys.ts';
import { mentionsOf, type Mention } from '#lib/model/mentions.ts';
import { withoutUnused } from '#lib/model/part.ts';

/** What is left out; nothing of what is absent. */
export interface PublishChoices {
	readonly positions?: boolean;
	/** The notes of relations. */
	readonly notes?: boolean;
	/** What files of other programs said of actors and relations. */
	readonly attributes?: boolean;
	/** Titles that are the name of a file, and addresses on this machine. */
	readonly fileNames?: boolean;
	/** The authors of sources. */
	readonly authors?: boolean;
	/** When sources were retrieved. */
	readonly times?: boolean;
	/** What was chosen and written for pictures. */
	readonly picture?: boolean;
	/** Keys that the format does not know. */
	readonly unknownKeys?: boolean;
	/** These actors with their relations, and with what is said of these alone. */
	readonly actors?: readonly Id[];
}

export interface PublishCopy {
	readonly document: Document;
	/** Where the copy still says a name of an actor that was left out: to be looked at by a human. */
	readonly warnings: readonly Mention[];
}

/** In place of a voice that is one of the actors left out: who says so stays open, that somebody does does not. */
export const WITHHELD = 'A voice that is not named here';
const UNTITLED = 'Untitled';
const UNNAMED_FILE = 'A file';

/** The copy. The document stays as it is; whole it was, whole the copy is. Actors that are not there are passed over. */
export function publishCopy(document: Document, choices: PublishChoices): PublishCopy {
	const gone = new Set(choices.actors);
	const withheld = document.actors.filter(({ id }) => gone.has(id));
	let copy = withheld.length > 0 ? withoutActors(document, gone) : document;
	if (choices.unknownKeys) copy = withKnownKeys(copy);
	if (choices.positions) copy = changed(copy, { positions: undefined });
	if (choices.picture) copy = changed(copy, { picture: undefined });
	if (choices.notes || choices.attributes) copy = withoutRemarks(copy, choices);
	copy = changed(copy, { sources: revised(copy.sources, (source) => barer(source, choices)) });
	if (choices.fileNames) copy = withoutFileNames(copy);
	return { document: copy, warnings: mentionsOf(copy, withheld) };
}

function withoutActors(document: Document, gone: ReadonlySet<Id>): Document {
	const rest = without(document, { actors: gone });
	const quoted = new Set(rest.claims.flatMap(({ voices }) => voices));
	const theirs = document.voices.filter(({ actor }) => actor !== undefined && gone.has(actor));
	const ids = new Set(theirs.map(({ id }) => id));
	const voices = revised(rest.voices, (voice) => {
		if (!ids.has(voice.id)) return voice;
		return quoted.has(voice.id) ? withheldVoice(voice) : undefined;
	});
	return withoutUnused(document, withoutLeftEvents(document, changed(rest, { voices })));
}

function withheldVoice({ id }: Voice): Voice {
	return { id, label: WITHHELD, anonymous: true };
}

/** Without the events that only relations of the actors made part of the document. */
function withoutLeftEvents(before: Document, after: Document): Document {
	const named = (document: Document) => new Set(document.relations.map(({ event }) => event));
	const [was, is] = [named(before), named(after)];
	const linked = new Set(after.links.flatMap(({ from, to }) => [from, to]));
	const told = new Set(after.claims.flatMap(({ about }) => about));
	const events = after.events.filter(
		({ id }) => was.has(id) && !is.has(id) && !linked.has(id) && !told.has(id)
	);
	return without(after, { events: new Set(events.map(({ id }) => id)) });
}

function withoutRemarks(document: Document, { notes, attributes }: PublishChoices): Document {
	return changed(document, {
		actors: attributes
			? revised(document.actors, (actor) => changed(actor, { attributes: undefined }))
			: document.actors,
		relations: revised(document.relations, (relation) =>
			changed(relation, {
				...(notes ? { note: undefined } : {}),
				...(attributes ? { attributes: undefined } : {})
			})
		)
	});
}

function barer(source: Source, { authors, times }: PublishChoices): Source {
	return changed(source, {
		...(authors ? { authors: undefined } : {}),
		...(times ? { retrieved: undefined } : {})
	});
}

function withoutFileNames(document: Document): Document {
	const local = (url: string | undefined) => url !== undefined && !/^(https?|mailto|doi|urn):/i.test(url);
	return changed(document, {
		title: isFileName(document.title) ? UNTITLED : document.title,
		sources: revised(document.sources, (source) =>
			changed(source, {
				...(isFileName(source.title) ? { title: UNNAMED_FILE } : {}),
				...(local(source.url) ? { url: undefined } : {})
			})
		),
		voices: revised(document.voices, (voice) =>
			isFileName(voice.label) ? changed(voice, { label: UNNAMED_FILE }) : voice
		)
	});
}

/** `report final.docx`, `C:\Users\me\ties.csv`, `/home/me/ties`; not an address on the web. */
function isFileName(text: string): boolean {
	const name = text.trim().slice(0, 1000);
	if (/^(https?|mailto):/i.test(name)) return false;
	return (
		/^(file:|[a-z]:[\\/]|\\\\|~?\/\S)/i.test(name) ||
		/\.(?:[a-z]{2,8}\.)?(?:csv|tsv|txt|tab|xlsx?|ods|docx?|odt|pdf|json[l5]?|ndjson|graphml|gexf|gml|dot|gv|net|paj|cx2?|xml|zip|gz|html?)$/i.test(
			name
		)
	);
}
