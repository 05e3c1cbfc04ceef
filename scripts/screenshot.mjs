// `npm run screenshot`: the picture of the app that the README shows. Needs a build.
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserLaunch } from './find-browser.mjs';
import { root } from './run.mjs';
import { serve } from './serve.mjs';

const server = await serve({ port: 0 });
const browser = await chromium.launch(browserLaunch());
try {
	for (const colorScheme of ['light', 'dark']) {
		const page = await browser.newPage({
			viewport: { width: 1440, height: 900 },
			colorScheme,
			reducedMotion: 'reduce'
		});
		await page.goto(colorScheme === 'light' ? server.address : `${server.address}#v1&actors=qaani`);
		await page.getByTestId('receipt').getByText('Showing').waitFor();
		await page.evaluate(() => document.fonts.ready);
		// The canvas paints in the frame after the next.
		await page.evaluate(
			() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
		);
		await page.screenshot({ path: join(root, 'docs', `dramatis-${colorScheme}.png`) });
		await page.close();
	}
} finally {
	await browser.close();
	await server.close();
}
