/** The reports themselves: their paragraphs, and where in them each claim stands. */
import { createHash } from 'node:crypto';
import { sentence } from './claims.mjs';

const lengthOf = (text) => [...text].length;

/**
 * Puts the claims of each source in reading order and writes its text.
 * @returns claims with ids, paragraphs and passages (in code points), and the text of each source by its id
 */
export function textsFrom(dice, drafts, sources, labels) {
	const claims = [];
	const texts = new Map();
	for (const { id, publisher } of sources) {
		const said = drafts.filter(({ source }) => source === id);
		const mixed = dice.some(said, said.length);
		const paragraphs = [];
		while (mixed.length) paragraphs.push(mixed.splice(0, dice.between(1, 5)));
		// Outside the basic plane, so that code points are not UTF-16 units.
		let text = publisher === 'Valley Radio' ? '📻 ' : '';
		let length = lengthOf(text);
		paragraphs.forEach((paragraph, index) => {
			// In place of the blank after the last sentence.
			if (index) {
				text = `${text.trimEnd()}\n\n`;
				length += 1;
			}
			let before;
			for (const { said, ...claim } of paragraph) {
				const start = length;
				const written = sentence(leadOf(claim, labels) + said);
				text += `${written} `;
				const end = start + lengthOf(written);
				length = end + 1;
				// One in twelve rests on the sentence before as well, so that passages overlap.
				const from = before !== undefined && dice.chance(1 / 12) ? before : start;
				before = start;
				const isPlaced = dice.chance(0.97);
				const place = { paragraph: index + 1, ...(isPlaced && { start: from, end }) };
				claims.push({ id: `c${claims.length + 1}`, ...claim, ...(dice.chance(0.99) && place) });
			}
		});
		texts.set(id, text.trimEnd());
	}
	return { claims, texts };
}

const ADVERBS = {
	alleged: 'it is said that ',
	expected: 'soon ',
	hypothetical: 'perhaps ',
	denied: 'it is false that '
};

function leadOf({ voices, modality }, labels) {
	const inner = voices.length > 1 ? `according to ${labels.get(voices.at(-1))}, ` : '';
	return inner + (ADVERBS[modality] ?? '');
}

export function sha256(text) {
	return createHash('sha256').update(text).digest('hex');
}
