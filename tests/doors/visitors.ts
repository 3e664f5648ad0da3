import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { ASH, CAST, DEE, PROGRAMME, SAM } from '../../src/lib/cast/cast';
import { PAIRINGS } from '../../src/lib/cast/history';
import { meetingId } from '../../src/lib/domain/meetings/meeting';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../../src/lib/domain/pairings/agreement';
import type { Role } from '../../src/lib/domain/people/roles';
import { UK_HELP_LINES } from '../../src/lib/domain/programmes/help-lines';
import {
	aways,
	introductions,
	jobs,
	mentorCards,
	partings,
	pushSubscriptions,
	series
} from '../../src/lib/server/database/schema';
import { closeHouse, openHouse, type House } from '../../src/lib/server/house';
import { cardOf } from '../../src/lib/server/mentors/keep-card';
import { pair } from '../../src/lib/server/pairings/pair';
import { addMembership, createPerson, createProgramme } from '../../src/lib/server/people/people';
import { sealPartingWhy, sealTells } from '../../src/lib/server/sealed-rows';
import { startSession } from '../../src/lib/server/sessions';
import { change, letIn, pairingSpace, personSpace } from '../../src/lib/server/spaces';
import { DAY } from '../../src/lib/domain/clock/zones';
import { Server } from '../running-server';

/** Everyone who knocks: the cast, a mentor of somebody else, and three people of another programme. */
export const VISITORS = [
	'nobody',
	'young',
	'young-new',
	'mentor',
	'other-mentor',
	/** A mentor who stands in for Ash’s just now. */
	'cover-mentor',
	'coordinator',
	'safeguarding',
	'group',
	'facilitator',
	'elsewhere-young',
	'elsewhere-mentor',
	'elsewhere-coordinator'
] as const;
export type Visitor = (typeof VISITORS)[number];

const ELSEWHERE: { visitor: Visitor; id: string; role: Role }[] = [
	{ visitor: 'elsewhere-young', id: 'hillside-yaz', role: 'young' },
	{ visitor: 'elsewhere-mentor', id: 'hillside-max', role: 'mentor' },
	{ visitor: 'elsewhere-coordinator', id: 'hillside-olga', role: 'coordinator' }
];

/** An introduction of Ash’s that is over, and a card of Sam’s, so that doors about such things have something there. */
export const OVER = 'introduction-that-is-over';
/** What Ash asked for in their pairing with Sam. */
export const PARTING = 'parting-of-ash';

/** What the server gave up that was about Ash’s pairing. */
export const DEAD = '00000000-0000-7000-8000-00000000dead';

/** Stands in for Sam, who is away, in the pairing with Ash. */
export const COVER = 'riverside-cleo';

const HILLSIDE = 'programme-hillside';

/** The built server with the demo, and a second programme beside it. */
export class Town {
	private constructor(
		readonly server: Server,
		readonly house: House
	) {}

	static async open(): Promise<Town> {
		const server = await Server.open();
		const house = await openHouse({ DATA_DIR: server.dataDir, LOG_LEVEL: 'silent' });
		await buildHillside(house);
		await introduceAsh(house);
		await standInForSam(house);
		await giveUpOnAsh(house);
		return new Town(server, house);
	}

	/** A new session of a visitor, as the cookie that a browser sends. Undefined for nobody. */
	async cookieOf(visitor: Visitor): Promise<string | undefined> {
		const id = personOf(visitor);
		return id && `session=${await startSession(this.house, id, 'a test')}`;
	}

	/** @returns the public half of a new session's id */
	async sessionOf(visitor: Visitor): Promise<string> {
		const token = await startSession(this.house, personOf(visitor) ?? '', 'another device');
		return token.split('.')[0] as string;
	}

	/** @returns where a visitor is woken on another device of theirs */
	async wokenDeviceOf(visitor: Visitor): Promise<string> {
		const sessionId = await this.sessionOf(visitor);
		const [id, personId] = [uuid(), personOf(visitor) ?? ''];
		const keys = { p256dh: 'a key', auth: 'a secret', endpoint: `https://fcm.googleapis.com/${id}` };
		await this.house.store.transaction((tx) =>
			tx.insert(pushSubscriptions).values({ id, personId, sessionId, ...keys, createdAt: this.house.now() })
		);
		return id;
	}

