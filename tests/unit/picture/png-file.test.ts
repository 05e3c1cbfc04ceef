import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Resvg } from '@resvg/resvg-js';
import { pngChunk, pngOf } from '#lib/picture/png-file.ts';

test('the rows come back from the data of the file, whatever its length', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 1, maxLength: 5000 }), (rows) => {
			const png = Buffer.from(pngOf(3, 4, deflateSync(rows)));
			expect(png.readUInt32BE(16)).toBe(3);
			expect(png.readUInt32BE(20)).toBe(4);
			const data: Buffer[] = [];
			for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
				if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
					data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
			expect(new Uint8Array(inflateSync(Buffer.concat(data)))).toEqual(rows);
		})
	);
});

test('a check sum is that of the specification', () => {
	expect(Buffer.from(pngChunk('IEND', new Uint8Array())).toString('hex')).toBe('0000000049454e44ae426082');
});

test('another reader takes the file', () => {
	const row = [0, 255, 0, 0, 255, 255, 0, 0, 255];
	const png = Buffer.from(pngOf(2, 2, deflateSync(Uint8Array.from([...row, ...row])))).toString('base64');
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><image width="2" height="2" href="data:image/png;base64,${png}"/></svg>`;
	expect([...new Resvg(svg).render().pixels.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
});
