import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs a program to its end, its output going to ours.
 * Answers its exit code; 1 when it could not be started, was killed, or took longer than `timeout` milliseconds.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, timeout?: number, shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { cwd = root, env = {}, timeout, shell = false } = {}) {
	return new Promise((done) => {
		const child = spawn(program, args, {
			cwd,
			env: { ...process.env, ...env },
			timeout,
			shell,
			stdio: 'inherit'
		});
		child.on('error', (error) => {
			console.error(`${program}: ${error.message}`);
			done(1);
		});
		child.on('exit', (code) => done(code ?? 1));
	});
}

/** Runs a script with the Node that runs us. The script is named by its path from the project's folder. */
export const node = (script, args = [], options = {}) =>
	run(process.execPath, [resolve(root, script), ...args], options);

/** Runs npm: the one that started us, if one did, else the one on the PATH. */
export function npm(args, options = {}) {
	const started = process.env.npm_execpath ?? '';
	if (/npm-cli\.c?js$/.test(started)) return run(process.execPath, [started, ...args], options);
	// On Windows npm is a .cmd file, which only a shell can start.
	return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
