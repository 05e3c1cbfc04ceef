/** The bundled document, tested as data: what its README promises holds for every record. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS, LINK_TYPES, MODALITIES, RECORD_LISTS } from '#lib/model/document.ts';
import type { Document, Point } from '#lib/model/document.ts';
import { anchorClaims } from '#lib/analysis/anchor.ts';
import { printOf, wordsOf } from '#lib/analysis/word-print.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { blocksOf } from '#lib/view/paragraphs.ts';

type FileForm = Omit<Document, 'positions'> & { readonly positions: Readonly<Record<string, Point>> };

const read = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
const file = read('quds-force-baghdad-2024.dramatis.json');
const data = JSON.parse(file) as FileForm;
const { sources, voices, actors, relations, events, links, claims } = data;

/** Code points of the report, and the version of it that the spans count in. */
const TEXT_LENGTH = 3891;
const TEXT_SHA256 = '8e20b849621aa91e051beb6e8af3412f49a402d497adc31a69cbad1b6c4f04ab';

const idsOf = (records: readonly { readonly id: string }[]) => new Set(records.map((record) => record.id));
const claimed = new Set(claims.flatMap((claim) => claim.about));
const at = (id: string): Point => data.positions[id] ?? [NaN, NaN];

describe('the file', () => {
	it('has its keys in the order of the format', () => {
		const head = ['format', 'version', 'title', 'description', 'language', 'license'];
		expect(Object.keys(data)).toEqual([...head, ...RECORD_LISTS, 'positions']);
	});

	it('holds one record a line', () => {
		const lines = new Set(file.split('\n').map((line) => line.trim().replace(/,$/, '')));
		for (const list of RECORD_LISTS) {
			for (const record of data[list]) {
				const same = [...lines].filter((line) => line.startsWith(`{"id": ${JSON.stringify(record.id)}, `));
				expect(same.map((line) => JSON.parse(line) as unknown)).toEqual([record]);
			}
		}
	});

	it('writes no key without a value', () => {
		const empty = (value: unknown) =>
			value === null || value === '' || (Array.isArray(value) && !value.length);
		const records = RECORD_LISTS.flatMap((list) => data[list].map((record) => [record.id, record] as const));
		expect(records.filter(([, record]) => Object.values(record).some(empty)).map(([id]) => id)).toEqual([]);
	});
});

describe('the records', () => {
	it('are as many as one report of this length holds', () => {
		const within = (count: number, least: number, most: number) => count >= least && count <= most;
		expect(within(actors.length, 25, 30)).toBe(true);
		expect(within(relations.length, 40, 60)).toBe(true);
		expect(within(events.length, 8, 12)).toBe(true);
		expect(claims.length).toBeGreaterThanOrEqual(50);
		expect(sources).toHaveLength(1);
	});

	it('are as many as the README says', () => {
		const counts = `${actors.length} actors, ${relations.length} relations, ${events.length} events, ${links.length} links and ${claims.length} claims by ${voices.length} voices`;
		expect(read('README.md').replace(/\s+/g, ' ')).toContain(counts);
	});

	it('have ids that are unique over the document', () => {
		const ids = RECORD_LISTS.flatMap((list) => data[list].map((record) => record.id));
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	});

	it('refer only to records that exist', () => {
		const [actorIds, eventIds] = [idsOf(actors), idsOf(events)];
		const missing = [
			...relations.flatMap((relation) => [relation.from, relation.to]).filter((id) => !actorIds.has(id)),
			...relations.flatMap((relation) => relation.event ?? []).filter((id) => !eventIds.has(id)),
			...links.flatMap((link) => [link.from, link.to]).filter((id) => !eventIds.has(id)),
			...voices.flatMap((voice) => voice.actor ?? []).filter((id) => !actorIds.has(id))
		];
		const targets = new Set([...actorIds, ...eventIds, ...idsOf(relations), ...idsOf(links)]);
		expect([...missing, ...[...claimed].filter((id) => !targets.has(id))]).toEqual([]);
	});

	it('use the words of the format', () => {
		const types = new Set(RELATION_TYPES.map((type) => type.id));
		expect(relations.filter((relation) => !types.has(relation.type))).toEqual([]);
		expect(actors.filter((actor) => !ACTOR_KINDS.includes(actor.kind))).toEqual([]);
		expect(links.filter((link) => !LINK_TYPES.includes(link.type))).toEqual([]);
		expect(claims.filter((claim) => !MODALITIES.includes(claim.modality))).toEqual([]);
	});

	it('give every actor a side and a relation, and join no actor to itself', () => {
		const joined = new Set(relations.flatMap((relation) => [relation.from, relation.to]));
		expect(new Set(actors.map((actor) => actor.side)).size).toBe(4);
		expect(actors.filter((actor) => !actor.side || !joined.has(actor.id))).toEqual([]);
		expect(relations.filter((relation) => relation.from === relation.to)).toEqual([]);
	});

	it('take nobody from the line about another story, and no country from a garbled name', () => {
		const names = actors.flatMap((actor) => [actor.name, ...(actor.aliases ?? [])]).join('\n');
		expect(names).not.toMatch(/\bSudan\b|Mushahid|Pakistan|BRICS|Moscow|Russia/);
	});
});

