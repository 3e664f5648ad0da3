import { MODELS } from '$lib/domain/programmes/models';
import { anyone, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { isSetUpOpen } from '$lib/server/people/set-up';

export async function load(event) {
	anyone(event);
	if (!(await isSetUpOpen(house(), event.params.token))) notThere();
	return {
		slip: event.params.token,
		zones: Intl.supportedValuesOf('timeZone'),
		models: MODELS.map(({ id, name, about }) => ({ id, name, about }))
	};
}
