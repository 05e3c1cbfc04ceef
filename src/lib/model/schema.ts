/**
 * What the file form of a document must look like; static/dramatis.schema.json says the same in JSON Schema.
 *
 * The schemas only judge. Never use what valibot returns: it builds new objects, without the keys that
 * it does not know and without any named `__proto__` or `constructor`. Keep the input.
 */
import * as v from 'valibot';
import { ACTOR_KINDS, FAMILIES, LINK_TYPES, MODALITIES, PICTURE_PARTS } from '#lib/model/document.ts';
import type {
	Actor,
	Attribute,
	Claim,
	Codes,
	Document,
	Event,
	Figure,
	Link,
	Name
} from '#lib/model/document.ts';
import type {
	Picture,
	PictureWords,
	Point,
	Print,
	Quote,
	Relation,
	RelationType,
	Source,
	Voice
} from '#lib/model/document.ts';

/** Code points in one text. A long novel has a million: more is not a name or a statement. */
export const MAX_TEXT = 1_000_000;

/** Entries of one list inside a record, such as a claim's voices. Nobody can check more by hand. */
export const MAX_ENTRIES = 10_000;

/** Words of a passage in a print: more is a chapter, and aligning it would take too long. */
export const MAX_PRINT = 1_000;

/** Words of context in a print, on each side. */
export const MAX_PRINT_CONTEXT = 8;

/** Code points of a quoted passage, and of its context on each side. */
export const MAX_QUOTE = 10_000;
export const MAX_QUOTE_CONTEXT = 1_000;

/** Scene units from the origin. Sums and squares of smaller numbers are exact enough to draw with. */
export const MAX_COORDINATE = 1e9;

/** An object schema of which one may ask for the keys that it knows, in their order. */
type Shape<T> = v.GenericSchema<unknown, T> & { readonly entries: object };

/** Ties a schema to an interface: a key too few, too many or of another type does not compile. */
function shape<T>(entries: { [K in keyof T]-?: v.GenericSchema<unknown, T[K]> }): Shape<T> {
	return v.object(entries, 'should be an object') as unknown as Shape<T>;
}

/** A text of so many code points at most. */
function textUpTo(most: number) {
	return v.pipe(
		v.string('should be text'),
		v.check(
			(value) => value.length <= most || (value.length <= 2 * most && [...value].length <= most),
			`should have at most ${most.toLocaleString('en')} characters`
		)
	);
}

const text = textUpTo(MAX_TEXT);
const words = v.optional(text);
const flag = v.optional(v.boolean('should be true or false'));
const finite = v.pipe(v.number('should be a number'), v.finite('should be a number'));
const amount = v.optional(finite);

