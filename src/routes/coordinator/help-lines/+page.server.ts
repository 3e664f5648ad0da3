import { redirect } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/clock/zones';
import { staleHelpLines } from '$lib/domain/programmes/help-lines';
import { checkedHelpLine } from '$lib/server/desk/help-lines';
import { runs } from '$lib/server/desk/scope';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { typedIn } from '../forms';
import { programmesHere } from '../here';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const programmes = await programmesHere(event, who);
	return {
		byProgramme: programmes.map(({ id, name, zone, helpLines }) => {
			const today = dayOf(house().now(), zone);
			const stale = new Set(staleHelpLines(helpLines, today).map((line) => line.id));
			return {
				...{ id, name, today, mine: runs(who).includes(id) },
				lines: helpLines.map((line) => ({ ...line, stale: stale.has(line.id) }))
			};
		})
	};
};

export const actions = {
	checked: async (event) => {
		const who = member(event, 'coordinator');
		const { programmeId = '', lineId = '' } = await typedIn(event.request);
		await checkedHelpLine(house(), who, { programmeId, lineId });
		redirect(303, `/coordinator/help-lines#${encodeURIComponent(lineId)}`);
	}
};
