import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import globals from 'globals';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// What makes a function of the pure folders answer differently from one run to the next.
const impure = [
	{ object: 'Math', property: 'random', message: 'Take a seeded generator as an argument.' },
	{ object: 'Date', property: 'now', message: 'Take the time as an argument.' },
	{ object: 'performance', property: 'now', message: 'Take the time as an argument.' }
];

export default defineConfig(
	includeIgnoreFile(fileURLToPath(new URL('.gitignore', import.meta.url))),
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript knows better which names exist.
			'no-undef': 'off',
			'no-eval': 'error',
			'no-implied-eval': 'error',
			'no-new-func': 'error',
			'@typescript-eslint/no-explicit-any': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
			// Here a Set or Map in state is a value: held in $state.raw, replaced, never changed in place.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		// Playwright wants a destructured argument even of a fixture that needs no other.
		files: ['tests/e2e/**'],
		rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] }
	},
	{
		files: ['src/**'],
		rules: {
			'no-console': 'error',
			'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }]
		}
	},
	{
		files: ['src/lib/{model,formats,analysis,layout,view,picture}/**'],
		rules: {
			'no-restricted-properties': ['error', ...impure],
			'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'localStorage', 'fetch'],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
					message: 'Take the time as an argument.'
				}
			]
		}
	}
);
