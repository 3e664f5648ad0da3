import { addDays, DAY, dayOf, HOUR, instantAt, weekdayOf, type Instant } from '$lib/domain/clock/zones';
import { ASH, PROGRAMME, SAM } from './cast';
import type { Told } from './history';

/** The series of a pairing of the demo. */
export const seriesOf = (pairingId: string) => `${pairingId}-series`;

const THURSDAY = 4;

/** What Ash and Sam said of their Thursdays: how the last one went, ideas, and one that is moved to the Friday. */
export function meetingsOf(pairingId: string, now: Instant): Told[] {
	const today = dayOf(now, PROGRAMME.zone);
	const next = addDays(today, (THURSDAY - weekdayOf(today) + 7) % 7);
	const [last, after] = [addDays(next, -7), addDays(next, 7)];
	const at = (day: string, time: string) => instantAt(day, time, PROGRAMME.zone);
	const about = (day: string) => ({
		pairingId,
		seriesId: seriesOf(pairingId),
		day,
		starts: at(day, '16:30')
	});
	const friday = { day: addDays(after, 1), time: '16:30' };
	return [
		{
			...{ by: SAM.id, at: at(last, '19:10'), id: 'demo-meeting-told', kind: 'meeting-happened' },
			body: {
				...{ ...about(last), happened: true, minutes: 90, missedBy: null },
				note: 'You stayed till the end, even when it got loud. That took something.'
			}
		},
		{
			...{ by: ASH.id, at: now - 30 * HOUR, id: 'demo-meeting-idea-1', kind: 'meeting-idea' },
			body: { pairingId, words: 'film night and i pick' }
		},
		{
			...{ by: SAM.id, at: now - 29 * HOUR, id: 'demo-meeting-idea-2', kind: 'meeting-idea' },
			body: { pairingId, words: 'Cook something together? I’ll bring the onions.' }
		},
		{
			...{ by: SAM.id, at: now - DAY - HOUR, id: 'demo-meeting-move', kind: 'meeting-move' },
			body: {
				...{ ...about(after), scope: 'this', times: [friday], minutes: 90, place: 'Riverside café' },
				...{ note: 'I’m on a course that Thursday.', calledOff: false }
			}
		},
		{
			...{ by: ASH.id, at: now - DAY, id: 'demo-meeting-answer', kind: 'move-answer' },
			body: { ...about(after), moveId: 'demo-meeting-move', says: 'take', taken: friday }
		}
	];
}
