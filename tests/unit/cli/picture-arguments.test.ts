import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/cli/flags.ts';
import { PICTURE_FLAGS, lookFrom, pictureFrom } from '../../../src/cli/picture-arguments.ts';

const choice = (args: string[], target?: string) => pictureFrom(readArguments(args, PICTURE_FLAGS), target);

describe('a picture by flags', () => {
	it('is an SVG with everything on it', () => {
		expect(choice([])).toMatchObject({
			format: 'svg',
			theme: null,
			ground: true,
			title: undefined,
			legend: 'below',
			// Null is what the document says.
			withLegend: null,
			caption: null,
			sources: null,
			loosen: true,
			smallest: null,
			words: 'none',
			layout: null
		});
	});

	it('is what the ending of its file says, unless told otherwise', () => {
		expect(choice([], 'a.PNG').format).toBe('png');
		expect(choice([], 'out/').format).toBe('svg');
		expect(choice(['--format', 'pdf'], 'a.png').format).toBe('pdf');
		expect(() => choice([], 'a.gif')).toThrow('not as gif');
	});

	it('has the sizes that people need, and any other', () => {
		expect(choice(['--size', 'a4']).size).toMatchObject({ unit: 'mm', width: 210, height: 297 });
		expect(choice(['--size', 'Slide']).size).toMatchObject({ width: 1920, height: 1080 });
		expect(choice(['--size', '120x90mm']).size).toMatchObject({ unit: 'mm', width: 120, height: 90 });
		expect(choice(['--size', '1600x900']).size).toMatchObject({ unit: 'px', width: 1600, height: 900 });
		expect(choice(['--size', '6.5x4in']).size).toMatchObject({ unit: 'in', width: 6.5, height: 4 });
		for (const bad of ['big', '12', '12x', '12x9pt', '-1x5', 'free', 'free x'])
			expect(() => choice([`--size=${bad}`])).toThrow('is no size');
	});

	it('is sharp enough for its size', () => {
		expect(choice(['--size', 'slide']).scale).toBe(1);
		expect(choice(['--size', 'a4']).scale).toBe(3);
		expect(choice(['--scale', '8']).scale).toBe(8);
		for (const bad of ['0', '9', 'x', 'NaN']) expect(() => choice(['--scale', bad])).toThrow('from 1 to 8');
	});

	it('leaves out what is not wanted', () => {
		const args = ['--no-title', '--no-legend', '--no-caption', '--no-sources', '--no-fonts', '--transparent'];
		expect(choice(args)).toMatchObject({
			title: '',
			legend: 'none',
			withLegend: false,
			caption: false,
			sources: false,
			fonts: false,
			ground: false
		});
		expect(choice(['--title', 'Ours', '--credit', 'Us']).title).toBe('Ours');
	});

	it('has margins and letters as they are asked for', () => {
		expect(choice(['--size', 'a4', '--margin', '1in']).size.margin).toBeCloseTo(25.4, 9);
		expect(choice(['--size', 'a4', '--margin', '20']).size.margin).toBe(20);
		expect(choice(['--smallest', '7.5', '--as-arranged'])).toMatchObject({ smallest: 7.5, loosen: false });
		expect(() => choice(['--margin', 'wide'])).toThrow('is a length');
		expect(() => choice(['--smallest', '1'])).toThrow('from 3 to 72');
	});

	it('is what browsers write, too', () => {
		expect(choice([], 'a.jpg')).toMatchObject({ format: 'jpeg', quality: 0.92 });
		expect(choice(['--quality', '60', '--transparent'], 'a.jpeg')).toMatchObject({
			quality: 0.6,
			ground: true
		});
		expect(choice([], 'a.webp').format).toBe('webp');
		expect(() => choice(['--words', 'inside'], 'a.webp')).toThrow('holds no words');
	});

	it('has its legend where there is room for it', () => {
		expect(choice(['--size', 'slide']).legend).toBe('beside');
		expect(choice(['--size', 'portrait']).legend).toBe('below');
		expect(choice(['--size', 'slide', '--legend', 'below']).legend).toBe('below');
		expect(() => choice(['--legend', 'above'])).toThrow('one of below, beside, none');
	});

	it('changes how the view looks', () => {
		const look = (...args: string[]) => lookFrom(readArguments(args, PICTURE_FLAGS));
		expect(look()).toEqual({});
		expect(look('--fans', '--colors', 'voice', '--sized-by', 'claims')).toEqual({
			fans: true,
			lineColors: 'voice',
			size: 'claims'
		});
		expect(() => look('--colors', 'red')).toThrow('one of family, voice');
	});
});
