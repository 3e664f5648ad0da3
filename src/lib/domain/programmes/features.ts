import type { Feature, Plan } from './plan';

/** Whether a programme, as this plan has it, works with something. */
export const isOn = (plan: Pick<Plan, 'features'>, feature: Feature): boolean =>
	plan.features.includes(feature);
