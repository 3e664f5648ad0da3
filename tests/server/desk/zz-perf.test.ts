import { Session } from 'node:inspector/promises';
import { expect, test } from 'vitest';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { pairings, people, agreements } from '../../../src/lib/server/database/schema';
import { pairingRows } from '../../../src/lib/server/desk/pairing-rows';
import { withWaits, waitOf } from '../../../src/lib/server/desk/promised';
import { notJoined } from '../../../src/lib/server/desk/people';
import { withoutMeeting } from '../../../src/lib/server/desk/meetings';
import { notEnded } from '../../../src/lib/server/pairings/running';

import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { pairingList } from '../../../src/lib/server/desk/pairings';
import { peopleList } from '../../../src/lib/server/desk/people';
import { sees } from '../../../src/lib/server/desk/scope';
import { today } from '../../../src/lib/server/desk/today';
import { pair } from '../../../src/lib/server/pairings/pair';
import { writeSeries } from '../../../src/lib/server/pairings/series';
import { addMembership, createPerson } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import { asked, openDesk, RIVERSIDE, say, at } from './desk';

test('perf', async () => {
	const { house, clock, nadia } = await openDesk();
	const ids: string[][] = [];
	await change(house, null, async (making) => {
		const mentors: string[] = [];
		for (let i = 0; i < 100; i++) { const m = await createPerson(making, { firstName: `Mentor${i}`, codeName: `m ${i}` }); await addMembership(making, { programmeId: RIVERSIDE, personId: m, role: 'mentor' }); mentors.push(m); }
		for (let i = 0; i < 200; i++) {
			const y = await createPerson(making, { firstName: `Young${i}`, codeName: `y ${i}` });
			await addMembership(making, { programmeId: RIVERSIDE, personId: y, role: 'young' });
			const p = await pair(making, asked(y, mentors[i % 100]!));
			await writeSeries(making, p, { startsOn: '2026-11-26', time: '16:30', minutes: 60, everyWeeks: 1, place: 'x', until: null });
			ids.push([y, p]);
		}
	});
	clock.now = at('16:00');
	for (let i = 0; i < 40; i++) await say(house, ids[i * 5]![0]!, ids[i * 5]![1]!, 'hello');
	clock.now = at('20:30');
	const measure = async (name: string, work: () => Promise<unknown>) => {
		for (let i = 0; i < 100; i++) await work();
		const session = new Session(); session.connect();
		await session.post('Profiler.enable'); await session.post('Profiler.setSamplingInterval', { interval: 200 }); await session.post('Profiler.start');
		const a = process.cpuUsage();
		for (let i = 0; i < 300; i++) await work();
		const b = process.cpuUsage(a);
		const { profile } = await session.post('Profiler.stop') as any; session.disconnect();
		console.log(name, Math.round((b.user + b.system) / 300), 'µs');
		if (!['programmes','today','pairings','withWaits'].includes(name)) return;
		const self = new Map<string, number>(); let total = 0;
		const byId = new Map(profile.nodes.map((n: any) => [n.id, n]));
		profile.samples.forEach((id: number, i: number) => { const n: any = byId.get(id); const k = `${n.callFrame.functionName}@${n.callFrame.url.split('/').slice(-2).join('/')}:${n.callFrame.lineNumber}`; self.set(k, (self.get(k) ?? 0) + profile.timeDeltas[i]); total += profile.timeDeltas[i]; });
		console.log([...self].sort((x, y) => y[1] - x[1]).slice(0, 14).map(([k, v]) => `   ${(100 * v / total).toFixed(1)}% ${k} µs`).join('\n'));
	};
	const [agreement] = (await house.store.read.select().from(agreements).limit(1)) as any;
	const programmes = await deskProgrammes(house, sees(nadia));
	await measure('programmes', () => deskProgrammes(house, sees(nadia)));
	await measure('today', () => today(house, programmes));
	const rows = await pairingRows(house, and(inArray(pairings.programmeId, [RIVERSIDE]), notEnded(), isNotNull(pairings.waitingSince)));
	await measure('bare', async () => house.store.read.select({ id: people.id }).from(people).where(eq(people.id, 'x')));
	await measure('waiting rows', () => pairingRows(house, and(inArray(pairings.programmeId, [RIVERSIDE]), notEnded(), isNotNull(pairings.waitingSince))));
	await measure('withWaits', () => withWaits(house, [RIVERSIDE], rows));
	await measure('notJoined', () => notJoined(house, [RIVERSIDE]));
	await measure('withoutMeeting', () => withoutMeeting(house, [RIVERSIDE]));
	await measure('hearBy x40', async () => { for (const r of rows) waitOf(r.waitingSince, [agreement], clock.now); });
	await measure('pairings', () => pairingList(house, sees(nadia), { name: '', page: 1, ended: false }));
	await measure('people', () => peopleList(house, sees(nadia), { name: '', page: 1 }));
	expect((await today(house, programmes)).late).toHaveLength(40);
}, 120000);
