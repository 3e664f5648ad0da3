import type { House } from '../../src/lib/server/house';
import { claim } from '../../src/lib/server/jobs/claim';
import type { JobKind } from '../../src/lib/server/jobs/enqueue';
import { JOBS } from '../../src/lib/server/jobs/kinds';
import { doOne } from '../../src/lib/server/jobs/one';

/** Does every job that is due by the house's clock, one after another, as the server does. @returns how many */
export async function doWhatIsDue(
	house: House,
	kinds: readonly JobKind[] = Object.keys(JOBS) as JobKind[]
): Promise<number> {
	for (let done = 0; ; done++) {
		const [job] = await claim(house, kinds, 1);
		if (!job) return done;
		await doOne(house, job);
	}
}
