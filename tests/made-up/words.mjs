/** Words that the made-up document is written with. Places, groups and people are invented. */

/** The six camps: what each is called, its home, and the word for what belongs to it. */
export const CAMPS = [
	{ side: 'Velmara and its partners', home: 'Velmara', of: 'Velmaran' },
	{ side: 'Kadrun and its partners', home: 'Kadrun', of: 'Kadruni' },
	{ side: 'Sessaly: government and parties', home: 'Sessaly', of: 'Sessalian' },
	{ side: 'The Harrow Valley groups', home: 'Harrow Valley', of: 'Harrow' },
	{ side: 'The League of the Straits', home: 'Ostrel', of: 'Ostrelian' },
	{ side: 'Press, aid and trade', home: 'Lanthe', of: 'Lanthean' }
];

export const FIRST_NAMES = [
	...['Ordan', 'Mirel', 'Ilka', 'Tavik', 'Senna', 'Brannoc', 'Yelva', 'Corvin', 'Dessa', 'Halvik', 'Ruska'],
	...['Jorrel', 'Nadeva', 'Pellin', 'Oswen', 'Kirava', 'Lethan', 'Vasko', 'Emrys', 'Tilde', 'Garran', 'Zorah']
];
export const SURNAMES_BEGIN = [
	...['Vesh', 'Tass', 'Dorv', 'Kell', 'Marr', 'Ost', 'Brel', 'Hask', 'Lund', 'Quil', 'Rav', 'Sorn', 'Thal'],
	...['Urd', 'Wend', 'Yarr', 'Zell', 'Amb', 'Crov', 'Fenn']
];
export const SURNAMES_END = ['ti', 'ok', 'ane', 'isko', 'emar', 'oun', 'elle', 'arth', 'yn', 'ovar'];

export const TOWNS = [
	...['Karsk Harbour', 'Upper Dunmere', 'Teal Bridge', 'Saltmarket', 'Fort Ember', 'Grey Locks', 'Ninewells'],
	...[
		'Old Quarry',
		'Port Sabel',
		'Marl Cross',
		'Redwater',
		'High Pass',
		'Lowgate',
		'Thornfield',
		'Bell Island'
	],
	...['Amber Coast', 'Cold Spring', 'Mill Ford', 'Stone Ferry', 'Windhead']
];

export const ISSUES = [
	...[
		'the Teal River bridges',
		'the grain convoys',
		'the prisoners of Fort Ember',
		'the pipeline at Redwater'
	],
	...['the pilots held in the valley', 'the fishing grounds', 'the border posts', 'the radio masts'],
	...['the vote in Upper Dunmere', 'the missing engineers', 'the salt road', 'the airfield at Lowgate'],
	...['the dam at Ninewells', 'the market fire', 'the ferry line', 'the drone parts', 'the refugee camps'],
	...[
		'the bank accounts',
		'the stolen archive',
		'the customs houses',
		'the power station',
		'the mine at Old Quarry'
	],
	...['the militia pay', 'the observers', 'the spring truce']
];

const BEASTS = ['Falcon', 'Heron', 'Wolf', 'Otter', 'Raven', 'Lynx', 'Adder', 'Stag', 'Badger', 'Kestrel'];
const COLOURS = ['Grey', 'Black', 'Silver', 'Red', 'White'];
const AIMS = ['Unity', 'Return', 'Reform', 'the Coast', 'Labour', 'Renewal', 'the Hills', 'Order'];
const TASKS = [
	...['Defence', 'the Interior', 'Foreign Affairs', 'Transport', 'Energy', 'Justice', 'Trade'],
	...['Health', 'Customs', 'Water']
];
const PAPERS = ['Courier', 'Beacon', 'Observer', 'Tribune', 'Dispatch', 'Standard', 'Examiner', 'Record'];

