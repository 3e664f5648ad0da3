import type { Feature, Plan } from './plan';

/** Whether a programme that goes by this plan has something switched on. Help and telling someone always are. */
export function isOn({ features }: Pick<Plan, 'features'>, feature: Feature): boolean {
	return features.includes(feature);
}
