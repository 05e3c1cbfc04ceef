/** What words of a file mean for the kind of an actor and for how surely something is said. */
import { plainWords } from '#lib/formats/meaning/column-words.ts';
import type { ActorKind, Modality } from '#lib/model/document.ts';
import { KINDS } from '#lib/model/vocabulary.ts';

const KIND_WORDS: Readonly<Record<ActorKind, string>> = {
	person:
		'person, individual, man, woman, human, people name, politician, journalist, leader, official, commander, per, mensch, personne, individu, persona, individuo, pessoa, persoon, человек, شخص, kisi',
	state: 'state, country, nation, land, staat, pays, etat, pais, estado, paese, stato, страна, دولة, ulke',
	government:
		'government, gov, govt, cabinet, administration, regierung, gouvernement, gobierno, governo, regering, правительство, حكومة, hukumet',
	'public-body':
		'public body, publicbody, ministry, parliament, court, agency, authority, behorde, ministerium, ministere, ministerio, institution, leg, jud, intelligence agency',
	military:
		'military, mil, army, armed forces, navy, air force, security forces, militar, armee, streitkrafte, militaire, ejercito, esercito, armata, leger',
	'armed-group':
		'armed group, militia, rebel, rebels, rebel group, reb, insurgent, insurgents, insurgent group, non state armed group, paramilitary, prm, terrorist group, terrorist organisation, terrorist organization, militant group, guerrilla, bewaffnete gruppe, miliz, rebellen, groupe arme, milice, grupo armado, milicia, gruppo armato, milizia',
	party: 'party, political party, pty, partei, parti, partido, partito, partij, партия',
	alliance:
		'alliance, coalition, umbrella, bloc, axis, umbrella organisation, bundnis, koalition, coalicion, alianza, alleanza',
	media:
		'media, med, jrn, newspaper, news agency, broadcaster, outlet, medien, zeitung, journal, medio, giornale',
	organisation:
		'organisation, organization, org, company, corporation, business, bus, firm, ngo, igo, charity, union, institute, university, bank, think tank, legalentity, organisation name, firma, unternehmen, verein, entreprise, societe, empresa, organizacion, organizzazione, organisatie, azienda, организация, منظمة, orgut, sirket',
	people:
		'people, group of people, civilians, cvl, population, group, crowd, menschen, gruppe, zivilisten, personnes, civils, civiles, personas, gente',
	unknown: 'unknown, unk, n a, na, none, other, unbekannt, inconnu, desconocido, sconosciuto'
};

const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
	stated:
		'stated, reported, fact, confirmed, certain, true, yes, verified, established, proven, sure, known, bestatigt, sicher, gesichert, belegt, berichtet, confirme, certain, affirme, confirmado, cierto, afirmado, confermato, certo',
	claimed:
		'claimed, claims, self reported, says of itself, claimed responsibility, behauptet von sich, bekennt sich, revendique, reivindicado, rivendicato',
	alleged:
		'alleged, allegedly, accused, rumoured, rumored, rumour, rumor, suspected, unconfirmed, disputed, possible, possibly, probable, probably, likely, uncertain, angeblich, mutmasslich, vermutet, unbestatigt, moglich, wahrscheinlich, presume, allegue, soupconne, non confirme, presunto, supuesto, sospechoso, no confirmado',
	denied:
		'denied, denies, false, refuted, rejected, no, not true, bestritten, dementiert, falsch, dementi, nie, refute, desmentido, negado, falso, smentito',
	expected:
		'expected, planned, future, announced, scheduled, forecast, erwartet, geplant, angekundigt, attendu, prevu, esperado, previsto, planeado, atteso',
	hypothetical: 'hypothetical, conditional, if, hypothetisch, hypothetique, hipotetico, ipotetico'
};

function dictionary<T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
	const entries = Object.entries(words) as [T, string][];
	return new Map(entries.flatMap(([value, list]) => list.split(', ').map((word) => [word, value] as const)));
}

const KIND_OF = dictionary(KIND_WORDS);
const MODALITY_OF = dictionary(MODALITY_WORDS);

/** The kind that a value means, or null: its id, its name, a code of the field, or another word for it. */
export function guessKind(value: string): ActorKind | null {
	const words = plainWords(value);
	const exact = KINDS.find(({ id, name, plural }) =>
		[id, name, plural].some((word) => plainWords(word) === words)
	);
	if (exact) return exact.id;
	const singular = words.replace(/s$/, '');
	return KIND_OF.get(words) ?? KIND_OF.get(singular) ?? null;
}

/** The modality that a value means, or null. */
export function guessModality(value: string): Modality | null {
	return MODALITY_OF.get(plainWords(value)) ?? null;
}

/** Whether a value says a kind in full, signs and case apart: then nothing is lost when only the kind is kept. */
export function isKindItself(value: string, kind: ActorKind): boolean {
	const words = plainWords(value);
	return KINDS.some(({ id, name }) => id === kind && [id, name].some((word) => plainWords(word) === words));
}