describe('the dates', () => {
	const DAY = String.raw`\d{4}(-\d{2}(-\d{2})?)?`;
	const FORMS = [`${DAY}`, `\\[(${DAY})?\\.\\.${DAY}\\]`, `${DAY}/(${DAY}|\\.\\.)`, `/${DAY}`];
	const edtf = new RegExp(`^(${FORMS.join('|')})$`);
	const whenOf = (id: string) => events.find((event) => event.id === id)?.when;

	it('are EDTF in one of the forms that the README explains', () => {
		const whens = [...actors, ...relations, ...events].flatMap((record) => record.when ?? []);
		expect(whens.filter((when) => !edtf.test(when))).toEqual([]);
		for (const when of whens) expect(read('README.md')).toContain(`\`${when}\``);
	});

	it('are computed from the visit as the report reckons', () => {
		const visit = Date.parse(whenOf('e_visit') ?? '');
		const day = (offset: number) => new Date(visit + offset * 86_400_000).toISOString().slice(0, 10);
		expect(whenOf('e_announcement')).toBe(day(1));
		expect(whenOf('e_attack_series')).toBe(`${day(-14)}/${day(-1)}`);
		expect(whenOf('e_accusation')).toBe(`[${day(-2)}..${day(0)}]`);
		expect(whenOf('e_predecessor_killed')).toBe(String(Number(day(0).slice(0, 4)) - 4));
	});

	it('agree between an act and its event', () => {
		const acts = relations.filter((relation) => relation.event !== undefined);
		expect(acts.filter((act) => act.when !== whenOf(act.event ?? ''))).toEqual([]);
	});
});

