import { SYNCED_TABLES, type Cursors, type SyncAnswer } from '../domain/entries/synced';
import type { Identity, PersonDatabase } from './database';
import { identityOn, isLeft, rowsOf, type Phone } from './phone';

export type Synced = 'synced' | 'no-signal' | 'signed-out' | 'nobody';

/**
 * Brings this phone up to date, part by part: what has come stays, and the next time goes on from there.
 * One tab at a time, so that an older answer never lands on a newer one.
 */
export function sync(phone: Phone): Promise<Synced> {
	return phone.lock('corner-sync', async () => {
		const me = await identityOn(phone);
		if (!me) return 'nobody';
		const settled = await acknowledgedOf(phone, me);
		const rows = rowsOf(me.person.id);
		for (let more = true; more;) {
			const answer = await ask(phone, await cursorsOf(rows));
			if (typeof answer === 'string') return answer;
			// Someone may have left, or another come, while the answer was on its way.
			if (!(await isHere(phone, me))) return 'nobody';
			try {
				await keep(rows, answer);
			} catch (error) {
				// Rows that were let go of while they were being written are no fault.
				if (!(await isHere(phone, me))) return 'nobody';
				throw error;
			}
			await phone.kept.kept.bulkPut([
				{ name: 'ahead', value: answer.now - phone.clock() },
				{ name: 'heard', value: answer.now }
			]);
			more = answer.more ?? false;
		}
		await phone.kept.outbox.bulkDelete(settled);
		return 'synced';
	});
}

/** Whether this phone has read everything up to where the spaces stand, and keeps none that is out of reach. */
export async function hasRead(phone: Phone, spaces: Cursors): Promise<boolean> {
	const me = await identityOn(phone);
	if (!me) return false;
	try {
		const read = await cursorsOf(rowsOf(me.person.id));
		const ids = new Set([...Object.keys(read), ...Object.keys(spaces)]);
		return [...ids].every((id) => read[id] === spaces[id]);
	} catch (error) {
		// Rows that were let go of while they were being read are no fault.
		if (!isLeft(me.person.id)) throw error;
		return false;
	}
}

async function isHere(phone: Phone, me: Identity): Promise<boolean> {
	return (await identityOn(phone))?.person.id === me.person.id;
}

/** Entries that the server had answered for before this sync began: their rows are in its answer. */
async function acknowledgedOf(phone: Phone, me: Identity): Promise<number[]> {
	const mine = await phone.kept.outbox.where({ person: me.person.id }).toArray();
	return mine.filter((entry) => entry.state === 'acknowledged').map((entry) => entry.order);
}

async function cursorsOf(rows: PersonDatabase): Promise<Cursors> {
	const cursors = await rows.cursors.toArray();
	return Object.fromEntries(cursors.map(({ spaceId, revision }) => [spaceId, revision]));
}

async function ask(phone: Phone, cursors: Cursors): Promise<SyncAnswer | Synced> {
	try {
		const since = encodeURIComponent(JSON.stringify(cursors));
		const response = await phone.fetch(`/api/sync?paged&since=${since}`);
		if (response.status === 401) return 'signed-out';
		return response.ok ? ((await response.json()) as SyncAnswer) : 'no-signal';
	} catch {
		return 'no-signal';
	}
}

async function keep(rows: PersonDatabase, answer: SyncAnswer): Promise<void> {
	await rows.transaction('rw', rows.tables, async () => {
		for (const table of SYNCED_TABLES) {
			if (answer.gone.length > 0) await rows.table(table).where('spaceId').anyOf(answer.gone).delete();
			const changed = answer.rows[table];
			if (changed) await rows.table(table).bulkPut(changed);
		}
		await rows.cursors.bulkDelete(answer.gone);
		const cursors = Object.entries(answer.spaces).map(([spaceId, revision]) => ({ spaceId, revision }));
		await rows.cursors.bulkPut(cursors);
	});
}
