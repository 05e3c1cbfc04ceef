/** Gathers the problems of one input, and stays small when a hostile file has millions of them. */
import type { Problem } from '#lib/model/problems.ts';

/** Nobody reads more, and a file of 256 MB can have a hundred million. */
export const MAX_PROBLEMS = 1000;

/** Of an id or another text of the file that a message shows. */
const MAX_SHOWN = 60;

export class ProblemLog {
	readonly #listed: Problem[] = [];
	readonly #unlisted = { refused: 0, mended: 0, noticed: 0 };

	add(effect: Problem['effect'], place: string, message: string, remedy: string): void {
		if (this.#listed.length < MAX_PROBLEMS) this.#listed.push({ effect, place, message, remedy });
		else this.#unlisted[effect]++;
	}

	/** The first MAX_PROBLEMS in the order in which they were found; if there are more, a last line that counts them. */
	list(): Problem[] {
		const { refused, mended, noticed } = this.#unlisted;
		const more = refused + mended + noticed;
		if (more === 0) return [...this.#listed];
		const last: Problem = {
			effect: refused > 0 ? 'refused' : mended > 0 ? 'mended' : 'noticed',
			place: '',
			message: `${more} more problems are not listed: ${refused} left out, ${mended} taken with a change, ${noticed} taken as they are.`,
			remedy: 'Mend the problems above first, then open the file again.'
		};
		return [...this.#listed, last];
	}
}

/** A text of the file in quotation marks, cut to a length that a message can bear. */
export function quoted(text: string): string {
	if (text.length <= MAX_SHOWN) return `“${text}”`;
	// The cut may go through a surrogate pair; half of one is no character.
	return `“${text.slice(0, MAX_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…”`;
}
