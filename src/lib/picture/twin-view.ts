import type { Facts } from '#lib/view/facts.ts';
import type { Filtered } from '#lib/view/fate.ts';
import type { Receipt } from '#lib/view/receipt.ts';
import type { Settings } from '#lib/view/settings.ts';
import type { Told } from '#lib/view/told.ts';

/** What words are made from: a document, what is told of it, what the filters leave, and how that is counted. */
export interface TwinView {
	readonly facts: Facts;
	readonly told: Told;
	readonly filtered: Filtered;
	readonly receipt: Receipt;
	readonly settings: Settings;
}
