/**
 * A source of numbers that look random and repeat with the seed (mulberry32 by Tommy Ettinger, public domain).
 * @param seed any number; its lowest 32 bits count
 * @returns a function that gives the next number, from 0 up to but not including 1
 */
export function randomFrom(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
