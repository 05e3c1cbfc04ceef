// Who may import whom. One row per folder of src/lib, lowest first.
const mayImport = {
	model: [],
	formats: ['model'],
	analysis: ['model'],
	layout: ['model'],
	view: ['model', 'analysis'],
	picture: ['model', 'view'],
	background: ['model', 'formats', 'analysis', 'layout'],
	storage: ['model', 'formats'],
	cytoscape: ['view'],
	state: ['model', 'formats', 'analysis', 'layout', 'view', 'picture', 'background', 'storage'],
	ui: ['model', 'formats', 'analysis', 'layout', 'view', 'picture', 'cytoscape', 'state']
};

// Packages that only some folders know.
const ownedBy = {
	svelte: 'state|ui',
	'(bits-ui|@lucide/svelte)': 'ui',
	cytoscape: 'cytoscape',
	'cytoscape-fcose': 'layout',
	idb: 'storage'
};

const exceptions = {
	svelte: ['^src/(routes|viewer)/'],
	// fcose is an extension of Cytoscape and runs on a headless one.
	cytoscape: ['^src/lib/layout/fcose\\.ts$']
};

const inFolder = (names) => `^src/lib/(${names})/`;
const ours = '^(src|data|scripts|tests)/';

const folderRules = Object.entries(mayImport).map(([name, allowed]) => ({
	name: `${name} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
	severity: 'error',
	from: { path: inFolder(name) },
	to: { path: ours, pathNot: inFolder([name, ...allowed].join('|')) }
}));

const packageRules = Object.entries(ownedBy).map(([name, owners]) => ({
	name: `${name} is imported only in: ${owners}`,
	severity: 'error',
	from: { path: '^src/', pathNot: [inFolder(owners), ...(exceptions[name] ?? [])] },
	to: { path: `^node_modules/${name}/` }
}));

module.exports = {
	forbidden: [
		...folderRules,
		...packageRules,
		{
			name: 'routes may import only: ui, state, data',
			severity: 'error',
			from: { path: '^src/routes/' },
			to: { path: ours, pathNot: ['^src/routes/', inFolder('ui|state'), '^data/'] }
		},
		{
			name: 'every folder of src/lib has a row in the table',
			severity: 'error',
			from: {},
			to: { path: '^src/lib/', pathNot: inFolder(Object.keys(mayImport).join('|')) }
		},
		{
			name: 'nothing in src but the command line needs Node',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/cli/' },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'cli may import only: model, formats, analysis, layout, view, picture',
			severity: 'error',
			from: { path: '^src/cli/' },
			to: {
				path: ours,
				pathNot: [
					'^src/cli/',
					inFolder('model|formats|analysis|layout|view|picture'),
					// It is not called: its text runs in a browser's page, so that both paint alike.
					'^src/lib/ui/picture/painter\\.ts$'
				]
			}
		},
		{
			name: 'viewer may import only: formats, picture, background, state, ui',
			severity: 'error',
			from: { path: '^src/viewer/' },
			to: { path: ours, pathNot: ['^src/viewer/', inFolder('formats|picture|background|state|ui')] }
		},
		{
			name: 'nobody imports viewer',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/viewer/' },
			to: { path: '^src/viewer/' }
		},
		{
			name: 'nobody imports cli',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/cli/' },
			to: { path: '^src/cli/' }
		},
		{ name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'no orphans',
			severity: 'error',
			from: {
				orphan: true,
				path: '^src/',
				pathNot: ['^src/(routes|viewer)/', '^src/service-worker\\.ts$', '\\.d\\.ts$']
			},
			to: {}
		},
		{
			name: 'no unresolved',
			severity: 'error',
			from: {},
			// What SvelteKit makes up while it builds.
			to: { couldNotResolve: true, pathNot: ['^\\$(app|service-worker)(/|$)', '/\\$types(\\.js)?$'] }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'default', 'types'],
			extensions: ['.ts', '.js', '.svelte', '.json']
		}
	}
};
