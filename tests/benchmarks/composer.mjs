/** The composer of pictures, driven as a user would. */

/** Opens it on an article's full width. */
export async function openComposer(page) {
	await page.keyboard.press('Control+e');
	await page
		.getByRole('dialog', { name: 'Save picture' })
		.getByTestId('preview')
		.locator('svg')
		.first()
		.waitFor();
	await page.evaluate(() => stopwatch.rest());
}

/** Ticks the legend off or on. @returns milliseconds to the painted preview */
export function changeOption(page) {
	return page.evaluate(async () => {
		const dialog = document.querySelector('dialog');
		const labels = [...dialog.querySelectorAll('label')];
		const tick = labels.find(({ textContent }) =>
			textContent.trim().startsWith('Legend of')
		).firstElementChild;
		const before = dialog.querySelector('svg svg').getBoundingClientRect().height;
		const had = dialog.querySelector('#legend') !== null;
		const time = await stopwatch.timed(() => tick.click());
		if ((dialog.querySelector('#legend') !== null) === had || !before)
			throw new Error('the preview is as before');
		return time;
	});
}

/**
 * Saves the picture and opens the composer again.
 * @param format as the form names it; `scale` for formats of pixels
 * @returns milliseconds from the click to the whole file
 */
export async function savePicture(page, format, scale) {
	const dialog = page.getByRole('dialog', { name: 'Save picture' });
	await dialog.getByRole('radio', { name: format }).check();
	if (scale) await dialog.getByRole('combobox', { name: 'Pixels for each' }).selectOption(scale);
	const download = page.waitForEvent('download');
	const time = await page.evaluate(async () => {
		await stopwatch.rest();
		const { click } = HTMLAnchorElement.prototype;
		// The file is whole when the app hands it over, which it does by a link of its own.
		const whole = new Promise((done) => {
			HTMLAnchorElement.prototype.click = function () {
				done(performance.now());
				HTMLAnchorElement.prototype.click = click;
				click.call(this);
			};
		});
		const start = performance.now();
		document.querySelector('dialog button.primary').click();
		return (await whole) - start;
	});
	await download;
	await openComposer(page);
	return time;
}
