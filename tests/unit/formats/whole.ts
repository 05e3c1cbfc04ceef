/** A file that is written in pieces of text or bytes, as bytes. */
export function whole(pieces: Iterable<string | Uint8Array>): Uint8Array {
	return Buffer.concat([...pieces].map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}
