/** The dialog for files on their way in, as a test sees it. */
import type { Locator, Page } from '@playwright/test';
import { expect, type App } from './app.ts';
import type { TestFile } from './import-files.ts';

export class ImportDialog {
	readonly root: Locator;
	readonly receipt: Locator;
	readonly take: Locator;
	readonly #page: Page;

	constructor(readonly app: App) {
		this.#page = app.page;
		this.root = app.page.getByRole('dialog', { name: /^Take in/ });
		this.receipt = this.root.getByRole('region', { name: 'What will be taken' });
		this.take = this.root.getByRole('button', { name: /^(Open as a new document|Add to this document)$/ });
	}

	/** Chooses files by a command of the palette: to open them, or to add them to what is open. */
	async choose(files: readonly (TestFile | string)[], command = 'Open a file…'): Promise<void> {
		const chooser = this.#page.waitForEvent('filechooser');
		await this.app.command(command);
		await (
			await chooser
		).setFiles(
			files.every((file) => typeof file === 'string')
				? [...files]
				: (files as readonly TestFile[]).map(({ name, content }) => ({
						name,
						mimeType: 'application/octet-stream',
						buffer: Buffer.from(content)
					}))
		);
	}

	/** Says yes, and waits until it is done. */
	async takeIn(): Promise<void> {
		await this.take.click();
		await expect(this.root).toHaveCount(0);
	}

	/** The column of this name, as the choice of what it means. */
	column(name: string): Locator {
		return this.root.getByRole('combobox', { name: `${name} is`, exact: true });
	}

	/** The choice of what a word of the file means as a relation type. */
	type(word: string): Locator {
		return this.root.getByRole('combobox', { name: `“${word}” is`, exact: true });
	}

	/** The remarks of the receipt, unfolded. */
	async remarks(): Promise<Locator> {
		await this.receipt.getByText(/remarks? on the file$/).click();
		return this.receipt.getByRole('listitem');
	}
}

/** What a receipt says of each count, checked for balance: `[in the file, taken, part of another, left out]`. */
export function balanceIn(line: string): readonly [number, number, number, number] {
	const figure = (pattern: RegExp) => Number(pattern.exec(line)?.[1]?.replaceAll(',', '') ?? 0);
	const inFile = figure(/^([\d,]+) /);
	const taken = line.includes('all taken') ? inFile : figure(/([\d,]+) taken/);
	const [merged, left] = [figure(/([\d,]+) made part of another/), figure(/([\d,]+) left out/)];
	expect(taken + merged + left, line).toBe(inFile);
	return [inFile, taken, merged, left];
}
