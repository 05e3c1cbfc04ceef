import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import report from '#data/quds-force-baghdad-2024.dramatis.json?raw';
import { readNative } from '#lib/formats/native/native.ts';
import { emptyDocument } from '#lib/model/document.ts';
import { StoryPlayer, storyPlayer, type Stage } from '#lib/state/story.svelte.ts';
import { Workspace } from '#lib/state/workspace.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
	const workspace = new Workspace();
	workspace.open(readNative(report).document);
	const camera = { x: 1, y: 2, zoom: 3 };
	const stage = { camera: () => camera, look: vi.fn(), frame: vi.fn() } satisfies Stage;
	return { workspace, camera, stage, player: new StoryPlayer(workspace) };
}

test('a step chooses its event, says it, and frames who takes part', () => {
	const { workspace, stage, player } = setUp();
	player.start(stage);
	expect(player.index).toBe(0);
	expect([...workspace.selection.events]).toEqual([player.step!.event.id]);
	expect(stage.frame).toHaveBeenLastCalledWith(new Set(player.step!.actors));
	expect(workspace.announcement.text).toContain(`Step 1 of ${player.story.events.length}`);
	player.previous();
	expect(player.index).toBe(0);
	for (let i = 0; i < 20; i++) player.next();
	expect(player.isLast).toBe(true);
});

test('leaving gives settings, selection and camera back, even when they were changed on the way', () => {
	const { workspace, camera, stage, player } = setUp();
	workspace.selectActor('qaani');
	workspace.selectActor('quds-force');
	workspace.walkTrail(-1);
	const { settings, selection } = workspace;
	const { walked } = workspace.trail;
	player.start(stage);
	player.next();
	workspace.set({ asOf: { first: 1, last: 1 } });
	player.start(stage);
	player.leave();
	expect(workspace.settings).toEqual(settings);
	expect(workspace.selection).toEqual(selection);
	expect(workspace.trail.walked).toEqual(walked);
	expect(workspace.trail.canGoForward).toBe(true);
	expect(stage.look).toHaveBeenLastCalledWith(camera);
	expect(player.index).toBeNull();
});

test('plays to the end and stops there; a pause holds it', () => {
	const { stage, player } = setUp();
	player.start(stage);
	player.play();
	vi.advanceTimersToNextTimer();
	expect(player.index).toBe(1);
	player.pause();
	vi.advanceTimersByTime(100_000);
	expect(player.index).toBe(1);
	player.play();
	vi.advanceTimersByTime(1_000_000);
	expect([player.isLast, player.playing]).toEqual([true, false]);
});

test('another document opened meanwhile keeps its own view', () => {
	const { workspace, stage, player } = setUp();
	player.start(stage);
	workspace.open(emptyDocument('Other'));
	const { settings } = workspace;
	player.leave();
	expect(workspace.settings).toBe(settings);
	expect(stage.look).not.toHaveBeenCalled();
	player.start(stage);
	expect(player.index).toBeNull();
});

test('a workspace has one player', () => {
	const { workspace } = setUp();
	expect(storyPlayer(workspace)).toBe(storyPlayer(workspace));
	expect(storyPlayer(new Workspace())).not.toBe(storyPlayer(workspace));
});
