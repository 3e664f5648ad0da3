import type { PatternRule } from '../domain/meetings/reliability';
import { m } from './messages';

const COUNTED: Record<PatternRule, (of: { count: number }) => string> = {
	one_missed: m.desk_rule_one_missed,
	two_short_notice: m.desk_rule_two_short_notice,
	three_together: m.desk_rule_three_together
};

const RULES: Record<PatternRule, () => string> = {
	one_missed: m.desk_rule_one_missed_why,
	two_short_notice: m.desk_rule_two_short_notice_why,
	three_together: m.desk_rule_three_together_why
};

/** What a mentor’s meetings raised, and from when on the rule raises it: “Missed one meeting in 90 days. …” */
export function sayPattern(rule: PatternRule, count: number): string {
	return `${COUNTED[rule]({ count })} ${RULES[rule]()}`;
}
