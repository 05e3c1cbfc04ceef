/**
 * Plain Cytoscape given the whole graph: what a page without a scene of its own would do. Positions are given,
 * styles come from classes, shapes, lines and labels are much like ours, labels too small to read are left out.
 */
import { copyFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The types that our legend calls Talks. */
export const TALKS = ['meets', 'negotiates_with', 'agrees_with', 'tells'];

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><title>Plain Cytoscape</title>
<style>html, body, #graph { height: 100%; margin: 0 } label { position: fixed; z-index: 1 }</style>
<div id="graph"></div>
<label><input type="checkbox" checked> Talks</label>
<script src="cytoscape.min.js"></script>
</html>
`;

/** Writes the page into a folder to be served. */
export async function writePeerPage(folder) {
	const require = createRequire(import.meta.url);
	await copyFile(require.resolve('cytoscape/dist/cytoscape.min.js'), join(folder, 'cytoscape.min.js'));
	await writeFile(join(folder, 'index.html'), PAGE);
}

/** Draws a document's text. @returns milliseconds to the first picture, the text being in memory already */
export async function drawPeer(page, file) {
	await page.evaluate(async (file) => {
		globalThis.text = await (await fetch(file)).text();
	}, file);
	return page.evaluate(drawInPage, TALKS);
}

/** Runs in the page. */
async function drawInPage(talks) {
	const shapes = {
		person: 'ellipse',
		state: 'hexagon',
		government: 'rectangle',
		military: 'rhomboid',
		'armed-group': 'diamond',
		party: 'pentagon',
		organisation: 'round-rectangle'
	};
	const colors = { North: '#4269d0', South: '#efb118', East: '#ff725c', West: '#6cc5b0', Islands: '#a463f2' };
	const arrows = { commands: 'diamond', backs: 'circle', meets: 'vee', tells: 'vee', attacks: 'triangle' };
	const dashes = { commands: [1, 0], backs: [14, 4], meets: [2, 4], tells: [2, 4], attacks: [7, 3] };
	const style = [
		{
			selector: 'node',
			style: {
				width: 40,
				height: 40,
				'border-width': 1.5,
				label: 'data(name)',
				'font-size': 13,
				'min-zoomed-font-size': 9,
				'text-valign': 'bottom',
				'text-outline-width': 3,
				'text-outline-color': '#fff'
			}
		},
		{
			selector: 'edge',
			style: { width: 2, 'curve-style': 'bezier', 'target-arrow-shape': 'vee', 'line-style': 'dashed' }
		},
		...Object.entries(shapes).map(([kind, shape]) => ({ selector: `.${kind}`, style: { shape } })),
		...Object.entries(colors).map(([side, color]) => ({
			selector: `.${side}`,
			style: { 'background-color': color }
		})),
		...Object.entries(arrows).map(([type, arrow]) => ({
			selector: `.${type}`,
			style: { 'target-arrow-shape': arrow, 'line-dash-pattern': dashes[type] }
		})),
		{ selector: '.hidden', style: { display: 'none' } },
		{ selector: '.back', style: { opacity: 0.14 } },
		{ selector: '.chosen', style: { 'border-width': 4 } }
	];
	await stopwatch.rest();
	const start = performance.now();
	const { actors, relations, positions } = JSON.parse(globalThis.text);
	const graph = cytoscape({
		container: document.getElementById('graph'),
		style,
		layout: { name: 'preset', padding: 40 },
		elements: [
			...actors.map(({ id, name, kind, side }) => ({
				data: { id, name },
				position: { x: positions[id][0], y: positions[id][1] },
				classes: [kind, side]
			})),
			...relations.map(({ id, from, to, type }) => ({
				data: { id, source: from, target: to },
				classes: [type]
			}))
		]
	});
	const end = await stopwatch.painted();
	const filtered = graph.edges(talks.map((type) => `.${type}`).join());
	document.querySelector('input').addEventListener('change', ({ target }) => {
		graph.batch(() => filtered.toggleClass('hidden', !target.checked));
	});
	globalThis.graph = graph;
	return end - start;
}

/** Marks an actor and lets all but its neighbours step back. @returns milliseconds to the painted frame */
export function chooseInPeer(page, name) {
	return page.evaluate(
		(name) =>
			stopwatch.timed(() =>
				graph.batch(() => {
					const chosen = graph.nodes().filter((node) => node.data('name') === name);
					graph.elements().removeClass('back chosen');
					graph.elements().not(chosen.closedNeighborhood()).addClass('back');
					chosen.addClass('chosen');
				})
			),
		name
	);
}
