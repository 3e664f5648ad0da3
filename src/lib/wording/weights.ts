import type { Weight } from '../domain/wishes/answer';
import { m } from './messages';

const WEIGHT: Record<Weight, () => string> = { must: m.wish_must, like: m.wish_like, open: m.wish_open };

/** How much an answer matters, as a young person says it. */
export const sayWeight = (weight: Weight): string => WEIGHT[weight]();
