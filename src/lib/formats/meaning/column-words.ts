/**
 * What columns are called: in English and in the languages that spreadsheets of our users come in, and in the
 * data of the field (PLOVER, ICEWS, FollowTheMoney, Gephi). Words are compared without case, accents and signs.
 */
import { CLAIM_ID, TYPE_COLUMNS, languageOf } from '#lib/formats/meaning/own-columns.ts';
import type { EdgeUse, NodeUse } from '#lib/formats/meaning/mapping.ts';

/** The two actors of a row, as their columns are called together; what is said most plainly comes first. */
const PAIRS: readonly (readonly [from: string, to: string])[] = [
	['from', 'to'],
	['from name', 'to name'],
	['from id', 'to id'],
	['source', 'target'],
	['source name', 'target name'],
	['source id', 'target id'],
	['source node', 'target node'],
	['source label', 'target label'],
	['src', 'dst'],
	['source ref', 'target ref'],
	['source actor text', 'target actor text'],
	['source', 'destination'],
	['who', 'whom'],
	['who', 'to whom'],
	['who', 'with whom'],
	['actor', 'recipient'],
	['actor', 'target'],
	['actor 1', 'actor 2'],
	['actor1 name', 'actor2 name'],
	['actor a', 'actor b'],
	['actor from', 'actor to'],
	['from actor', 'to actor'],
	['side a', 'side b'],
	['group 1', 'group 2'],
	['group1 name', 'group2 name'],
	['person 1', 'person 2'],
	['node 1', 'node 2'],
	['entity 1', 'entity 2'],
	['name 1', 'name 2'],
	['subject', 'object'],
	['sender', 'receiver'],
	['sender', 'recipient'],
	['head', 'tail'],
	['von', 'nach'],
	['von', 'an'],
	['von', 'zu'],
	['quelle', 'ziel'],
	['wer', 'wen'],
	['wer', 'wem'],
	['wer', 'mit wem'],
	['akteur 1', 'akteur 2'],
	['akteur', 'ziel'],
	['absender', 'empfanger'],
	['de', 'vers'],
	['de', 'a'],
	['qui', 'a qui'],
	['qui', 'qui'],
	['acteur 1', 'acteur 2'],
	['origine', 'destination'],
	['source', 'cible'],
	['origen', 'destino'],
	['quien', 'a quien'],
	['quien', 'con quien'],
	['actor 1', 'actor 2'],
	['desde', 'hacia'],
	['fuente', 'objetivo'],
	['da', 'a'],
	['origem', 'destino'],
	['quem', 'a quem'],
	['chi', 'a chi'],
	['origine', 'destinazione'],
	['van', 'naar'],
	['bron', 'doel'],
	['wie', 'wie'],
	['kto', 'komu'],
	['od', 'do'],
	['kto', 'kogo'],
	['кто', 'кого'],
	['кто', 'кому'],
	['от', 'к'],
	['من', 'الى'],
	['از', 'به'],
	['kim', 'kime'],
	['kaynak', 'hedef']
];

const EDGE_WORDS: readonly (readonly [EdgeUse, string])[] = [
	[
		'id',
		'id, edge id, relation id, relationship id, event id, row id, globaleventid, nr, no, number, lfd nr'
	],
	[
		'type',
		'type, relation, relationship, relation type, relationship type, edge type, link type, label, edge label, labele, label e, predicate, verb, interaction, does, doing, does what, what, did what, action, event type, event text, plover, quad event, beziehung, beziehungstyp, beziehungsart, verbindung, art, art der beziehung, typ, tut was, was, macht was, handlung, relation entre, type de relation, lien, type de lien, action, que fait, fait quoi, quoi, nature du lien, relacion, tipo, tipo de relacion, vinculo, accion, que, que hace, hace que, relacao, tipo de relacao, relazione, tipo di relazione, legame, azione, fa cosa, cosa, relatie, relatietype, soort, связь, отношение, тип, что делает, relacja, rodzaj, نوع, العلاقة, رابطه, iliski, tur'
	],
	[
		'when',
		'when, date, day, year, event date, date of event, datum, tag, jahr, wann, zeitpunkt, zeitraum, fecha, ano, cuando, dia, quand, annee, jour, data, quando, giorno, anno, wanneer, jaar, дата, год, когда, kiedy, rok, التاريخ, تاريخ, tarih, period, time, timestamp, edtf'
	],
	[
		'start',
		'start, start date, date start, start time, from date, date from, since, begin, begins, beginn, anfang, seit, startdatum, startdate, debut, date de debut, depuis, inicio, fecha de inicio, desde, inizio, dal, valid from, first seen'
	],
	[
		'end',
		'end, end date, date end, end time, stop time, to date, date to, until, ends, ende, bis, enddatum, enddate, fin, date de fin, jusqu a, fecha de fin, hasta, fine, al, valid until, valid to, last seen'
	],
	['event', 'event, event name, event title, ereignis, evenement, evento, event id name, incident'],
	[
		'statement',
		'statement, text, claim, claims that, according to text, quote, quotation, sentence, evidence, passage, excerpt, aussage, zitat, beleg, wortlaut, declaration, citation, affirmation, declaracion, cita, afirmacion, dichiarazione, citazione, event text full, says, said'
	],
	[
		'source',
		'source, sources, publication, publisher, newspaper, outlet, medium, media, reference, references, url, link, source url, sourceurl, source title, source name publication, source publication, report, article, quelle, quellen, zeitung, fundstelle, referenz, fuente, fuentes, periodico, medio, journal, reference bibliographique, fonte, fonti, giornale, bron, krant, источник, zrodlo, المصدر, منبع, kaynak'
	],
	[
		'published',
		'published, publication date, date published, published on, date of publication, source date, erschienen, veroffentlicht, erscheinungsdatum, date de publication, publie le, fecha de publicacion, publicado, data di pubblicazione, pubblicato'
	],
	[
		'voice',
		'voice, voices, according to, according to whom, says who, who says, said by, speaker, quoted, informant, witness, attribution, attributed to, laut, laut wem, nach angaben von, wer sagt, wer sagt das, sprecher, stimme, gewahrsmann, selon, selon qui, d apres, d apres qui, qui le dit, voix, porte parole, segun, segun quien, quien lo dice, voz, portavoz, secondo, secondo chi, chi lo dice, segundo, segundo quem, volgens, volgens wie'
	],
	[
		'modality',
		'modality, certainty, how sure, how certain, status of claim, truth, reliability of claim, modalitat, sicherheit, gewissheit, wie sicher, modalite, certitude, modalidad, certeza, certezza'
	],
	['paragraph', 'paragraph, para, paragraph number, absatz, paragraphe, paragrafo, parrafo'],
	[
		'note',
		'note, notes, comment, comments, remark, remarks, bemerkung, bemerkungen, anmerkung, notiz, kommentar, remarque, remarques, commentaire, nota, notas, observaciones, comentario, osservazioni, opmerking'
	],
	['sign', 'sign, polarity, valence, vorzeichen, signe, signo, segno, positive negative'],
	...TYPE_COLUMNS.map((column) => [column, column.replace('.', ' ')] as const),
	[CLAIM_ID, 'claim id']
];

