/**
 * Names of columns that we write beyond the roles of staged.ts, so that every format that keeps plain columns
 * keeps what is in them: the relation types of a document's own, names in other scripts, the ids of claims.
 */

/** Of the edges. `type.id` only where the type's name does not lead to it; the others for types of the document's own. */
export const TYPE_COLUMNS = ['type.id', 'type.reverse', 'type.family', 'type.nature', 'type.sign'] as const;
/** Of the edges, in rows of claims. */
export const CLAIM_ID = 'claim.id';

const NAME = 'name.';
const ATTRIBUTE_CODE = /^dramatis\.attribute\.\d+\.([^]*)$/;
const NAME_CODE = /^dramatis\.name\.\d+\.([^]*)$/;
/** BCP 47 as far as it is in use: a language, perhaps a script and a region. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;

/** Labels that come again get a column of their own each, with a number. */
function columnName(kind: 'attribute' | 'name', label: string, times: number, plain: string | null): string {
	return times === 0 && plain !== null ? plain : `dramatis.${kind}.${times + 1}.${label}`;
}

/**
 * The column of an attribute: `times` counts those of the same name before it in the record, `clear` says whether
 * nobody takes a column of that name for something else.
 */
export function attributeColumn(name: string, times: number, clear: boolean): string {
	const ours = /^(dramatis|name|type|claim)\./i.test(name);
	return columnName('attribute', name, times, name !== '' && clear && !ours ? name : null);
}

/** The attribute that a column holds: the name of the column, but for those that attributeColumn had to rename. */
export function attributeOf(column: string): string {
	return ATTRIBUTE_CODE.exec(column)?.[1] ?? column;
}

/** The column of a name in another language or script. */
export function nameColumn(language: string, times: number): string {
	return columnName('name', language, times, LANGUAGE.test(language) ? NAME + language : null);
}

/** The language of the names that a column holds; null when it holds none. */
export function languageOf(column: string): string | null {
	const code = NAME_CODE.exec(column);
	if (code) return code[1] ?? '';
	if (!column.startsWith(NAME)) return null;
	const language = column.slice(NAME.length);
	return LANGUAGE.test(language) ? language : null;
}

/** Whether a column is a renamed attribute of ours. */
export function isAttributeCode(column: string): boolean {
	return ATTRIBUTE_CODE.test(column);
}
