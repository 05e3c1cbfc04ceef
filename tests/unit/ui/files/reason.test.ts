import { expect, it } from 'vitest';
import { UnreadableError } from '#lib/model/problems.ts';
import { foldersLeft, notOpened } from '#lib/ui/files/reason.ts';

it('of several files the one that cannot be read is named', () => {
	const error = new UnreadableError('png.csv: The file is a picture.', 'Choose another.');
	expect(notOpened(['f0.csv', 'f1.csv', 'png.csv'], error)).toBe(
		'“png.csv” cannot be read, so the other 2 were not opened either; what was open still is. The file is a picture. Choose another.'
	);
	expect(notOpened(['png.csv', 'f1.csv'], error)).toMatch(/so the other one was not opened either;/);
	expect(notOpened(['f0.csv', 'f1.csv'], new UnreadableError('Too much.', 'Less.'))).toBe(
		'None of the 2 files was opened; what was open still is. Too much. Less.'
	);
	expect(notOpened(['f0.csv'], new Error('Why.'))).toBe(
		'“f0.csv” was not opened; what was open still is. Why.'
	);
});

it('folders are said to be folders', () => {
	expect(foldersLeft([])).toBe('');
	expect(foldersLeft(['data'])).toBe('“data” is a folder and was not opened: drop the files in it instead.');
	expect(foldersLeft(['data', 'b'])).toMatch(/^“data” and 1 more are folders/);
});
