/** The checks, the gravest first. To add one: a file with one object, a line here, and words in view/findings.ts. */
import type { Check } from './check.ts';
import { disagreement } from './disagreement.ts';
import { emptyEvent } from './empty-event.ts';
import { impossibleDate } from './impossible-date.ts';
import { lonelyActor } from './lonely-actor.ts';
import { lostVoice } from './lost-voice.ts';
import { missingDate } from './missing-date.ts';
import { noParagraph } from './no-paragraph.ts';
import { noWikidata } from './no-wikidata.ts';
import { oneVoice } from './one-voice.ts';
import { passage } from './passage.ts';
import { publishedBefore } from './published-before.ts';
import { stateWithoutStart } from './state-without-start.ts';
import { twinActors } from './twin-actors.ts';
import { unnamedOnly } from './unnamed-only.ts';
import { unreadableDate } from './unreadable-date.ts';
import { unsourcedLink } from './unsourced-link.ts';
import { unsourced } from './unsourced.ts';

export const CHECKS: readonly Check[] = [
	unsourced,
	unsourcedLink,
	lostVoice,
	passage,
	unreadableDate,
	impossibleDate,
	publishedBefore,
	disagreement,
	unnamedOnly,
	twinActors,
	missingDate,
	lonelyActor,
	emptyEvent,
	oneVoice,
	stateWithoutStart,
	noParagraph,
	noWikidata
];
