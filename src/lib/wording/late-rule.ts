import { moreMinutes, talkMinutes, type Answering } from '../domain/telling/late';
import type { Reader } from './agreement';
import { sayLength } from './lengths';
import { m } from './messages';

/** The lengths of the rule about late answers, in words, for what was agreed. */
export function lateLengths(answering: Pick<Answering, 'answerWithinMinutes'>) {
	return {
		long: sayLength(answering.answerWithinMinutes),
		more: sayLength(moreMinutes(answering)),
		half: sayLength(talkMinutes(answering))
	};
}

/** What happens if nobody answers, in short: beside what was agreed about answering. */
export function sayLateRule(answering: Pick<Answering, 'answerWithinMinutes'>, reader: Reader): string {
	const lengths = lateLengths(answering);
	if (reader.side === 'mentor') return m.late_rule_mine(lengths);
	return m.late_rule({ name: reader.side === 'desk' ? reader.mentor : reader.name, ...lengths });
}
