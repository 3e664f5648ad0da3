import { seal, unseal } from './sealing';
import type { Secrets } from './secrets';

type Keys = Pick<Secrets, 'sealing'>;

// Each kind of sealed words names its row in one place, so that what one file closes another can open.
const message = (id: string) => `message ${id}`;
const checkIn = (id: string) => `check-in ${id}`;
const look = (id: string) => `look ${id}`;

export const sealMessage = (keys: Keys, id: string, body: string) => seal(keys.sealing, message(id), body);
export const sealLine = (keys: Keys, id: string, line: string) => seal(keys.sealing, checkIn(id), line);
export const sealReason = (keys: Keys, id: string, reason: string) => seal(keys.sealing, look(id), reason);

export const unsealMessage = (keys: Keys, row: { id: string; body: string }) =>
	unseal(keys.sealing, message(row.id), row.body);
export const unsealLine = (keys: Keys, row: { id: string; line: string }) =>
	unseal(keys.sealing, checkIn(row.id), row.line);
export const unsealReason = (keys: Keys, row: { id: string; reason: string }) =>
	unseal(keys.sealing, look(row.id), row.reason);
