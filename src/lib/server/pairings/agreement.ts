import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { dayOf } from '$lib/domain/clock/zones';
import { inForce, type Agreement, type HoursBody } from '$lib/domain/pairings/agreement';
import { isTheirOwn } from '$lib/domain/pairings/proposals';
import { firstTerms, limitsOf, type Terms } from '$lib/domain/pairings/terms';
import { inOrder, nextVersion, overBy } from '$lib/domain/pairings/versions';
import { programmes } from '../database/schema';
import { Refused } from '../refused';
import type { Change } from '../spaces';
import { tellOfVersions } from '../telling/agreements';
import { agreementsOf } from './facts';
import { keepVersions } from './propose';
import { running } from './running';

interface Where {
	id: string;
	spaceId: string;
	programmeId: string;
}

/** Writes the version that a new pairing begins with: these hours, and what its programme begins with. */
export async function firstHours(change: Change, pairing: Where, hours: HoursBody): Promise<void> {
	const terms = await beginsWith(change, pairing.programmeId);
	await keepVersions(change, pairing.spaceId, { agreements: [] }, [
		startingVersion(change, pairing, hours, { terms, version: 1 })
	]);
}

/**
 * Writes new hours for a pairing, in force from now; the earlier versions stay. The same hours again change nothing.
 * @returns the version in force
 * @throws Refused when the pairing has ended, or the two have agreed on hours themselves
 */
export async function writeHours(change: Change, pairingId: string, asked: HoursBody): Promise<number> {
	const pairing = await running(change.tx, pairingId);
	const agreements = await agreementsOf(change.tx, pairingId);
	const before = inForce(agreements, change.now);
	if (before && isTheirOwn(before)) throw new Refused('agreed_by_both');
	if (before && told(before) === told(asked)) return before.version;
	const terms = before?.terms ?? (await beginsWith(change, pairing.programmeId));
	const version = nextVersion(agreements);
	const changed = [
		...overBy(agreements, change.now),
		startingVersion(change, pairing, asked, { terms, version })
	];
	await keepVersions(change, pairing.spaceId, { agreements }, changed);
	await tellOfVersions(change, pairing, agreements, changed);
	return version;
}

/** What a programme begins with is agreed by nobody, and counts until the two have agreed something. */
function startingVersion(
	change: Change,
	{ id: pairingId }: Where,
	{ zone, hours, answerWithinMinutes }: HoursBody,
	{ terms, version }: { terms: Terms; version: number }
): Agreement {
	return {
		...{ id: uuid(), pairingId, version, zone, hours: inOrder(hours), answerWithinMinutes, terms },
		...{ from: change.now, proposedBy: null, proposedAt: change.now },
		...{ youngYesAt: null, mentorYesAt: null, closedAt: null, closedWhy: null }
	};
}

async function beginsWith({ tx, now }: Change, programmeId: string): Promise<Terms> {
	const [programme] = await tx.select().from(programmes).where(eq(programmes.id, programmeId));
	if (!programme) throw new Error('A pairing is in no programme.');
	return firstTerms(limitsOf(programme), dayOf(now, programme.zone));
}

const told = ({ zone, hours, answerWithinMinutes }: HoursBody) =>
	JSON.stringify([zone, inOrder(hours), answerWithinMinutes]);
