import { createHmac } from 'node:crypto';
import type { Secrets } from '../secrets';
import { same } from './tokens';

/*
 * Words that we made and showed to someone, who brings them back with their choice. The seal says that they are ours
 * and for that slip, so nobody sets a phrase of their own making, and nothing is kept until they have chosen.
 */
type Keys = Pick<Secrets, 'tokens'>;
export type OfferKind = 'phrase' | 'code-name';

const sealOf = ({ tokens }: Keys, kind: OfferKind, invitationId: string, words: string) =>
	createHmac('sha256', tokens)
		.update(JSON.stringify(['offer', kind, invitationId, words]))
		.digest('base64url');

/** Words to show, with their seal behind a dot. */
export const offer = (keys: Keys, kind: OfferKind, invitationId: string, words: string) =>
	`${words}.${sealOf(keys, kind, invitationId, words)}`;

/** The words of an offer that we made for this invitation, otherwise undefined. */
export function readOffer(
	keys: Keys,
	kind: OfferKind,
	invitationId: string,
	offered: unknown
): string | undefined {
	if (typeof offered !== 'string' || offered.length > 200) return undefined;
	const [words, seal, ...more] = offered.split('.');
	if (!words || !seal || more.length > 0) return undefined;
	return same(seal, sealOf(keys, kind, invitationId, words)) ? words : undefined;
}
