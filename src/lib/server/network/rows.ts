import type { SyncedRows } from '$lib/domain/entries/synced';
import type { SafetyLine } from '$lib/domain/safety-plans/safety-plan';
import { changed, type Behind } from '../behind';
import {
	circleMembers,
	circles,
	gatheringAnswers,
	gatherings,
	safetyPlans,
	sharedSafetyPlans,
	trustedPeople
} from '../database/schema';
import type { House } from '../house';
import { namesOf } from '../people/names';
import {
	unsealGatheringAbout,
	unsealGatheringWhom,
	unsealGatheringWhy,
	unsealGatheringWithout,
	unsealSafetyPlan,
	unsealTrustedName,
	unsealTrustedWho
} from '../sealed-rows';
import { withNews, type NewsOf, type WithNews } from '../whats-new';

type AboutNetworks = Pick<
	SyncedRows,
	| 'trustedPeople'
	| 'gatherings'
	| 'gatheringAnswers'
	| 'circles'
	| 'circleMembers'
	| 'safetyPlans'
	| 'sharedSafetyPlans'
>;

/** All that is new about networks, small groups and plans for staying safe, as phones keep it. */
export async function aboutNetworks(
	{ store: { read }, secrets }: House,
	spaces: { shared: WithNews[]; own: WithNews[]; circle: WithNews[] }
): Promise<AboutNetworks> {
	const { shared, own, circle } = spaces;
	const asked = async <Row>(
		name: NewsOf,
		from: WithNews[],
		ask: (behind: Behind[]) => PromiseLike<Row[]>
	) => {
		const behind = withNews(from, name);
		return behind.length === 0 ? [] : ask(behind);
	};
	const trusted = await asked('trustedPeople', shared, (behind) =>
		read.select().from(trustedPeople).where(changed(trustedPeople, behind))
	);
	const meets = await asked('gatherings', [...shared, ...circle], (behind) =>
		read.select().from(gatherings).where(changed(gatherings, behind))
	);
	const answers = await asked('gatheringAnswers', [...shared, ...circle], (behind) =>
		read.select().from(gatheringAnswers).where(changed(gatheringAnswers, behind))
	);
	const groups = await asked('circles', circle, (behind) =>
		read.select().from(circles).where(changed(circles, behind))
	);
	const members = await asked('circleMembers', circle, (behind) =>
		read.select().from(circleMembers).where(changed(circleMembers, behind))
	);
	const plans = await asked('safetyPlans', own, (behind) =>
		read.select().from(safetyPlans).where(changed(safetyPlans, behind))
	);
	const sharedPlans = await asked('sharedSafetyPlans', shared, (behind) =>
		read.select().from(sharedSafetyPlans).where(changed(sharedSafetyPlans, behind))
	);
	const names = await namesOf(read, [
		...groups.map(({ workerId }) => workerId),
		...members.map(({ personId }) => personId)
	]);
	const lines = ({ id, lines: sealed }: { id: string; lines: string }) =>
		JSON.parse(unsealSafetyPlan(secrets, id, sealed)) as SafetyLine[];
	return {
		trustedPeople: trusted.map(({ revision: _, ...row }) => ({
			...row,
			name: unsealTrustedName(secrets, row.id, row.name),
			who: unsealTrustedWho(secrets, row.id, row.who)
		})),
		gatherings: meets.map(({ revision: _, ...row }) => ({
			...row,
			about: unsealGatheringAbout(secrets, row.id, row.about),
			whom: JSON.parse(unsealGatheringWhom(secrets, row.id, row.whom)) as string[],
			calledOffWhy: unsealGatheringWhy(secrets, row.id, row.calledOffWhy)
		})),
		gatheringAnswers: answers.map(({ revision: _, ...row }) => ({
			...row,
			without: JSON.parse(unsealGatheringWithout(secrets, row.id, row.without)) as string[]
		})),
		circles: groups.map(({ revision: _, ...row }) => ({
			...row,
			workerName: names.get(row.workerId) ?? ''
		})),
		circleMembers: members.map(({ revision: _, ...row }) => ({
			...row,
			// Whoever has left is nobody there any more.
			firstName: row.leftAt === null ? (names.get(row.personId) ?? '') : ''
		})),
		safetyPlans: plans.map(({ revision: _, ...row }) => ({ ...row, lines: lines(row) })),
		sharedSafetyPlans: sharedPlans.map(({ revision: _, ...row }) => ({ ...row, lines: lines(row) }))
	};
}
