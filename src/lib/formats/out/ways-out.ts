/** All formats that a document can be taken out in, as they are offered. How each is written is in out.ts. */

export interface WayOut {
	/** Where it is a format of another program, that of the foreign format. */
	readonly id: string;
	/** As it stands in a list. */
	readonly name: string;
	/** As sentences say it. */
	readonly called: string;
	/** Of the file's name. */
	readonly ending: string;
	readonly mime: string;
	/** What it is for, in a line. */
	readonly help: string;
	readonly group: 'Dramatis' | 'Tables' | 'Programs that draw and count graphs' | 'Exchange of data';
	/** Whether it is a table that a spreadsheet could take for formulas: then it is written safely, or exactly. */
	readonly hasStyles?: true;
}

const JSON_TYPE = 'application/json';
const GRAPHS = 'Programs that draw and count graphs';
const EXCHANGE = 'Exchange of data';

export const WAYS_OUT: readonly WayOut[] = [
	{
		id: 'dramatis',
		name: 'Dramatis document',
		called: 'a Dramatis document',
		ending: '.dramatis.json',
		mime: JSON_TYPE,
		help: 'Everything. For going on with the work here, and for keeping.',
		group: 'Dramatis'
	},
	{
		id: 'csv',
		name: 'Two CSV tables',
		called: 'CSV',
		ending: '.csv.zip',
		mime: 'application/zip',
		help: 'Actors and relations, a row for each claim, in one zip. For spreadsheets, R, pandas.',
		group: 'Tables',
		hasStyles: true
	},
	{
		id: 'xlsx',
		name: 'Excel workbook',
		called: 'Excel',
		ending: '.xlsx',
		mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		help: 'Sheets of actors, relations with their claims, events and sources.',
		group: 'Tables'
	},
	{
		id: 'gexf',
		name: 'GEXF 1.3',
		called: 'GEXF',
		ending: '.gexf',
		mime: 'application/xml',
		help: 'For Gephi. Dates become its timeline.',
		group: GRAPHS
	},
	{
		id: 'graphml',
		name: 'GraphML',
		called: 'GraphML',
		ending: '.graphml',
		mime: 'application/xml',
		help: 'For yEd, Cytoscape, igraph, networkx and most others.',
		group: GRAPHS
	},
	{
		id: 'cx2',
		name: 'CX2',
		called: 'CX2',
		ending: '.cx2',
		mime: JSON_TYPE,
		help: 'For Cytoscape on the desktop and the web, and for NDEx.',
		group: GRAPHS
	},
	{
		id: 'cytoscape-json',
		name: 'Cytoscape.js JSON',
		called: 'Cytoscape.js JSON',
		ending: '.cyjs',
		mime: JSON_TYPE,
		help: 'For web pages that draw with Cytoscape.js.',
		group: GRAPHS
	},
	{
		id: 'node-link',
		name: 'Node-link JSON',
		called: 'node-link JSON',
		ending: '.json',
		mime: JSON_TYPE,
		help: 'For d3, and for networkx in Python.',
		group: GRAPHS
	},
	{
		id: 'jgf',
		name: 'JSON Graph Format',
		called: 'JSON Graph Format',
		ending: '.jgf.json',
		mime: JSON_TYPE,
		help: 'For programs that ask for it by name.',
		group: GRAPHS
	},
	{
		id: 'dot',
		name: 'DOT',
		called: 'DOT',
		ending: '.dot',
		mime: 'text/vnd.graphviz',
		help: 'For Graphviz.',
		group: GRAPHS
	},
	{
		id: 'pajek',
		name: 'Pajek',
		called: 'Pajek',
		ending: '.net',
		mime: 'text/plain',
		help: 'For Pajek and what reads its networks. Names, types and positions only.',
		group: GRAPHS
	},
	{
		id: 'stix',
		name: 'STIX 2.1 bundle',
		called: 'STIX',
		ending: '.stix.json',
		mime: JSON_TYPE,
		help: 'For security teams: OpenCTI, MISP.',
		group: EXCHANGE
	},
	{
		id: 'ftm',
		name: 'FollowTheMoney entities',
		called: 'FollowTheMoney',
		ending: '.ftm.json',
		mime: 'application/x-ndjson',
		help: 'For Aleph and OpenSanctions: a line of JSON for each entity.',
		group: EXCHANGE
	},
	{
		id: 'plover',
		name: 'PLOVER event rows',
		called: 'PLOVER',
		ending: '.plover.csv',
		mime: 'text/csv',
		help: 'Acts alone, coded as event data for political science: who did what to whom, when.',
		group: EXCHANGE,
		hasStyles: true
	}
];
