import { equalMeasure } from '#lib/analysis/equal-measure.ts';
import { MEASURES } from '#lib/analysis/index.ts';
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import type { Settings } from './settings.ts';

/** "The larger, the more relations": what sizes of symbols show; '' where all are alike. */
export function sizeInWords({ size }: Pick<Settings, 'size'>): string {
	const measure = MEASURES.find(({ id }) => id === size) ?? relationsMeasure;
	if (measure === equalMeasure) return '';
	return `The larger, the more ${measure.name.toLowerCase()}`;
}
