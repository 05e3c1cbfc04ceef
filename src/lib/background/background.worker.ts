/** The worker: glue only. What it does is in tasks.ts, who talks to it in client.ts. */
import { expose } from 'comlink';
import { TASKS } from '#lib/background/tasks.ts';

expose(TASKS);
