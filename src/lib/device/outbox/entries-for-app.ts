import type { DeviceDatabase } from '../database';
import type { Entries } from './entries';

/** Entries in the app's own hands: every screen that shows them hears of a change. */
export function entriesForApp(kept: DeviceDatabase): Entries {
	return {
		identity: async () => {
			const row = await kept.kept.get('identity');
			return row?.name === 'identity' ? row.value : undefined;
		},
		change: (person, work) =>
			kept.transaction('rw', kept.outbox, async () => {
				const { changed, result } = work(await kept.outbox.where({ person }).sortBy('order'));
				await kept.outbox.bulkPut(changed);
				return result;
			})
	};
}

/** The worker changed entries: says so to every screen that shows them. */
export async function noticeWorker(kept: DeviceDatabase): Promise<void> {
	await kept.transaction('rw', kept.outbox, async () => kept.outbox.bulkPut(await kept.outbox.toArray()));
}
