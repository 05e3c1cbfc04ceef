/** A mapping in a file: what was guessed, written for a human to correct, and read again. */
import * as v from 'valibot';
import { MAPPING_SCHEMA } from '#lib/formats/meaning/mapping-schema.ts';
import type { Mapping } from '#lib/formats/meaning/mapping.ts';
import { Failure } from './failure.ts';
import { safe } from './terminal.ts';

const MAPPING = v.partial(MAPPING_SCHEMA);

/**
 * The guess with what a file says instead.
 * @throws Failure that says what of the file makes no mapping
 */
export function mappingFrom(text: string, guessed: Mapping): Mapping {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		throw new Failure(`--mapping: it is not JSON (${safe(error instanceof Error ? error.message : '')}).`);
	}
	const result = v.safeParse(MAPPING, data);
	if (!result.success) {
		const [issue] = result.issues;
		const place = v.getDotPath(issue);
		throw new Failure(
			`--mapping: ${place ? `${safe(place)}: ` : ''}${safe(issue.message)}.`,
			'--show-mapping writes one that is right.'
		);
	}
	// Keys that the file has, with values that are there.
	return { ...guessed, ...(result.output as Partial<Mapping>) };
}