describe('the claims', () => {
	it('stand behind every relation, event and link', () => {
		expect([...relations, ...events, ...links].filter((record) => !claimed.has(record.id))).toEqual([]);
	});

	it('have a statement, the source, a paragraph, a span and a chain that starts with the publication', () => {
		const [sourceIds, voiceIds] = [idsOf(sources), idsOf(voices)];
		for (const claim of claims) {
			expect(claim.statement.length).toBeGreaterThan(10);
			expect(claim.about.length).toBeGreaterThan(0);
			expect(sourceIds).toContain(claim.source);
			expect(claim.paragraph).toBeGreaterThan(0);
			expect(claim.start).toBeGreaterThanOrEqual(0);
			expect(claim.start).toBeLessThan(claim.end ?? 0);
			expect(claim.end).toBeLessThanOrEqual(TEXT_LENGTH);
			expect(claim.print?.exact).toMatch(/^[0-9a-f]+$/);
			expect(claim.voices[0]).toBe('v_reuters');
			expect(claim.voices.filter((id) => !voiceIds.has(id))).toEqual([]);
			expect(new Set(claim.voices).size).toBe(claim.voices.length);
		}
	});

	it('have spans that lie in the order of their paragraphs', () => {
		const ends = new Map<number, number>();
		for (const { paragraph = 0, end = 0 } of claims)
			ends.set(paragraph, Math.max(end, ends.get(paragraph) ?? 0));
		for (const { id, paragraph = 0, start = 0 } of claims) {
			const before = [...ends].filter(([earlier]) => earlier < paragraph).map(([, end]) => end);
			expect(Math.max(-1, ...before), id).toBeLessThan(start);
		}
	});

	it('say stated and denied for the publication alone, claimed and alleged for whom it quotes', () => {
		const alone = (modality: string) =>
			claims.filter((claim) => claim.modality === modality && !claim.voices[1]);
		const quoted = (modality: string) =>
			claims.filter((claim) => claim.modality === modality && claim.voices[1]);
		expect([...quoted('stated'), ...quoted('denied'), ...alone('claimed')]).toEqual([]);
		// The publication's one hedge of its own: the visit seems to have worked.
		expect(alone('alleged').map((claim) => claim.about)).toEqual([['l_visit_led_to_lull']]);
	});

	it('call a blow that is only feared hypothetical, whoever says so', () => {
		for (const id of ['r_us_could_attack_iran', 'r_us_could_attack_groups']) {
			const modalities = claims.filter((claim) => claim.about.includes(id)).map((claim) => claim.modality);
			expect(new Set(modalities)).toEqual(new Set(['hypothetical']));
		}
	});
});

describe('the story', () => {
	it('runs along the links from the attack on the base to the talks', () => {
		const pairs = links.map((link) => (link.type === 'led_to' ? [link.from, link.to] : [link.to, link.from]));
		const chain = ['base_attack', 'accusation', 'visit', 'pressure', 'announcement', 'lull', 'talks'];
		for (const [index, later] of chain.slice(1).entries()) {
			expect(pairs).toContainEqual([`e_${chain[index]}`, `e_${later}`]);
		}
	});

	it('has its figures', () => {
		const numbers = events.flatMap((event) => event.figures ?? []).map((f) => f.value ?? f.min ?? f.max);
		expect(numbers.toSorted((a = 0, b = 0) => a - b)).toEqual([0, 1, 3, 3, 3, 4, 4, 21, 48, 900, 2500]);
		const people = voices.flatMap((voice) => (voice.people === undefined ? [] : voice.people));
		expect(people.filter((count) => count > 1).toSorted((a, b) => a - b)).toEqual([3, 3, 3, 4, 4, 5, 10]);
	});
});

describe('the positions', () => {
	it('are given to every actor and to nobody else, inside the canvas', () => {
		expect(Object.keys(data.positions)).toEqual(actors.map((actor) => actor.id));
		const outside = actors.filter(({ id }) => !(Math.abs(at(id)[0]) <= 750 && Math.abs(at(id)[1]) <= 620));
		expect(outside).toEqual([]);
	});

	it('leave room for the labels', () => {
		const crowded = actors.flatMap(({ id: a }, index) =>
			actors.slice(index + 1).flatMap(({ id: b }) => {
				const far = Math.abs(at(a)[0] - at(b)[0]) >= 130 || Math.abs(at(a)[1] - at(b)[1]) >= 110;
				return far ? [] : [`${a} and ${b}`];
			})
		);
		expect(crowded).toEqual([]);
	});

	it('keep lines away from actors that they do not join', () => {
		const touching = relations.flatMap(({ id, from, to }) =>
			actors
				.filter((actor) => actor.id !== from && actor.id !== to)
				.filter((actor) => distance(at(actor.id), at(from), at(to)) < 30)
				.map((actor) => `${id} and ${actor.id}`)
		);
		expect(touching).toEqual([]);
	});

	it('let no more lines cross than the README says', () => {
		const pairs = new Map(
			relations.map(({ from, to }) => [[from, to].toSorted().join(' '), [from, to] as const])
		);
		const lines = [...pairs.values()];
		const crossings = lines.flatMap((one, index) =>
			lines.slice(index + 1).filter((other) => cross(one, other))
		);
		expect(read('README.md')).toContain(`${crossings.length} pairs of the ${lines.length} lines cross`);
	});
});

