/**
 * What is measured is measured inside the page, by the page's own clock, so that nothing of the harness counts.
 *
 * Painted: after the action comes the next animation frame, in which Cytoscape draws (its own callback stands
 * before ours), then a message, which the browser delivers after style, layout, paint and, where no graphics card
 * is used, the canvas's rasterising. Its limits: the wait for the next frame (0 to 17 ms) is in it, as it is for a
 * user; the compositor's own work is not. Without a graphics card it agrees with what the browser reports of real
 * clicks (Event Timing) within a frame. With one, or a program that stands in for one, drawing goes on elsewhere
 * for long after, and this would be far too short.
 *
 * Frames a second: animation frames that came while each of them moved the camera, over the time they took. The
 * browser withholds frames while it is behind, so the rate is that of the screen, but no single frame is.
 *
 * Work in one piece: the browser's own list of tasks over 50 ms (Long Tasks), without those in which it drew
 * (Long Animation Frames say when rendering began). Shorter ones are not listed.
 */

/** Puts `stopwatch` into a page. Handed to the browser as text: it may use nothing from around it. */
export function installStopwatch() {
	const message = () =>
		new Promise((done) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => done(performance.now());
			port2.postMessage(null);
		});
	const frame = () => new Promise((done) => requestAnimationFrame(done));
	const painted = () => new Promise((done) => requestAnimationFrame(() => void message().then(done)));

	/** Until everything that follows an action is over, then to a moment that stands in no step with the frames. */
	async function rest() {
		await new Promise((done) => setTimeout(done, 400));
		await new Promise((done) => requestIdleCallback(done, { timeout: 3000 }));
		await new Promise((done) => setTimeout(done, Math.random() * 17));
		// Long tasks are reported only for tasks of the page: from here on we are in one.
		await message();
	}

	/** Milliseconds from an action to its painted frame. */
	async function timed(action) {
		await rest();
		const start = performance.now();
		action();
		return (await painted()) - start;
	}

	const tasks = [];
	const frames = [];
	const watch = (type, list) =>
		new PerformanceObserver((entries) => list.push(...entries.getEntries())).observe({
			type,
			buffered: true
		});
	watch('longtask', tasks);
	watch('long-animation-frame', frames);

	const isDrawing = ({ startTime, duration }) =>
		frames.some(
			({ renderStart, ...entry }) =>
				renderStart && startTime + duration > renderStart + 1 && startTime < entry.startTime + entry.duration
		);

	/** Whether the middle of the canvas, where no panel lies, has nothing on it. */
	function isCanvasBlank() {
		const canvas = document.querySelector('canvas[data-id="layer2-node"]');
		if (!canvas?.width) return true;
		const [width, height] = [canvas.width >> 1, canvas.height >> 1];
		const { data } = canvas.getContext('2d').getImageData(width >> 1, height >> 1, width, height);
		return !new Uint32Array(data.buffer).some((pixel) => pixel !== 0);
	}

	/** When the canvas first showed a document whose receipt has these words; the page's milliseconds. */
	async function picture(words) {
		const isShown = () =>
			new RegExp(words).test(document.querySelector('[data-testid="receipt"]')?.textContent ?? '');
		await new Promise((done) => {
			const observer = new MutationObserver(() => {
				if (!isShown()) return;
				observer.disconnect();
				done();
			});
			observer.observe(document, { subtree: true, childList: true, characterData: true });
		});
		let at = await painted();
		// Looking is slow, but comes after the time was taken, unless there was nothing to see yet.
		while (isCanvasBlank()) at = await painted();
		return at;
	}

	/** Takes `step` forth a second long, 5 to 30 times, and back again, one a frame. Gives frames a second. */
	async function rate(step) {
		await rest();
		const start = await frame();
		let [end, forth] = [start, 0];
		while (forth < 5 || (forth < 30 && end - start < 1000)) {
			step(++forth, true);
			end = await frame();
		}
		for (let back = forth; back > 0; back--) {
			step(back - 1, false);
			end = await frame();
		}
		return (1000 * 2 * forth) / (end - start);
	}

	let fileChosenAt = 0;
	const click = HTMLInputElement.prototype.click;
	HTMLInputElement.prototype.click = function () {
		if (this.type === 'file') {
			this.addEventListener('change', () => (fileChosenAt = performance.now()), { capture: true });
		}
		click.call(this);
	};

	function type(query) {
		const field = document.querySelector('#search');
		field.value = query;
		field.dispatchEvent(new Event('input', { bubbles: true }));
	}

	globalThis.stopwatch = {
		type,
		painted,
		rest,
		timed,
		picture,
		rate,
		message,
		fileChosenAt: () => fileChosenAt,
		/** The longest task since `start`, drawing apart, in milliseconds; 0 if none was over 50. */
		async longestWork(start) {
			await rest();
			const work = tasks.filter((task) => task.startTime >= start && !isDrawing(task));
			return Math.max(0, ...work.map(({ duration }) => duration));
		}
	};
}
