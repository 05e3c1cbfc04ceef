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

/** Drags the ground aslant and back. @returns frames a second */
export function pan(page) {
	return page.evaluate(async () => {
		const container = document.querySelector('.__________cytoscape_container');
		// Cytoscape hears only what happens to something inside.
		const element = container.querySelector('canvas');
		const { left, top } = container.getBoundingClientRect();
		// After a fit nothing stands in the corner, so it is the ground that is taken.
		const send = (type, step) =>
			element.dispatchEvent(
				new MouseEvent(type, {
					bubbles: true,
					cancelable: true,
					buttons: 1,
					clientX: left + 4 + 12 * step,
					clientY: top + 4 + 8 * step
				})
			);
		const graph = container._cyreg.cy;
		const before = graph.pan().x;
		let most = 0;
		// The first movement only says that a drag has begun.
		send('mousedown', 0);
		send('mousemove', 1);
		const rate = await stopwatch.rate((step) => {
			send('mousemove', step);
			most = Math.max(most, graph.pan().x - before);
		});
		send('mouseup', 0);
		if (most < 1) throw new Error('the graph was not panned');
		return rate;
	});
}

/** Turns the wheel over the middle, in and out again. @returns frames a second */
export function zoom(page) {
	return page.evaluate(async () => {
		const element = document.querySelector('.__________cytoscape_container');
		const { left, top, width, height } = element.getBoundingClientRect();
		const graph = element._cyreg.cy;
		const before = graph.zoom();
		let most = before;
		const rate = await stopwatch.rate((_, forth) => {
			element.dispatchEvent(
				new WheelEvent('wheel', {
					bubbles: true,
					cancelable: true,
					deltaY: forth ? -120 : 120,
					clientX: left + width / 2,
					clientY: top + height / 2
				})
			);
			most = Math.max(most, graph.zoom());
		});
		if (most <= before) throw new Error('the graph was not zoomed');
		return rate;
	});
}
