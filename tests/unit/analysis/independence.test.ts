import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { independentPeople } from '#lib/analysis/independence.ts';
import { MODALITIES, byId, type Claim, type Voice } from '#lib/model/document.ts';

const VOICES: readonly Voice[] = [
	{ id: 'reuters', label: 'Reuters', actor: 'agency' },
	{ id: 'reuters-desk', label: 'Reuters, the desk', actor: 'agency' },
	{ id: 'afp', label: 'AFP' },
	{ id: 'alaadin', label: 'Farhad Alaadin', people: 1 },
	{ id: 'ten', label: 'Ten sources', people: 10, anonymous: true },
	{ id: 'five', label: 'Five sources', people: 5, anonymous: true },
	{ id: 'six', label: 'Six sources', people: 6, anonymous: true },
	{ id: 'commander', label: 'A commander', people: 1, anonymous: true, actor: 'commander' },
	{ id: 'spokesmen', label: 'Two spokesmen', people: 2 },
	{ id: '__proto__', label: 'A trap', anonymous: true }
];
const voices = byId(VOICES);

function says(chain: string, modality: Claim['modality'] = 'stated'): Claim {
	const ids = chain === '' ? [] : chain.split(' ');
	return { id: chain, about: [], statement: '', modality, voices: ids, source: 'report' };
}
const count = (...chains: string[]) =>
	independentPeople(
		chains.map((chain) => says(chain)),
		voices
	);

describe('independentPeople', () => {
	it('counts the last voice of a chain, once however often it speaks', () => {
		expect(count('reuters alaadin', 'afp alaadin', 'reuters alaadin')).toMatchObject({
			people: 1,
			voices: [{ voice: 'alaadin', people: 1 }],
			groups: []
		});
	});

	it('counts the publication as one, whatever it quotes others with', () => {
		expect(count('reuters', 'reuters alaadin', 'reuters spokesmen').people).toBe(4);
		expect(count('spokesmen').people).toBe(1);
	});

	it('takes voices that are one actor for one', () => {
		expect(count('reuters', 'reuters-desk', 'afp reuters').people).toBe(1);
	});

	it('takes unnamed voices of one publication for the same people, the largest for all', () => {
		expect(count('reuters five', 'reuters ten', 'reuters commander', 'reuters')).toEqual({
			people: 12,
			voices: [
				{ voice: 'commander', people: 1 },
				{ voice: 'reuters', people: 1 }
			],
			groups: [{ publications: ['reuters'], largest: 'ten', people: 10, voices: 2 }],
			unknown: 0
		});
	});

	it('knows a publication under two ids, and adds what two publications have', () => {
		expect(count('reuters ten', 'reuters-desk five').people).toBe(10);
		expect(count('reuters ten', 'afp five').people).toBe(15);
	});

	it('ties publications together that quote the same unnamed voice', () => {
		expect(count('reuters ten', 'reuters five', 'afp five', 'afp six')).toMatchObject({
			people: 10,
			groups: [{ publications: ['reuters', 'afp'], largest: 'ten', voices: 3 }]
		});
	});

	it('lets unnamed voices whom nobody quotes be the same people, for each source', () => {
		expect(count('ten', 'five')).toMatchObject({ people: 10, groups: [{ publications: [], voices: 2 }] });
	});

	it('counts one if all that is known is that somebody says it', () => {
		expect(count('', 'reuters nobody')).toMatchObject({ people: 1, unknown: 2 });
		expect(count('', 'reuters').people).toBe(1);
		expect(independentPeople([], voices).people).toBe(0);
	});

	it('does not stumble over ids that are traps', () => {
		expect(count('reuters __proto__', 'reuters constructor').people).toBe(1);
	});

	it('is quick with a hundred thousand claims', () => {
		const chains = Array.from({ length: 100_000 }, (_, i) => `paper${i} ten`);
		expect(count(...chains).people).toBe(10);
	});
});

const anyClaim = fc
	.tuple(
		fc.uniqueArray(fc.constantFrom(...voices.keys(), 'missing'), { maxLength: 3 }),
		fc.constantFrom(...MODALITIES)
	)
	.map(([chain, modality]) => says(chain.join(' '), modality));
const anyClaims = fc.array(anyClaim, { maxLength: 8 });
const people = (claims: readonly Claim[]) => independentPeople(claims, voices).people;
const affirms = ({ modality }: Claim) => modality !== 'denied';
/** What a claim would count at most, taken by itself. */
const size = (claim: Claim) => people([claim]);

test('never more than the sum of people, never fewer than the largest', () => {
	fc.assert(
		fc.property(anyClaims, (claims) => {
			const sizes = claims.filter(affirms).map(size);
			expect(people(claims)).toBeLessThanOrEqual(sizes.reduce((sum, one) => sum + one, 0));
			expect(people(claims)).toBeGreaterThanOrEqual(Math.max(0, ...sizes));
		})
	);
});

test('a repeated mention or a denial changes nothing, nor does the order', () => {
	fc.assert(
		fc.property(anyClaims, anyClaim, fc.nat(), (claims, other, at) => {
			const again = claims.length ? [claims[at % claims.length]!] : [];
			const denial: Claim = { ...other, modality: 'denied' };
			expect(people([...claims, ...again])).toBe(people(claims));
			expect(people([denial, ...claims])).toBe(people(claims));
			expect(people([...claims].reverse())).toBe(people(claims));
		})
	);
});

test('being quoted by one more publication never makes more people', () => {
	fc.assert(
		fc.property(anyClaims, fc.nat(), fc.constantFrom('reuters', 'afp'), (claims, at, publication) => {
			// Who is heard by nobody's quoting may count for more when somebody quotes it.
			const quoted = claims.filter((claim) => claim.voices.length > 1);
			const claim = quoted[at % quoted.length];
			if (!claim) return;
			const elsewhere = { ...claim, voices: [publication, claim.voices.at(-1)!] };
			expect(people([...claims, elsewhere])).toBeLessThanOrEqual(people(claims));
		})
	);
});

test('what it says about how it counted adds up', () => {
	fc.assert(
		fc.property(anyClaims, (claims) => {
			const counted = independentPeople(claims, voices);
			const parts = [...counted.voices, ...counted.groups];
			const sum = parts.reduce((total, part) => total + part.people, 0);
			expect(counted.people).toBe(sum || Math.min(1, counted.unknown));
		})
	);
});
