/** Words for relation types in the files of others, as stems: an ending of conjugation does not matter. */

/** By id of a relation type. `<` before a word: it reads the other way round. */
const WORDS: Readonly<Record<string, string>> = {
	commands:
		'command, lead, head, direct, control, order, orders, kommandiert, befehligt, fuhrt, leitet, dirige, commande, manda, comanda, <report to, <subordinate to, <answer to, <untersteht, <unterstellt',
	part_of:
		'part of, belong to, subsidiary of, branch of, wing of, division of, child of, teil von, gehort zu, tochter von, fait partie de, parte de, pertenece a, fa parte di, <parent of, <include, <comprise, <umfasst, <contain',
	member_of: 'member of, member, joins, join, mitglied, mitglied von, membre de, miembro de, membro di',
	holds_post:
		'hold a post in, minister of, official of, spokesman of, spokesperson of, officer of, position, director of, president of, chair of, secretary of, sprecher von, amt in, poste, cargo en',
	advises: 'advise, counsel, adviser to, advisor to, berat, conseille, asesora',
	succeeds:
		'succeed, replace, split from, splinter of, merged into, successor of, folgt auf, ersetzt, succede a, remplace, sucede a, <predecessor of, <replaced with',
	backs:
		'back, support, fund, finance, arm, train, supply, aid, sponsor, assist, help, equip, unterstutzt, finanziert, bewaffnet, hilft, soutient, appuie, finance a, arme, aide, apoya, financia, arma, ayuda, sostiene, appoggia, apoia, ondersteunt, поддерживает, يدعم, destekliyor',
	allied_with:
		'ally, allied with, ally of, alliance, alliance with, friend, friend of, partner of, partner, friendly, verbundet, verbundet mit, verbundeter, allie de, allie, aliado de, aliado, alleato di, alleato',
	cooperates_with:
		'cooperate, cooperate with, cooperation, collaborate, collaborate with, work with, coordinate with, kooperiert, kooperiert mit, arbeitet mit, zusammenarbeit, coopere avec, collabore avec, coopera con, colabora con, collabora con',
	hosts: 'host, shelter, harbour, harbor, beherbergt, heberge, accueille, acoge, alberga, ospita',
	meets:
		'meet, meet with, visit, talk to, talk with, call, receive, consult, consult with, trifft, besucht, telefoniert mit, rencontre, visite, reunion, se reune con, visita, incontra',
	negotiates_with:
		'negotiate, negotiate with, negotiation, verhandelt, verhandelt mit, negocie avec, negocia con, negozia con',
	agrees_with:
		'agree, agree with, accept, consent to, sign agreement with, stimmt zu, einigt sich mit, accepte, est d accord avec, acepta, acuerda con',
	tells: 'tell, inform, speak to, say to, interview, informiert, sagt, dit a, informe, informa, dice a',
	urges:
		'urge, demand, request, press, pressure, call on, appeal to, ask, fordert auf, drangt, fordert, verlangt, exhorte, demande a, insta, pide a, exige',
	asks_for_help:
		'ask for help from, ask for help, request assistance, bittet um hilfe, demande l aide de, pide ayuda a',
	warns: 'warn, caution, alert, warnt, avertit, met en garde, advierte, avverte',
	accuses:
		'accuse, blame, disapprove of, condemn, criticise, criticize, denounce, allege, beschuldigt, verurteilt, kritisiert, wirft vor, critique, condamne, acusa, condena, critica, accusa',
	refuses: 'refuse, reject, decline, rebuff, lehnt ab, weist zuruck, verweigert, rejette, rechaza, rifiuta',
	announces_halt:
		'announce a halt to attacks on, announce halt, suspend attacks, announce ceasefire, suspend attacks on, kundigt waffenruhe an',
	opposes:
		'oppose, rival, rival of, enemy, enemy of, hostile, hostile to, against, compete with, competitor, gegner, gegner von, feind, feind von, lehnt, rivalisiert mit, rivale, ennemi de, s oppose a, enemigo de, se opone a, nemico di',
	attacks:
		'attack, attacks on, struck, strike, bomb, angegriffen, griff an, shell, raid, assault, hit, fire at, shoot at, launch attack on, greift an, attackiert, bombardiert, beschiesst, uberfallt, attaque, bombarde, frappe, ataca, bombardea, attacca, bombarda, aanval, valt aan, атакует, يهاجم, saldirdi',
	kills:
		'kill, murder, assassinate, execute, slay, totet, ermordet, tue, assassine, mata, asesina, uccide, assassina',
	fights:
		'fight, fight with, clash with, war, at war with, war with, battle, combat, kampft gegen, bekampft, krieg gegen, combat contre, combat les, lucha contra, combate, combatte',
	threatens: 'threaten, threat, droht, bedroht, menace, amenaza, minaccia',
	deployed_in:
		'deploy in, deploy to, station in, stationed in, present in, operate in, stationiert in, im einsatz in, deploye en, deploye a, desplegado en, schierato in',
	based_at:
		'based at, based in, located at, located in, headquartered in, base at, reside in, ansassig in, mit sitz in, siege a, base a, con sede en, con sede in'
};

/** How a verb phrase begins that says the same without it. */
const AUXILIARY =
	/^(?:(?:is|are|was|were|has|have|had|been|being|be|an?|the|to|does|did|reportedly|allegedly|ist|sind|wird|werden|wurde|wurden|hat|est|sont|ete|es|son|fue|e|sono) )+/;

/** English endings only; other languages are compared as they are. */
function stem(word: string): string {
	if (/ied$|ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
	const bare = word.replace(/(?:ing|ed|es|s|e)$/, '');
	return bare.length < 3 ? word : bare.replace(/([bdgklmnprt])\1$/, '$1');
}

/** A phrase without the endings of its words. */
export function stems(phrase: string): string {
	return phrase.split(' ').map(stem).join(' ');
}

const BY_STEMS: ReadonlyMap<string, { readonly id: string; readonly turned: boolean }> = new Map(
	Object.entries(WORDS).flatMap(([id, list]) =>
		list.split(', ').map((word) => {
			const turned = word.startsWith('<');
			return [stems((turned ? word.slice(1) : word).replace(AUXILIARY, '')), { id, turned }] as const;
		})
	)
);

/**
 * The relation type that a word or phrase stands for: "was attacked by", "supports", "Unterstützt". `words` are
 * plain (column-words.ts). `turned`: the file reads it the other way round.
 */
export function typeForWords(words: string): { readonly id: string; readonly turned: boolean } | null {
	if (words.length > 80) return null;
	const phrase = words.replace(AUXILIARY, '');
	const known = BY_STEMS.get(stems(phrase));
	if (known) return known;
	const passive = / (?:by|von|par|por|da)$/.exec(phrase);
	const active = passive && BY_STEMS.get(stems(phrase.slice(0, passive.index)));
	return active ? { id: active.id, turned: !active.turned } : null;
}
