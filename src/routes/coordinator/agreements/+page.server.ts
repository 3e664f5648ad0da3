import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { LimitsBody, limitsWith } from '$lib/domain/pairings/limits';
import { limitsOf } from '$lib/domain/pairings/terms';
import { agreementSettings, writeAgreementSettings } from '$lib/server/desk/agreement-settings';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, wrongIn } from '../forms';
import { readHours, rowsOf } from '../hours';
import { programmeAsked, programmeTyped } from '../programme-asked';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	const { nation, calendarTitle, placeInCalendar, ...kept } = await agreementSettings(
		house(),
		who,
		programme.id
	);
	const limits = limitsOf(kept);
	return {
		...{ programme, programmes, limits, nation, calendarTitle, placeInCalendar },
		rows: rowsOf(limits.begins.hours),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { id } = await programmeTyped(event, who, typed);
		const body = v.safeParse(LimitsBody, typed);
		const read = readHours(typed);
		if (!body.success || 'wrong' in read) {
			const hours = 'wrong' in read ? read.wrong : [];
			return back('limits', typed, [...(body.success ? [] : wrongIn(body.issues)), ...hours]);
		}
		const written = limitsWith(body.output, read.hours);
		if ('wrong' in written) return back('limits', typed, ['outside', ...written.wrong]);
		const { nation, calendarTitle, placeInCalendar } = body.output;
		const { limits } = written;
		await writeAgreementSettings(house(), who, id, { limits, nation, calendarTitle, placeInCalendar });
		redirect(303, `/coordinator/agreements?programme=${id}&done=limits`);
	}
};
