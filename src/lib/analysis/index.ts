/** The measures that a symbol's size can show. To add one: a file with one object, and a line here. */
import { claimsMeasure } from './claims-measure.ts';
import { equalMeasure } from './equal-measure.ts';
import type { Measure } from './measure.ts';
import { partnersMeasure } from './partners-measure.ts';
import { relationsMeasure } from './relations-measure.ts';

export const MEASURES: readonly Measure[] = [relationsMeasure, partnersMeasure, claimsMeasure, equalMeasure];
