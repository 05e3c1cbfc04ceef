/** Mistakes that a picture could have: SVGs with outlines in which one thing is wrong, to see whether it is noticed. */

export interface Mistake {
	readonly name: string;
	/** One picture for each place where it can be made. */
	readonly pictures: readonly string[];
}

/** So many places are tried. */
const MOST = 6;

/** `zoom`: pixels for each unit of the graph. */
export function mistakesIn(svg: string, zoom: number): readonly Mistake[] {
	const lines = groups(svg, 'relation').filter((group) => !/opacity="0\.[0-4]/.test(group));
	const actors = groups(svg, 'actor').filter((group) => !/ opacity="/.test(group.slice(0, 200)));
	const three = 3 / zoom;
	const change = (among: readonly string[], part: RegExp, to: (found: string) => string) =>
		among
			.filter((group) => part.test(group))
			.slice(0, MOST)
			.map((group) => svg.replace(group, () => group.replace(part, (found) => to(found))));
	return [
		{ name: 'a missing arrowhead', pictures: change(lines, HEAD, () => '') },
		{ name: 'a wrong arrowhead', pictures: change(lines, HEAD, disc) },
		{ name: 'a missing dash', pictures: change(lines, / stroke-dasharray="[^"]*"/, () => '') },
		{
			name: 'a missing ring',
			pictures: change(
				actors.filter((one) => one.includes(' collective')),
				/<path[^>]*>/,
				() => ''
			)
		},
		{ name: 'a missing name', pictures: change(actors, WORDS, () => '') },
		...[
			[three, 0],
			[0, three],
			[0, -three]
		].map(([x, y]) => ({
			name: `a name that is ${x! * zoom}, ${y! * zoom} pixels off`,
			pictures: change(actors, WORDS, (found) => `<g transform="translate(${x} ${y})">${found}</g>`)
		}))
	];
}

const WORDS = /<g class="words".*?<\/g>/;
/** The last path of a line, where it has corners. */
const HEAD = /<path d="M[^"A]*Z" fill="#[^"]*"\/>(?=<g class="words|<\/g>)/;

/** Groups of a kind, without the labels of lines, each up to where the next begins. */
function groups(svg: string, kind: 'actor' | 'relation'): string[] {
	const start = (kinds: string) => `<g id="[^"]*" class="(?:${kinds}) `;
	const end = `(?=${start('actor|relation')}|</g><g class="nodes"|</g></svg>)`;
	return Array.from(svg.matchAll(new RegExp(`${start(kind)}.*?${end}`, 'g')), ([group]) => group);
}

/** A disc in the place of an arrowhead with corners. */
function disc(head: string): string {
	const numbers = /d="([^"]*)"/
		.exec(head)![1]!
		.match(/-?[\d.]+/g)!
		.map(Number);
	const [xs, ys] = [0, 1].map((axis) => numbers.filter((_, i) => i % 2 === axis)) as [number[], number[]];
	const [x, y] = [xs, ys].map((list) => list.reduce((sum, one) => sum + one, 0) / list.length) as [
		number,
		number
	];
	const radius = Math.max(...xs.map((at, i) => Math.hypot(at - x, ys[i]! - y))) * 0.75;
	const arc = (to: number) => `A${radius} ${radius} 0 0 1 ${to} ${y}`;
	return head.replace(/d="[^"]*"/, `d="M${x - radius} ${y}${arc(x + radius)}${arc(x - radius)}Z"`);
}