/** From a point to a segment. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const [dx, dy] = [bx - ax, by - ay];
	const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
	return Math.hypot(ax + share * dx - x, ay + share * dy - y);
}

type Line = readonly [from: string, to: string];

function cross([a, b]: Line, [c, d]: Line): boolean {
	if (a === c || a === d || b === c || b === d) return false;
	const turn = ([px, py]: Point, [qx, qy]: Point, [rx, ry]: Point) =>
		Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
	const [p, q, r, s] = [at(a), at(b), at(c), at(d)];
	return turn(p, q, r) !== turn(p, q, s) && turn(r, s, p) !== turn(r, s, q);
}

// The report is not part of the project: whoever has its text names the file in DRAMATIS_SOURCE_TEXT.
const textFile = process.env.DRAMATIS_SOURCE_TEXT;

describe.skipIf(!textFile)('against the text of the report', () => {
	const bytes = textFile ? readFileSync(textFile) : Buffer.alloc(0);
	const text = bytes.toString('utf8');
	const points = [...text];
	const paragraphs = text.split('\n');

	it('is the text that the spans count in', () => {
		expect(createHash('sha256').update(bytes).digest('hex')).toBe(TEXT_SHA256);
		expect(sources.map((source) => source.sha256)).toEqual([TEXT_SHA256]);
		expect(points).toHaveLength(TEXT_LENGTH);
	});

	it('has every span inside its paragraph, from a word to the end of a word', () => {
		for (const { id, paragraph = 0, start = 0, end = 0 } of claims) {
			const before = paragraphs.slice(0, paragraph - 1).reduce((sum, line) => sum + [...line].length + 1, 0);
			expect(start, id).toBeGreaterThanOrEqual(before);
			expect(end, id).toBeLessThanOrEqual(before + [...(paragraphs[paragraph - 1] ?? '')].length);
			expect(points.slice(start - 1, start + 1).join(''), id).not.toMatch(/^\w\w$/);
			expect(points.slice(end - 1, end + 1).join(''), id).not.toMatch(/^\w\w$/);
			expect(points.slice(start, end).join('').trim(), id).toHaveLength(end - start);
		}
	});

	it('has paragraphs that the reader numbers as the claims do', () => {
		const blocks = blocksOf(text);
		for (const { id, paragraph, start = 0, end = 0 } of claims) {
			const own = blocks.filter((block) => block.start <= start && end <= block.end);
			expect(
				own.map((block) => block.paragraph),
				id
			).toEqual([paragraph]);
		}
	});

	it('has the words that the prints are of', () => {
		const all = wordsOf(text);
		for (const { id, print, start = 0, end = 0 } of claims)
			expect(print, id).toEqual(printOf(all, start, end));
	});

	it('is found again, passage by passage, with a line above and another below', () => {
		const anchors = anchorClaims(`Above.\n${text}\nBelow.`, claims);
		expect(anchors.filter(({ sureness }) => sureness === 'not found')).toEqual([]);
		expect(anchors.filter(({ sureness }) => sureness === 'certain').length).toBeGreaterThan(80);
		expect(anchors.map(({ start }) => start)).toEqual(claims.map(({ start = 0 }) => start + 7));
	});

	it('shares no six words in a row with anything that we wrote', () => {
		const words = (from: string) =>
			from
				.toLowerCase()
				.replaceAll('’', "'")
				.match(/[\p{L}\p{N}'-]+/gu) ?? [];
		const runs = (from: string) => {
			const all = words(from);
			return all.slice(5).map((_, index) => all.slice(index, index + 6).join(' '));
		};
		const taken = new Set(runs(text));
		const ours: string[] = [read('README.md')];
		JSON.parse(file, (_, value: unknown) => (typeof value === 'string' ? ours.push(value) : 0));
		expect(ours.flatMap(runs).filter((run) => taken.has(run))).toEqual([]);
	});
});
