import type { Feeling, Hope } from '../domain/check-ins/check-in';
import type { AnswerTap } from '../domain/messages/message';
import { m } from './messages';

const FEELING: Record<Feeling, () => string> = {
	great: m.feeling_great,
	good: m.feeling_good,
	okay: m.feeling_okay,
	rough: m.feeling_rough,
	awful: m.feeling_awful
};
const HOPE: Record<Hope, () => string> = {
	just_telling: m.hope_just_telling,
	reply: m.hope_reply,
	talk: m.hope_talk
};
const TAP: Record<AnswerTap, () => string> = {
	thank_you: m.tap_thank_you,
	well_done: m.tap_well_done,
	thinking_of_you: m.tap_thinking_of_you,
	talk_when_we_meet: m.tap_talk_when_we_meet
};

/** The word under a face. */
export const sayFeeling = (feeling: Feeling): string => FEELING[feeling]();

/** What would help, in the young person's own words. */
export const sayHope = (hope: Hope): string => HOPE[hope]();

/** A one-tap answer, as both of them read it. */
export const sayTap = (tap: AnswerTap): string => TAP[tap]();
