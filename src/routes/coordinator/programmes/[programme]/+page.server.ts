import { modelOf } from '$lib/domain/programmes/models';
import { isUsual, planAtDesk } from '$lib/server/desk/plans';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, plan, ...versions } = await planAtDesk(house(), who, event.params.programme);
	const model = modelOf(plan.model);
	return {
		...{ programme, plan, ...versions },
		usual: isUsual(plan),
		model: model ? { name: model.name, sources: model.sources, ours: model.ours } : null,
		now: house().now(),
		done: event.url.searchParams.get('done')
	};
};
