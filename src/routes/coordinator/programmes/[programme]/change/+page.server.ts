import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { v7 as uuid } from 'uuid';
import { Id } from '$lib/domain/entries/entry';
import { MODELS, modelOf } from '$lib/domain/programmes/models';
import { isUsual, planAtDesk, writePlan } from '$lib/server/desk/plans';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, unlessRefused, type Back } from '../../../forms';
import { arranged } from '../../rows';
import { planTyped } from '../../typed';
import { planWritten } from '../../written';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, plan } = await planAtDesk(house(), who, event.params.programme);
	const asked = event.url.searchParams.get('model');
	const model = asked === null ? null : (modelOf(asked) ?? notThere());
	const from = model?.plan ?? plan;
	return {
		...{ programme, typed: planTyped(from), shape: from.shape, model: model?.id ?? '' },
		/** A programme that nobody gave a plan can begin with a model. */
		models: isUsual(plan) ? MODELS.map(({ id, name }) => ({ id, name })) : [],
		/** Sent back with the form: sending it twice makes one version. */
		id: uuid()
	};
};

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { programme, plan } = await planAtDesk(house(), who, event.params.programme);
		const moved = arranged(typed);
		if (moved) return { form: 'arranged', typed: moved, wrong: [], why: null } satisfies Back;
		const { id, over, model } = typed;
		if (!v.is(Id, id)) notThere();
		const written = planWritten(typed, modelOf(model ?? '')?.plan ?? plan);
		if (written.wrong) return back('plan', typed, written.wrong);
		const asked = { id, plan: written.plan, over: over || null };
		const saved = await unlessRefused('plan', typed, () => writePlan(house(), who, programme.id, asked));
		if (saved.failed) return saved.failed;
		const done = saved.done === over ? 'same' : 'changed';
		redirect(303, `/coordinator/programmes/${programme.id}?done=${done}`);
	}
};