/** How an actor of each kind is called, `camp` and `dice` given; persons and states apart. */
export const NAMES = {
	government: ({ of }, { pick }) =>
		`${of} ${pick(['cabinet', 'caretaker government', 'provincial government'])}`,
	'public-body': ({ of }, { pick, chance }) =>
		chance(0.4) ? `${pick(TOWNS)} airfield` : `${of} Ministry of ${pick(TASKS)}`,
	military: ({ of }, { pick, between }) =>
		pick([`${of} ${pick(['Guard', 'Navy', 'Air Corps'])}`, `${between(2, 40)}th ${of} Brigade`]),
	'armed-group': (camp, { pick }) =>
		`${pick(COLOURS)} ${pick(BEASTS)} ${pick(['Brigade', 'Battalion', 'Front', 'Column'])}`,
	party: ({ of }, { pick }) => `${of} ${pick(['Party', 'Movement', 'List'])} for ${pick(AIMS)}`,
	alliance: ({ of }, { pick }) => `${of} ${pick(['Coalition', 'Front', 'Bloc'])} for ${pick(AIMS)}`,
	media: (camp, { pick }) => `${pick(TOWNS)} ${pick(PAPERS)}`,
	organisation: (camp, { pick }) =>
		`${pick(TOWNS)} ${pick(['Shipping', 'Relief Society', 'Grain Trade', 'Chamber', 'Trust', 'Works'])}`,
	people: ({ of }, { pick }) =>
		`${of} ${pick(['conscripts', 'dock workers', 'drivers', 'villagers', 'engineers', 'officers'])} at ${pick(TOWNS)}`,
	unknown: (camp, { pick }) => `Unnamed ${pick(['buyers', 'backers', 'gunmen', 'brokers'])} in ${pick(TOWNS)}`
};

/** Kinds of a camp's actors, and how many of each ten dozen; the first three are its head. */
export const KIND_WEIGHTS = [
	[38, 'person'],
	[12, 'military'],
	[18, 'armed-group'],
	[12, 'public-body'],
	[8, 'party'],
	[3, 'alliance'],
	[4, 'media'],
	[9, 'organisation'],
	[8, 'people'],
	[4, 'government'],
	[4, 'unknown']
];

/** People of whom Arabic and Persian papers write: the name as here, in Arabic, in Persian. */
export const NAMES_IN_SCRIPT = [
	['Karim Dalwan', 'كريم دلوان', 'کریم دلوان'],
	['Yasira Homari', 'ياسرة هوماري', 'یاسره هوماری'],
	['Kamil Zarvand', 'كامل زروند', 'کامل زروند'],
	['Layan Qasbari', 'ليان قصباري', 'لیان قصباری'],
	['Shirzad Molkani', 'شيرزاد ملكاني', 'شیرزاد ملکانی'],
	['Nuri Takhsib', 'نوري تخصيب', 'نوری تخصیب']
];
/** Whose own name is written so: the name, its language, its kind, and how it is called in English. */
export const NAMED_IN_SCRIPT = [
	['جريدة المرفأ القديم', 'ar', 'media', 'Old Harbour Gazette'],
	['لواء الجسر', 'ar', 'armed-group', 'Bridge Brigade'],
	['انجمن رانندگان', 'fa', 'organisation', 'Drivers’ Association'],
	['شورای بندر', 'fa', 'public-body', 'Harbour Council']
];
/** Pairs that may be one: two spellings, two word orders, a name and an alias, the same name twice. */
export const LOOKALIKES = [
	['person', 'Yusif Harrad', 'Yousef Harrad'],
	['person', 'Elena Borvaska', 'Elena Borvaška'],
	['armed-group', 'Twin Rivers Battalion', 'Battalion of the Twin Rivers'],
	['organisation', 'Sable Shipping Company', 'Sable Shipping Co.'],
	['party', 'Hearth Party', 'Hearth Party'],
	['military', '9th Coast Regiment', 'Ninth Coast Regiment']
];

export const DESCRIPTIONS = {
	person: [
		'Speaks for the camp abroad.',
		'Rose in the last war.',
		'Trained as an engineer.',
		'Keeps out of sight.'
	],
	military: ['Holds the river line.', 'Was rebuilt after the spring truce.', 'Has its own workshops.'],
	'armed-group': ['Began as a village guard.', 'Split from a larger group.', 'Taxes the salt road.'],
	party: ['Sits in the cabinet.', 'Won its seats on the coast.', 'Is against the truce.'],
	other: ['Works across the border.', 'Has few staff and many friends.', 'Was founded after the floods.']
};