const NODE_WORDS: readonly (readonly [NodeUse, string])[] = [
	['id', 'id, node id, key, identifier, kennung, identifiant, identificador, actor id, entity id, code, uid'],
	[
		'name',
		'name, label, title, caption, actor, actor name, entity, entity name, full name, node, node label, bezeichnung, akteur, vollstandiger name, nom, acteur, libelle, intitule, nombre, nome, etiqueta, attore, naam, имя, название, nazwa, الاسم, نام, ad, isim'
	],
	[
		'kind',
		'kind, type, actor type, node type, entity type, category, class, schema, labelv, label v, identity class, typ, art, akteurstyp, kategorie, klasse, type d acteur, categorie, genre, tipo, categoria, clase, tipo de actor, soort, тип, rodzaj, نوع, tur'
	],
	['side', 'side, bloc, camp, seite, lager, block, bando, lado, bloque, schieramento, lato'],
	[
		'description',
		'description, desc, summary, bio, about, beschreibung, beschreibung des akteurs, zusammenfassung, resume, descripcion, descrizione, descricao, notes, note, comment, bemerkung, remarque'
	],
	[
		'aliases',
		'alias, aliases, also known as, aka, other names, alternative names, auch bekannt als, alias nombres, autres noms, otros nombres, altri nomi'
	],
	['collective', 'collective, kollektiv, collectif, colectivo'],
	['sameAs', 'same as, sameas, wikidata, wikidata id, wikidataid, qid, external ids, external id'],
	['when', 'when, period, zeitraum, periode, periodo, active, active years'],
	[
		'start',
		'start, start date, founded, since, begin, gegrundet, seit, fonde, fondation, fundado, fondato, birth date, born, inception'
	],
	['end', 'end, end date, dissolved, until, ende, bis, aufgelost, dissous, disuelto, death date, died'],
	['parent', 'parent, parent id, pid, parent node, part of, teil von, fait partie de, parte de'],
	['x', 'x, pos x, position x, x coordinate, coord x'],
	['y', 'y, pos y, position y, y coordinate, coord y']
];

const EDGE_USE_OF = dictionary(EDGE_WORDS);
const NODE_USE_OF = dictionary(NODE_WORDS);
const PAIRED = new Set(PAIRS.flat());

/** The first meaning of a word counts. */
function dictionary<Use>(words: readonly (readonly [Use, string])[]): ReadonlyMap<string, Use> {
	const uses = new Map<string, Use>();
	for (const [use, list] of words) {
		for (const word of list.split(', ')) if (!uses.has(word)) uses.set(word, use);
	}
	return uses;
}

/** A column's name without case, accents and signs: `Source Name`, `source_name` and `sourceName` are one. */
export function plainWords(name: string): string {
	return name
		.slice(0, 200)
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.toLowerCase();
}

/** What an edge column is for by its name; undefined when the name says nothing to us. Actors are found by findPair. */
export function edgeUseNamed(name: string): EdgeUse | undefined {
	return EDGE_USE_OF.get(plainWords(name));
}

/** The same for a node column. */
export function nodeUseNamed(name: string): NodeUse | undefined {
	return NODE_USE_OF.get(plainWords(name)) ?? (languageOf(name) === null ? undefined : 'names');
}

/** Whether anybody could take a column of this name for more than an attribute. */
export function saysNothing(name: string): boolean {
	const words = plainWords(name);
	return !EDGE_USE_OF.has(words) && !NODE_USE_OF.has(words) && !PAIRED.has(words) && !CODE_WORDS.has(words);
}

/** The columns of the two actors, by their names; null when no two names belong together. */
export function findPair(names: readonly string[]): readonly [from: number, to: number] | null {
	const words = names.map(plainWords);
	for (const [from, to] of PAIRS) {
		const first = words.indexOf(from);
		const second = words.indexOf(to, from === to ? first + 1 : 0);
		if (first >= 0 && second >= 0) return [first, second];
	}
	return null;
}

const CODE_WORDS = new Set([
	'cameo code',
	'cameo',
	'event code',
	'eventcode',
	'plover code',
	'event base code'
]);

/** Whether a column holds codes of the types that another column has in words. */
export function holdsCodes(name: string): boolean {
	return CODE_WORDS.has(plainWords(name));
}
