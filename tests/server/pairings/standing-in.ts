import { eq } from 'drizzle-orm';
import type { Instant } from '../../../src/lib/domain/clock/zones';
import type { Outcome } from '../../../src/lib/domain/entries/entry';
import { USUALLY_NEEDED } from '../../../src/lib/domain/mentors/approvals';
import { USUAL_TERMS } from '../../../src/lib/domain/pairings/terms';
import { agreements, pairings } from '../../../src/lib/server/database/schema';
import { accept } from '../../../src/lib/server/entries/accept';
import type { House } from '../../../src/lib/server/house';
import { addApproval } from '../../../src/lib/server/mentors/review';
import { addMembership, createPerson } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import { pairedUp, RIVERSIDE } from '../pairing';

export const PAIRING = 'pairing-of-ash';
export const DEE = 'person-of-dee';
export const AWAY = 'away-of-sam';

/** Ash and Sam, who agreed that Dee, an approved mentor, stands in while Sam is away. */
export async function coverAgreed(house: House, at: Instant): Promise<void> {
	await pairedUp(house, { id: PAIRING, at });
	await change({ ...house, now: () => at }, null, async (making) => {
		await createPerson(making, { id: DEE, firstName: 'Dee' });
		await addMembership(making, { programmeId: RIVERSIDE, personId: DEE, role: 'mentor' });
		for (const kind of USUALLY_NEEDED)
			await addApproval(making, {
				...{ programmeId: RIVERSIDE, mentorId: DEE },
				...{ kind, from: '2026-01-01', until: '2027-12-31' }
			});
		await making.tx
			.update(agreements)
			.set({ terms: { ...USUAL_TERMS, coverId: DEE } })
			.where(eq(agreements.pairingId, PAIRING));
		await making.tx.update(pairings).set({ coverOfferId: DEE }).where(eq(pairings.id, PAIRING));
	});
}

let written = 0;

/** Posts one entry, as a phone does. @returns what became of it: "sent", or the reason why not */
export async function post(
	house: House,
	personId: string,
	kind: string,
	body: object,
	id?: string
): Promise<string> {
	const entry = {
		id: id ?? `entry-${String(++written).padStart(6, '0')}`,
		kind,
		body,
		writtenAt: house.now()
	};
	const [outcome] = (await accept(house, personId, [entry])) as [Outcome];
	return 'why' in outcome ? `${outcome.is}: ${outcome.why}` : outcome.is;
}
