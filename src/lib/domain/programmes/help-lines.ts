import { daysBetween, type Day, type Instant } from '../clock/zones';
import type { ReadingWindow } from '../pairings/agreement';
import { isReading } from '../pairings/reading-hours';

/** Someone outside the programme who helps, and how to reach them. Names and numbers are data, never translated. */
export interface HelpLine {
	id: string;
	name: string;
	/** One short plain sentence: who they are, or what to say. */
	what: string;
	/** The number to ring, as printed. */
	call?: string;
	/** The number to text, and the word that must open the first text. */
	text?: { to: string; body?: string };
	link?: string;
	/** In UK time. An empty list says that the hours are not confirmed: the line is shown, but never as awake. */
	hours: 'always' | ReadingWindow[];
	/** They help people younger than this. */
	forUnder?: number;
	/** The day on which someone of the programme last compared this with what the line itself publishes; null if nobody has. */
	verifiedOn: Day | null;
}

/** Numbers change: after this many days someone should look again. */
export const VERIFY_EVERY_DAYS = 90;

/** What a UK programme starts with; each programme keeps its own list, and is asked to check it first. */
export const UK_HELP_LINES: HelpLine[] = [
	{
		id: 'emergency',
		name: '999',
		what: 'If someone is in danger right now.',
		call: '999',
		hours: 'always',
		verifiedOn: null
	},
	{
		id: 'childline',
		name: 'Childline',
		what: 'Talk about anything. Free, and it does not show on the phone bill.',
		call: '0800 1111',
		link: 'https://www.childline.org.uk',
		hours: 'always',
		forUnder: 19,
		verifiedOn: null
	},
	{
		id: 'shout',
		name: 'Shout',
		what: 'Text with someone trained to listen. Free.',
		text: { to: '85258', body: 'SHOUT' },
		hours: 'always',
		verifiedOn: null
	},
	{
		id: 'nhs-111',
		name: 'NHS 111',
		what: 'If you can’t cope, choose option 2. They also help when you are ill or hurt.',
		call: '111',
		hours: 'always',
		verifiedOn: null
	},
	{
		id: 'safecall',
		name: 'SafeCall',
		what: 'If you are away from home, or thinking of leaving, or someone makes you do things.',
		call: '116 000',
		hours: [],
		forUnder: 25,
		verifiedOn: null
	},
	{
		id: 'papyrus',
		name: 'Papyrus HOPELINE247',
		what: 'If you think about ending your life.',
		call: '0800 068 4141',
		hours: [],
		verifiedOn: null
	},
	{
		id: 'samaritans',
		name: 'Samaritans',
		what: 'Someone listens, whatever it is. Free.',
		call: '116 123',
		hours: 'always',
		verifiedOn: null
	},
	{
		id: 'police',
		name: '101',
		what: 'The police, when it is not an emergency.',
		call: '101',
		hours: 'always',
		verifiedOn: null
	},
	{
		id: 'fearless',
		name: 'Fearless',
		what: 'Tell them about a crime without giving your name.',
		link: 'https://www.fearless.org',
		hours: [],
		verifiedOn: null
	}
];

/** Whether someone answers at this moment. Never claimed for a line whose hours are not confirmed. */
export function isAwake(line: HelpLine, now: Instant): boolean {
	return line.hours === 'always' || isReading({ hours: line.hours, zone: 'Europe/London' }, now);
}

/** The lines where someone answers at this moment, in the order given. */
export function awakeNow(lines: readonly HelpLine[], now: Instant): HelpLine[] {
	return lines.filter((line) => isAwake(line, now));
}

/** The lines that nobody has compared with the line itself for more than `VERIFY_EVERY_DAYS`. */
export function staleHelpLines(lines: readonly HelpLine[], today: Day): HelpLine[] {
	return lines.filter(
		({ verifiedOn }) => verifiedOn === null || daysBetween(verifiedOn, today) > VERIFY_EVERY_DAYS
	);
}

/** What a tap on *call* opens, or undefined where nobody can be rung. */
export function telAddress(line: HelpLine): string | undefined {
	return line.call && `tel:${dialled(line.call)}`;
}

/** What a tap on *text* opens, or undefined where nobody can be texted. The opening word is already written. */
export function smsAddress(line: HelpLine): string | undefined {
	if (!line.text) return undefined;
	// `?&body=` is read by both families of phone; each alone ignores one of `?` and `&`.
	const body = line.text.body ? `?&body=${encodeURIComponent(line.text.body)}` : '';
	return `sms:${dialled(line.text.to)}${body}`;
}

function dialled(printed: string): string {
	return printed.replaceAll(/[^\d+]/g, '');
}
