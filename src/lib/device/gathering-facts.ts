import type { Instant } from '../domain/clock/zones';
import type { Circle, CircleMember } from '../domain/circles/circle';
import type { GatheringFacts, Gathered } from '../domain/network/gatherings';
import { USUAL_PLAN } from '../domain/programmes/usual-plan';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';

type Which = { pairingId?: string | undefined; circleId?: string | undefined } | { gatheringId: string };

/** What this phone knows of a meeting of several people: the same facts that the server reads before it decides. */
export async function gatheringFacts(
	rows: PersonDatabase,
	which: Which,
	now: Instant
): Promise<GatheringFacts> {
	const { personId } = rows;
	if (!('gatheringId' in which)) return { personId, ...(await placeOn(rows, which, now)) };
	const gathering = await rows.gatherings.get(which.gatheringId);
	if (!gathering) return { where: undefined, personId, zone: 'UTC' };
	const { pairingId, circleId } = gathering;
	const about = { pairingId: pairingId ?? undefined, circleId: circleId ?? undefined };
	const answer = await rows.gatheringAnswers.get(`${gathering.id}:${personId}`);
	return { personId, ...(await placeOn(rows, about, now)), gathering, answer };
}

async function placeOn(
	rows: PersonDatabase,
	{ pairingId, circleId }: { pairingId?: string | undefined; circleId?: string | undefined },
	now: Instant
): Promise<{ where: Gathered | undefined; zone: string }> {
	const zoneOf = async (id: string) => (await rows.programmes.get(id))?.zone ?? 'UTC';
	if (pairingId) {
		const { pairing, side } = await pairingFacts(rows, pairingId, now);
		if (!pairing || !side) return { where: undefined, zone: 'UTC' };
		const plan = await planOn(rows, pairing.planId);
		return { where: { is: 'pairing', pairing, side, plan }, zone: await zoneOf(pairing.programmeId) };
	}
	const circle = circleId ? await rows.circles.get(circleId) : undefined;
	if (!circle) return { where: undefined, zone: 'UTC' };
	return { where: { is: 'circle', circle }, zone: await zoneOf(circle.programmeId) };
}

/** The plan that a pairing or circle goes by, as far as this phone has it. */
export async function planOn(rows: PersonDatabase, planId: string | null | undefined) {
	return (planId ? (await rows.plans.get(planId))?.plan : undefined) ?? USUAL_PLAN;
}

/** What is known of somebody's own place in a circle. */
export async function circleFacts(
	rows: PersonDatabase,
	circleId: string
): Promise<{ circle: Circle | undefined; member: CircleMember | undefined }> {
	const [circle, member] = await Promise.all([
		rows.circles.get(circleId),
		rows.circleMembers.get(`${circleId}:${rows.personId}`)
	]);
	return { circle, member };
}

/** Whether a pairing works with people around the young person, or did and something of it stands. */
export async function hasNetwork(rows: PersonDatabase, pairingId: string): Promise<boolean> {
	const { features } = await planOn(rows, (await rows.pairings.get(pairingId))?.planId);
	const around = features.some(
		(one) => one === 'trusted_people' || one === 'network_meetings' || one === 'safety_plan'
	);
	return around || (await rows.trustedPeople.where({ pairingId }).count()) > 0;
}