function list<T>(entry: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T[]> {
	const limit = `should have at most ${MAX_ENTRIES.toLocaleString('en')} entries`;
	return v.pipe(v.array(entry, 'should be a list'), v.maxLength(MAX_ENTRIES, limit));
}

function oneOf<const T extends readonly string[]>(options: T) {
	return v.picklist(options, `should be one of ${options.join(', ')}`);
}

function count(least: 0 | 1) {
	const message = `should be a whole number, ${least} or more`;
	return v.optional(v.pipe(v.number(message), v.safeInteger(message), v.minValue(least, message)));
}

const attributes = v.optional(list<Attribute>(v.strictTuple([text, text], 'should be a name and a value')));
const name = shape<Name>({ text, lang: text });
const figure = shape<Figure>({ what: text, value: amount, min: amount, max: amount, unit: words });

const source = shape<Source>({
	id: text,
	title: text,
	publisher: words,
	published: words,
	kind: words,
	language: words,
	authors: v.optional(list(text)),
	url: words,
	retrieved: words,
	sha256: words
});

const voice = shape<Voice>({
	id: text,
	label: text,
	people: count(1),
	atLeast: flag,
	anonymous: flag,
	actor: words,
	role: words,
	side: words
});

const actor = shape<Actor>({
	id: text,
	name: text,
	kind: oneOf(ACTOR_KINDS),
	names: v.optional(list(name)),
	aliases: v.optional(list(text)),
	description: words,
	collective: flag,
	side: words,
	sameAs: v.optional(list(text)),
	when: words,
	attributes
});

const relation = shape<Relation>({
	id: text,
	type: text,
	from: text,
	to: text,
	when: words,
	event: words,
	note: words,
	attributes
});

const event = shape<Event>({
	id: text,
	title: text,
	when: words,
	place: words,
	figures: v.optional(list(figure))
});

const link = shape<Link>({ id: text, type: oneOf(LINK_TYPES), from: text, to: text });

/** So many hexadecimal digits, in small letters. */
function digits(least: number, most: number) {
	const message = `should be ${least} to ${most.toLocaleString('en')} hexadecimal digits`;
	return v.pipe(v.string('should be text'), v.regex(new RegExp(`^[0-9a-f]{${least},${most}}$`), message));
}

const print = shape<Print>({
	before: digits(0, MAX_PRINT_CONTEXT),
	exact: digits(1, MAX_PRINT),
	after: digits(0, MAX_PRINT_CONTEXT)
});
const quote = shape<Quote>({
	exact: v.pipe(textUpTo(MAX_QUOTE), v.minLength(1, 'should not be empty')),
	prefix: v.optional(textUpTo(MAX_QUOTE_CONTEXT)),
	suffix: v.optional(textUpTo(MAX_QUOTE_CONTEXT))
});

const claimAlone = shape<Claim>({
	id: text,
	about: list(text),
	statement: text,
	modality: oneOf(MODALITIES),
	voices: list(text),
	source: text,
	paragraph: count(1),
	start: count(0),
	end: count(0),
	print: v.optional(print),
	quote: v.optional(quote),
	grade: v.optional(
		v.pipe(
			v.string('should be text'),
			v.regex(/^[A-F][1-6]$/, 'should be a letter from A to F and a digit from 1 to 6, such as B2')
		)
	)
});
const claim: Shape<Claim> = Object.assign(
	v.pipe(
		claimAlone,
		v.check(
			({ start, end }) => (start === undefined) === (end === undefined),
			'should have both start and end, or neither'
		)
	),
	{ entries: claimAlone.entries }
);

/** Without a required key, valibot takes an array for an object. */
const codes = v.pipe(
	v.unknown(),
	v.check(isPlainObject, 'should be an object'),
	shape<Codes>({ plover: words, ftm: words, stix: words, wikidata: words })
);

const relationType = shape<RelationType>({
	id: text,
	name: text,
	reverse: text,
	family: oneOf(FAMILIES),
	sign: oneOf(['+', '-', '0']),
	nature: oneOf(['state', 'act']),
	help: words,
	codes: v.optional(codes)
});

/** A JSON object: neither null nor an array. */
export function isPlainObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const coordinate = v.pipe(finite, v.minValue(-MAX_COORDINATE), v.maxValue(MAX_COORDINATE));

/** One entry of `positions`. */
export const POINT: v.GenericSchema<Point> = v.strictTuple([coordinate, coordinate]);

/** The records of each list. `entries` has their keys in the order in which they are written. */
export const RECORDS = {
	sources: source,
	voices: voice,
	actors: actor,
	relations: relation,
	events: event,
	links: link,
	claims: claim,
	types: relationType
};
export type ListName = keyof typeof RECORDS;

/** What was chosen and written for pictures. `entries` has its keys in the order in which they are written. */
const pictureAlone = shape<Picture>({
	title: words,
	subtitle: words,
	credit: words,
	without: v.optional(list(oneOf(PICTURE_PARTS))),
	words: v.optional(shape<PictureWords>({ of: text, alternative: words, description: words }))
});
export const PICTURE: Shape<Picture> = Object.assign(
	v.pipe(v.unknown(), v.check(isPlainObject, 'should be an object'), pictureAlone),
	{ entries: pictureAlone.entries }
);

/** The texts at the top of a file; all but the title may be absent. */
export const TEXTS = { title: text, description: words, language: words, license: words };

/** A whole file, where the lists may be absent and nothing is left out or mended. */
export const FILE = v.object({
	format: v.literal('dramatis'),
	version: v.literal(1),
	...TEXTS,
	sources: v.optional(v.array(source)),
	voices: v.optional(v.array(voice)),
	actors: v.optional(v.array(actor)),
	relations: v.optional(v.array(relation)),
	events: v.optional(v.array(event)),
	links: v.optional(v.array(link)),
	claims: v.optional(v.array(claim)),
	types: v.optional(v.array(relationType)),
	// Not v.record: it skips a key named __proto__, and what stands there is to be judged as well.
	positions: v.optional(
		v.custom<object>((it) => isPlainObject(it) && Object.values(it).every((point) => v.is(POINT, point)))
	),
	picture: v.optional(PICTURE)
} satisfies Record<keyof Document, v.GenericSchema>);
