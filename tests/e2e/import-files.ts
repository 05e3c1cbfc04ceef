/** Files as people bring them, made on the spot. */
import { zipSync } from 'fflate';

export interface TestFile {
	readonly name: string;
	readonly content: string | Buffer;
}

const MESSY = [
	'Qui;Fait quoi;À qui;Quand;Selon qui;Journal;Remarque',
	'Téhéran;soutient;Milice d’été;29/01/2024;un diplomate;Le Journal;',
	'Milice d’été;attaque;Base aérienne;03/02/2024;dix témoins;Le Journal;à vérifier',
	'  Milice d’été ;attaque;Base aérienne;03/02/2024;deux élus;La Dépêche;',
	'Téhéran;fréquente;Général Noël;février 2024;un diplomate;Le Journal;',
	'Général Noël;rencontre;;05/02/2024;;Le Journal;personne en face',
	';attaque;Base aérienne;06/02/2024;;;',
	'Général Noël;commande;Milice d’été;bientôt;;La Dépêche;',
	'téhéran;fréquente;Base aérienne;2024;;La Dépêche;',
	';;;;;;',
	''
];

/** A table as a spreadsheet in French saves it: semicolons, Windows-1252, and the faults that people make. */
export const FRENCH: TestFile = { name: 'rapport.csv', content: windows1252(MESSY.join('\r\n')) };

/** Another one with the same columns. */
export const FRENCH_AGAIN: TestFile = {
	name: 'suite.csv',
	content: [MESSY[0], 'Paris;fréquente;Général Noël;11/12/2024;;Le Journal;'].join('\r\n')
};

function windows1252(text: string): Buffer {
	return Buffer.from(text.replaceAll('’', '\x92'), 'latin1');
}

export const GEXF = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
<attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>
<nodes>
<node id="n1" label="Ayla"><attvalues><attvalue for="0" value="person"/></attvalues><viz:position x="10" y="20"/></node>
<node id="n2" label="Borja"><viz:position x="200" y="-40"/></node>
<node id="n3" label="Cem"><viz:position x="90" y="160"/></node>
</nodes>
<edges>
<edge id="e1" source="n1" target="n2" label="meets" start="2024-01-02" end="2024-01-05"/>
<edge id="e2" source="n2" target="n3" label="commands"/>
<edge id="e3" source="n2" target="n9" label="commands"/>
</edges>
</graph></gexf>`;

const STIX_ID = (type: string, number: number) =>
	`${type}--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const STIX = JSON.stringify({
	type: 'bundle',
	id: STIX_ID('bundle', 1),
	objects: [
		{ type: 'threat-actor', spec_version: '2.1', id: STIX_ID('threat-actor', 2), name: 'Wicked Jackal' },
		{ type: 'tool', spec_version: '2.1', id: STIX_ID('tool', 3), name: 'Lantern' },
		{ type: 'identity', spec_version: '2.1', id: STIX_ID('identity', 4), name: 'Ministry of Tides' },
		...[
			[5, 2, 3, 'uses', 'threat-actor', 'tool'],
			[6, 2, 4, 'targets', 'threat-actor', 'identity']
		].map(([id, from, to, type, a, b]) => ({
			type: 'relationship',
			spec_version: '2.1',
			id: STIX_ID('relationship', Number(id)),
			relationship_type: type,
			source_ref: STIX_ID(String(a), Number(from)),
			target_ref: STIX_ID(String(b), Number(to))
		}))
	]
});

/** `relations` rows, the same each time; a sentence in each makes them some 100 bytes long. */
export function largeTable(relations: number): Buffer {
	const rows = ['from,does,to,date,according to,note'];
	for (let row = 0; row < relations; row++) {
		const day = `2024-${String(1 + (row % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`;
		const [from, to] = [(row * 7919) % 5000, (row * 104_729 + 1) % 5000];
		const type = ['meets', 'attacks', 'backs', 'accuses'][row % 4];
		rows.push(
			`Actor ${from},${type},Actor ${to},${day},"Witness, number ${row % 50}",What was seen on that day: ${row}`
		);
	}
	return Buffer.from(rows.join('\n'));
}

/** An archive whose one table unpacks to 64 MB of nothing but commas. */
export function bomb(): Buffer {
	return Buffer.from(zipSync({ 'table.csv': new Uint8Array(64 * 1024 * 1024).fill(44) }, { level: 9 }));
}
