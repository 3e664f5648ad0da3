import * as v from 'valibot';
import { Id } from '../entries/entry';

/** Phones clear as many at once as they show; more go in a second entry. */
export const MOST_SEEN_AT_ONCE = 200;

/**
 * What somebody was told of and has looked at, on any of their devices. There is nothing to refuse: what is not theirs
 * or not there any more is passed over.
 */
export const NoticesSeenBody = v.object({
	ids: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MOST_SEEN_AT_ONCE))
});
export type NoticesSeenBody = v.InferOutput<typeof NoticesSeenBody>;
