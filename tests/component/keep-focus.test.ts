import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { keepFocus } from '#lib/ui/keep-focus.ts';

let page: HTMLElement;
let stop: () => void;

beforeEach(() => {
	page = document.createElement('div');
	page.innerHTML = `
		<p id="empty">Nothing here</p>
		<div id="graph" tabindex="0">graph</div>
		<section id="panel">
			<button id="other">other</button>
			<div><button id="goes">goes</button></div>
		</section>
		<section id="page" tabindex="-1"><button id="close">close</button></section>
		<section id="bare"><button id="last">last</button></section>`;
	document.body.append(page);
	stop = keepFocus(document);
});
afterEach(() => {
	stop();
	page.remove();
});

const get = (id: string) => document.getElementById(id)!;
const focused = () => document.activeElement?.id;
const frames = () =>
	new Promise<void>((done) =>
		requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))
	);

test.for([
	['goes', 'other'],
	['close', 'page'],
	['last', 'graph']
] as const)('when %s goes after a click, %s has the focus', async ([id, next]) => {
	get(id).addEventListener('click', () => get(id).remove());
	await userEvent.click(get(id));
	await expect.poll(focused).toBe(next);
});

test('a button that a click disables leaves the focus near', async () => {
	get('goes').addEventListener('click', () => get('goes').toggleAttribute('disabled', true));
	await userEvent.click(get('goes'));
	await expect.poll(focused).toBe('other');
});

test('what goes by itself leaves the focus near by the next key', async () => {
	get('goes').focus();
	get('goes').remove();
	await userEvent.keyboard('{Shift}');
	expect(focused()).toBe('other');
});

test('a dialog taken away gives the focus back to what had it', async () => {
	get('goes').focus();
	const dialog = document.createElement('dialog');
	dialog.innerHTML = '<button id="in">in</button>';
	page.append(dialog);
	dialog.showModal();
	expect(focused()).toBe('in');
	get('in').addEventListener('click', () => dialog.remove());
	await userEvent.click(get('in'));
	await expect.poll(focused).toBe('goes');
});

test('a click on empty space lets go, also when the element goes later', async () => {
	await userEvent.click(get('goes'));
	await userEvent.click(get('empty'));
	await frames();
	expect(document.activeElement).toBe(document.body);
	get('goes').remove();
	await userEvent.keyboard('{Shift}');
	await frames();
	expect(document.activeElement).toBe(document.body);
});
