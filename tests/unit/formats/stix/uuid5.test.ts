import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha1, uuidOf } from '#lib/formats/stix/uuid5.ts';

describe('SHA-1', () => {
	it('is that of others', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				expect(sha1([...bytes])).toEqual([...createHash('sha1').update(bytes).digest()]);
			})
		);
	});
});

describe('the UUID of a name', () => {
	it('is of version 5 and always the same', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
				expect(uuidOf(...parts)).toMatch(
					/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
				);
				expect(uuidOf(...parts)).toBe(uuidOf(...parts));
			})
		);
	});

	it('tells apart what is not the same', () => {
		const names = [[], [''], ['ab'], ['a', 'b'], ['\ud800'], ['\ud801'], ['\ufffd'], ['é'], ['e\u0301']];
		expect(new Set(names.map((parts) => uuidOf(...parts))).size).toBe(names.length);
	});

	it('stays what it was in files that were written before', () => {
		expect(uuidOf('extension')).toBe('34c9967d-3419-5e13-9fe9-002b51cb1f5a');
	});
});
