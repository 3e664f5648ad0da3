import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { v7 as uuid } from 'uuid';
import { Id } from '$lib/domain/entries/entry';
import { FirstProgramme } from '$lib/domain/programmes/first-programme';
import { MODELS, modelOf } from '$lib/domain/programmes/models';
import { makeProgramme } from '$lib/server/desk/make-programme';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, unlessRefused, wrongIn, type Back } from '../../forms';
import { arranged } from '../rows';
import { planTyped } from '../typed';
import { planWritten } from '../written';

export const load = (event) => {
	member(event, 'coordinator');
	const asked = event.url.searchParams.get('model');
	const model = asked === null ? null : (modelOf(asked) ?? notThere());
	return {
		models: MODELS.map(({ id, name, about, plan }) => ({
			...{ id, name, about, shape: plan.shape, stages: plan.stages.map((stage) => stage.name) }
		})),
		model: model && { id: model.id, name: model.name, shape: model.plan.shape, typed: planTyped(model.plan) },
		zones: Intl.supportedValuesOf('timeZone'),
		/** Sent back with the form: sending it twice makes one programme. */
		id: uuid()
	};
};

const Named = v.pick(FirstProgramme, ['name', 'appName', 'zone']);

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const model = modelOf(typed.model ?? '');
		if (!model || !v.is(Id, typed.id)) notThere();
		const moved = arranged(typed);
		if (moved) return { form: 'arranged', typed: moved, wrong: [], why: null } satisfies Back;
		const named = v.safeParse(Named, typed);
		const written = planWritten(typed, model.plan);
		if (!named.success || written.wrong)
			return back('plan', typed, [...(named.success ? [] : wrongIn(named.issues)), ...(written.wrong ?? [])]);
		const { id, safeguarding } = typed;
		const made = await unlessRefused('plan', typed, () =>
			makeProgramme(house(), who, {
				...{ id, ...named.output, safeguarding: safeguarding === 'on', plan: written.plan }
			})
		);
		if (made.failed) return made.failed;
		redirect(303, `/coordinator/programmes/${made.done}?done=made`);
	}
};
