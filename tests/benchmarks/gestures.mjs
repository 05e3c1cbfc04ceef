/** What a user does on either page, ours and plain Cytoscape's: run in the page, timed there. */

/** Unticks and ticks again a row of the legend. @returns milliseconds to the painted frame of each */
export function tickTwice(page, name) {
	return page.evaluate(async (name) => {
		const row = [...document.querySelectorAll('label')].find((label) =>
			label.textContent.trim().startsWith(name)
		);
		const box = row.querySelector('input');
		const untick = await stopwatch.timed(() => box.click());
		if (box.checked) throw new Error(`“${name}” was not unticked`);
		return { untick, retick: await stopwatch.timed(() => box.click()) };
	}, name);
}

/** Drags the ground round in a circle. @returns frames a second */
export function pan(page) {
	return page.evaluate(async () => {
		const steps = 60;
		const container = document.querySelector('.__________cytoscape_container');
		// Cytoscape hears only what happens to something inside.
		const element = container.querySelector('canvas');
		const { left, top } = element.getBoundingClientRect();
		// After a fit nothing stands in the corner, so it is the ground that is taken.
		const point = (step) => {
			const angle = (2 * Math.PI * step) / steps;
			return { clientX: left + 4 + 150 * Math.sin(angle), clientY: top + 4 + 150 * (1 - Math.cos(angle)) };
		};
		const send = (type, step) =>
			element.dispatchEvent(
				new MouseEvent(type, { bubbles: true, cancelable: true, buttons: 1, which: 1, ...point(step) })
			);
		const graph = container._cyreg.cy;
		const before = { ...graph.pan() };
		let moved = false;
		send('mousedown', 0);
		const rate = await stopwatch.rate(steps, (step) => {
			send('mousemove', step);
			moved ||= Math.abs(graph.pan().y - before.y) > 100;
		});
		send('mouseup', steps);
		if (!moved) throw new Error('the graph was not panned');
		return rate;
	});
}

/** Turns the wheel over the middle, in and out again. @returns frames a second */
export function zoom(page) {
	return page.evaluate(async () => {
		const notches = 30;
		const element = document.querySelector('.__________cytoscape_container');
		const { left, top, width, height } = element.getBoundingClientRect();
		const graph = element._cyreg.cy;
		const before = graph.zoom();
		let most = before;
		const rate = await stopwatch.rate(2 * notches, (step) => {
			element.dispatchEvent(
				new WheelEvent('wheel', {
					bubbles: true,
					cancelable: true,
					deltaY: step <= notches ? -120 : 120,
					clientX: left + width / 2,
					clientY: top + height / 2
				})
			);
			most = Math.max(most, graph.zoom());
		});
		if (most < before * 1.5) throw new Error('the graph was not zoomed');
		return rate;
	});
}
