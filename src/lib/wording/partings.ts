import type { PartingWants } from '../domain/pairings/parting';
import { m } from './messages';

type Saying = (inputs: { name: string }) => string;

const ASKING: Record<PartingWants, () => string> = {
	someone_else: m.change_someone_else,
	pause: m.change_pause,
	go_on: m.change_go_on,
	end: m.change_end
};
const NEXT: Record<PartingWants, Saying> = {
	someone_else: m.change_someone_else_next,
	pause: m.change_pause_next,
	go_on: m.change_go_on_next,
	end: m.change_end_next
};
const DOING: Record<PartingWants, Saying> = {
	someone_else: () => m.change_do_someone_else(),
	pause: () => m.change_do_pause(),
	go_on: m.change_do_go_on,
	end: m.change_do_end
};
const ASKED: Record<PartingWants, Saying> = {
	someone_else: () => m.change_done_someone_else(),
	pause: () => m.change_done_pause(),
	go_on: m.change_done_go_on,
	end: () => m.change_done_end()
};

/** What a young person may want of a pairing, as they would say it. */
export const sayAsking = (wants: PartingWants): string => ASKING[wants]();
/** What happens once it is asked for; `name` is the mentor’s first name. */
export const sayNext = (wants: PartingWants, name: string): string => NEXT[wants]({ name });
/** What the button does. */
export const sayDoing = (wants: PartingWants, name: string): string => DOING[wants]({ name });
/** That it has been asked for. */
export const sayAsked = (wants: PartingWants, name: string): string => ASKED[wants]({ name });