	/** @returns the id of the first meeting of a pairing */
	async meetingOf(pairingId: string): Promise<string> {
		const [first] = await this.house.store.read.select().from(series).where(eq(series.pairingId, pairingId));
		return first ? meetingId({ seriesId: first.id, day: first.startsOn }) : 'none';
	}

	async close(): Promise<void> {
		await closeHouse();
		await this.server.close();
	}
}

export function personOf(visitor: Visitor): string | undefined {
	if (visitor === 'other-mentor') return DEE.id;
	if (visitor === 'cover-mentor') return COVER;
	const elsewhere = ELSEWHERE.find((one) => one.visitor === visitor);
	return elsewhere?.id ?? CAST.find(({ key }) => key === visitor)?.id;
}

async function introduceAsh(house: House): Promise<void> {
	const card = {
		firstName: 'Sam',
		picture: { drawn: 'mug' },
		facts: {},
		words: { likes: '', cantStand: '', how: '', why: '' }
	};
	await change(house, null, async (making) => {
		const [mine] = [await cardOf(making.tx, PROGRAMME.id, SAM.id)];
		if (!mine)
			await making.tx.insert(mentorCards).values({
				...{ id: 'card-of-sam', spaceId: personSpace(SAM.id), programmeId: PROGRAMME.id, mentorId: SAM.id },
				...{ revision: await making.revision(personSpace(SAM.id)), state: 'sent', card, capacity: 1 },
				writtenAt: 2
			});
		const spaceId = personSpace(ASH.id);
		await making.tx.insert(introductions).values({
			...{ id: OVER, spaceId, revision: await making.revision(spaceId), programmeId: PROGRAMME.id },
			...{ youngId: ASH.id, mentorId: SAM.id, state: 'withdrawn', card, offeredAt: 1, expiresAt: 2 }
		});
		await making.tx.insert(partings).values({
			...{ id: PARTING, spaceId, revision: await making.revision(spaceId), pairingId: PAIRINGS.ashAndSam },
			...{ wants: 'someone_else', tells: sealTells(house.secrets, PARTING, '') },
			...{ why: sealPartingWhy(house.secrets, PARTING, ''), at: 1 }
		});
	});
}

async function giveUpOnAsh({ store, now }: House): Promise<void> {
	const about = { kind: 'plan', body: { pairingId: PAIRINGS.ashAndSam }, dedupe: 'given-up', runAt: 1 };
	await store.transaction((tx) =>
		tx.insert(jobs).values({ ...about, id: DEAD, createdAt: 1, deadAt: now(), lastError: 'failed' })
	);
}

async function standInForSam(house: House): Promise<void> {
	await change(house, null, async (making) => {
		await createPerson(making, { id: COVER, firstName: 'Cleo' });
		await addMembership(making, { programmeId: PROGRAMME.id, personId: COVER, role: 'mentor' });
		const spaceId = pairingSpace(PAIRINGS.ashAndSam);
		const days = { starts: making.now - DAY, ends: making.now + DAY };
		await making.tx.insert(aways).values({
			...{ id: 'away-of-sam', spaceId, revision: await making.revision(spaceId), mentorId: SAM.id },
			...{ pairingId: PAIRINGS.ashAndSam, from: '2026-01-01', until: '2026-01-02', ...days },
			...{ coverId: COVER, at: days.starts }
		});
		await letIn(making.tx, spaceId, COVER, days.starts, days.ends);
	});
}

async function buildHillside(house: House): Promise<void> {
	await change(house, null, async (making) => {
		const zone = 'Europe/London';
		await createProgramme(making, {
			id: HILLSIDE,
			name: 'Hillside',
			appName: 'Hill',
			zone,
			helpLines: UK_HELP_LINES
		});
		for (const { id, role } of ELSEWHERE) {
			await createPerson(making, { id, firstName: id });
			await addMembership(making, { programmeId: HILLSIDE, personId: id, role });
		}
		await pair(making, {
			id: 'pairing-hillside',
			programmeId: HILLSIDE,
			youngId: 'hillside-yaz',
			mentorId: 'hillside-max',
			endsOn: null,
			zone,
			hours: USUAL_HOURS,
			answerWithinMinutes: USUAL_ANSWER_MINUTES
		});
	});
}
