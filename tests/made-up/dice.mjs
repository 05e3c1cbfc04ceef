/** Seeded choices. The same seed and the same questions in the same order give the same answers. */
import { randomFrom } from '../benchmarks/generated-document.mjs';

/** @param {number} seed any whole number */
export function diceFrom(seed) {
	const random = randomFrom(Math.imul(seed, 0x9e3779b1) + 0x5bd1e995);
	/** A whole number from `least` to `most`, both included. */
	const between = (least, most) => least + Math.floor(random() * (most - least + 1));
	const chance = (share) => random() < share;
	const pick = (list) => list[Math.floor(random() * list.length)];
	/** As many different members of a list as asked for, or all of it. */
	const some = (list, count) => {
		const rest = [...list];
		const taken = [];
		while (taken.length < count && rest.length) taken.push(rest.splice(between(0, rest.length - 1), 1)[0]);
		return taken;
	};
	/** One of [weight, value] pairs. */
	const weighed = (pairs) => {
		let left = random() * pairs.reduce((sum, [weight]) => sum + weight, 0);
		return (pairs.find(([weight]) => (left -= weight) < 0) ?? pairs[0])[1];
	};
	return { random, between, chance, pick, some, weighed };
}
