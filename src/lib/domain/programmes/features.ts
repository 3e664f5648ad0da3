import type { Feature, Plan } from './plan';

/** What is switched on where nobody chose. */
export const USUALLY_ON: readonly Feature[] = ['messages', 'check_ins'];

/**
 * Whether a programme that goes by this plan has something switched on. Help and telling someone always are.
 * @param plan undefined where a phone does not know it: then what is usual
 */
export function isOn(plan: Pick<Plan, 'features'> | undefined, feature: Feature): boolean {
	return (plan?.features ?? USUALLY_ON).includes(feature);
}
