import type { AgreementNow, Going } from '$lib/device/agreement';
import { coverNameIn } from '$lib/device/agreement';
import type { Standing } from '$lib/device/conversation';
import type { Agreement } from '$lib/domain/pairings/agreement';
import type { AgreementCard } from '$lib/domain/pairings/cards';
import type { Says } from '$lib/domain/pairings/terms';
import { sayCard, type Reader } from '$lib/wording/agreement';
import { m } from '$lib/wording/messages';
import { sayReason } from '$lib/wording/reasons';

export const readerOf = ({
	side,
	pairing
}: Pick<AgreementNow, 'side' | 'pairing'>): Reader & { name: string } => ({
	side,
	name: side === 'young' ? pairing.mentorName : pairing.youngName
});

/** What a card of any version says, proposals and drafts included. */
export function sayCardOf(
	card: AgreementCard,
	version: Says & { coverName?: string | null },
	{ pairing, today }: Pick<AgreementNow, 'pairing' | 'today'>
): string {
	return sayCard(card, version, { today, cover: coverNameIn(pairing, version as Agreement) });
}

/** What was just said, and how far it has come. */
export function sayGoing(going: Going, name: string, signal: boolean | undefined): string {
	const { standing } = going;
	if (standing.is === 'refused') return m.agreement_refused({ why: sayReason(standing.why) });
	const said = going.kind === 'proposal' ? m.agreement_said_proposal({ name }) : SAID[going.body.says]();
	return `${said} ${sayStanding(standing, signal)}.`;
}

const SAID = {
	yes: m.agreement_said_yes,
	no: m.agreement_said_no,
	withdraw: m.agreement_said_withdraw
};

function sayStanding({ is }: Standing, signal: boolean | undefined): string {
	if (is === 'kept' || is === 'sent') return m.standing_sent();
	if (is === 'sending') return m.standing_sending();
	return signal === false ? m.standing_here() : m.standing_leaves();
}
