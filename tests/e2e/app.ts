/**
 * The app as a test sees it, with the watch that every test stands under: no request to another host, no console
 * error, no report of the Content Security Policy, no key added to Object.prototype, no axe violation at the end.
 */
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

const bundled = JSON.parse(
	readFileSync(new URL('../../data/quds-force-baghdad-2024.dramatis.json', import.meta.url), 'utf8')
) as {
	positions: Record<string, [number, number]>;
	actors: { id: string; name: string }[];
	relations: unknown[];
};

export { bundled, expect };

export class App {
	readonly receipt: Locator;
	readonly legend: Locator;
	readonly details: Locator;
	readonly search: Locator;
	readonly graph: Locator;
	readonly announcer: Locator;

	constructor(readonly page: Page) {
		this.receipt = page.getByTestId('receipt');
		this.legend = page.getByRole('complementary', { name: 'Legend and filters' });
		this.details = page.locator('#details');
		this.search = page.getByRole('combobox', { name: 'Search actors, relations and events' });
		this.graph = page.locator('#graph');
		this.announcer = page.getByTestId('announcer');
	}

	/** Opens the app in a view and waits for the first picture. */
	async open(view = ''): Promise<void> {
		await this.page.goto(`./${view && `#${view}`}`);
		await expect(this.receipt).toContainText(/showing/i);
		await expect(this.receipt).not.toContainText('all 0 actors');
	}

	/** Opens a document as a file. */
	async openFile(name: string, content: string): Promise<void> {
		const chooser = this.page.waitForEvent('filechooser');
		await this.command('Open a file…');
		await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
	}

	/** Runs a command by name from the palette. */
	async command(name: string): Promise<void> {
		await this.page.keyboard.press('Control+k');
		await this.page.getByRole('combobox', { name: 'Command' }).fill(name);
		const found = this.page.getByRole('listbox', { name: 'Command: found' });
		await found.getByRole('option', { name }).click();
	}

	/** The view in the address, key by key, once it has come to rest. */
	async view(): Promise<URLSearchParams> {
		return new URLSearchParams(new URL(this.page.url()).hash.replace(/^#v1&?/, ''));
	}

	/** Where an actor of the bundled document stands on the screen, in pixels. */
	async place(actor: string): Promise<{ x: number; y: number }> {
		await expect.poll(async () => (await this.view()).get('camera')).toBeTruthy();
		const [cx, cy, zoom] = (await this.view()).get('camera')!.split(',').map(Number) as [
			number,
			number,
			number
		];
		const [x, y] = bundled.positions[actor]!;
		const { width, height } = this.page.viewportSize()!;
		return { x: (x - cx) * zoom + width / 2, y: (y - cy) * zoom + height / 2 };
	}

	/** The tick box of a row of the legend. */
	tick(name: string): Locator {
		return this.legend.getByRole('checkbox', { name: new RegExp(`^${name}`) });
	}

	/**
	 * axe's findings on the page as it is. The preview of a picture is left out: what steps back in a picture is pale
	 * on purpose (WCAG 2.2, 1.4.3, "incidental"), and its words stand beside it.
	 */
	async violations(): Promise<string[]> {
		const { violations } = await new AxeBuilder({ page: this.page })
			.exclude('[data-testid="preview"] svg')
			.analyze();
		return violations.map(
			({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
		);
	}
}

interface Watch {
	/** A test that brings about an error on purpose says which. */
	expectedErrors: RegExp[];
}

export const test = base.extend<{ app: App; watch: Watch }>({
	watch: async ({}, use) => {
		await use({ expectedErrors: [] });
	},
	app: async ({ page, baseURL, watch }, use) => {
		const wrong: string[] = [];
		page.on('request', (request) => {
			const url = new URL(request.url());
			if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== new URL(baseURL!).origin)
				wrong.push(`request to ${url}`);
		});
		page.on('console', (message) => {
			if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
		});
		page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
		await page.addInitScript(() => {
			addEventListener('securitypolicyviolation', (event) =>
				console.error('policy:', event.violatedDirective, event.blockedURI)
			);
		});
		const app = new App(page);
		await use(app);
		wrong.push(...(await app.violations()));
		const added = await page.evaluate(
			() => Object.keys(Object.prototype).concat(Object.getOwnPropertyNames(Object.prototype)).length
		);
		// An engine's own twelve; anything else was put there.
		expect(added, 'keys of Object.prototype').toBe(12);
		expect(wrong.filter((text) => !watch.expectedErrors.some((expected) => expected.test(text)))).toEqual([]);
	}
});
