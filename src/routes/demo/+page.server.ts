import { CAST } from '$lib/cast/cast';
import { demoOnly } from '$lib/server/guard';

export const load = (event) => {
	demoOnly(event);
	return { cast: CAST.map(({ key, firstName }) => ({ key, firstName })) };
};
