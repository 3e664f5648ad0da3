import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { v7 as uuid } from 'uuid';
import { dayOf } from '$lib/domain/clock/zones';
import { Id } from '$lib/domain/entries/entry';
import { plannedEnd } from '$lib/domain/pairings/path';
import { limitsOf } from '$lib/domain/pairings/terms';
import { whoCanBePaired } from '$lib/server/desk/pairable';
import { pairUp } from '$lib/server/desk/pair-up';
import { deskProgrammes } from '$lib/server/desk/programmes';
import { planAtDesk } from '$lib/server/desk/plans';
import { runs } from '$lib/server/desk/scope';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { PlannedEnd } from '../../ends';
import { back, typedIn, unlessRefused, wrongIn } from '../../forms';
import { readHours, rowsOf } from '../../hours';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const programmes = await deskProgrammes(house(), runs(who));
	const asked = event.url.searchParams.get('programme');
	const programme = asked ? programmes.find(({ id }) => id === asked) : programmes[0];
	if (!programme) notThere();
	const { hours, answerWithinMinutes } = limitsOf(programme).begins;
	const today = dayOf(house().now(), programme.zone);
	const { plan } = await planAtDesk(house(), who, programme.id);
	return {
		programmes: programmes.map(({ id, name }) => ({ id, name })),
		programmeId: programme.id,
		today,
		/** As the programme’s plan has it. */
		endsOn: plannedEnd(plan, today) ?? '',
		/** Sent back with the form: sending it twice makes one pairing. */
		pairingId: uuid(),
		wanted: event.url.searchParams.get('young') ?? '',
		usual: { rows: rowsOf(hours), answerWithinMinutes },
		...(await whoCanBePaired(house(), programme.id))
	};
};

const Asked = v.object({ id: Id, programmeId: Id, youngId: Id, mentorId: Id, endsOn: v.string() });

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const asked = v.safeParse(Asked, { endsOn: '', ...typed });
		const [programme] = asked.success ? await deskProgrammes(house(), [asked.output.programmeId]) : [];
		const ends = v.safeParse(PlannedEnd(dayOf(house().now(), programme?.zone ?? 'UTC')), typed.endsOn ?? '');
		const read = readHours(typed);
		if (!asked.success || !ends.success || 'wrong' in read) {
			const wrong = asked.success ? [] : wrongIn(asked.issues);
			const hours = 'wrong' in read ? read.wrong : [];
			return back('pair', typed, [...wrong, ...(ends.success ? [] : ['endsOn']), ...hours]);
		}
		const pairing = { ...asked.output, endsOn: ends.output, ...read.hours };
		const paired = await unlessRefused('pair', typed, () => pairUp(house(), who, pairing));
		if (paired.failed) return paired.failed;
		redirect(303, `/coordinator/pairings/${paired.done}?done=paired`);
	}
};
