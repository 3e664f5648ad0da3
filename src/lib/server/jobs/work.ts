import { ENGINE } from '../database/engine';
import type { House } from '../house';
import { jobsOfHeld } from '../messages/release';
import { freeAll } from './claim';
import type { JobKind } from './enqueue';
import { JOBS } from './kinds';
import { Lane } from './lane';

/** What waits for somebody else's server, and must not keep ours waiting. */
const ELSEWHERE: readonly JobKind[] = ['push', 'mail'];
const HERE = (Object.keys(JOBS) as JobKind[]).filter((kind) => !ELSEWHERE.includes(kind));

/**
 * Begins to do what is written down in the jobs, each at its time, until it is stopped. One process does so on
 * SQLite, as many as there are on PostgreSQL.
 * @returns how to stop: waits a moment for what is under way and hands back the rest
 */
export function startJobs(house: House): () => Promise<void> {
	const lanes = [new Lane(house, HERE, 8), new Lane(house, ELSEWHERE, 16)];
	let stopped = false;
	const beginning = begin(house).then(() => {
		if (!stopped) for (const lane of lanes) lane.start();
	});
	return async () => {
		stopped = true;
		await beginning;
		await Promise.all(lanes.map((lane) => lane.stop()));
	};
}

async function begin(house: House): Promise<void> {
	try {
		// Nobody else works on a file, so whoever held something there is gone.
		if (ENGINE === 'sqlite') await freeAll(house);
		await jobsOfHeld(house);
	} catch (error) {
		house.log.error({ err: error }, 'jobs of before not taken up');
	}
}
