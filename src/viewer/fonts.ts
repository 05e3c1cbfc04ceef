import { fontUrl } from '#lib/ui/picture/fonts.ts';
import { FACES, unicodeRange } from '#lib/picture/faces.ts';

/** Brings the app's fonts, which stand in its code: so they are in the page once, for the screen and for pictures. */
export function addFonts(): void {
	for (const face of FACES) {
		const url = fontUrl(face);
		const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) =>
			character.charCodeAt(0)
		);
		const range = unicodeRange(face);
		document.fonts.add(
			new FontFace(face.family, bytes, {
				weight: String(face.weight),
				...(range && { unicodeRange: range })
			})
		);
	}
}
