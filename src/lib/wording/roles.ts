import type { Role } from '../domain/people/roles';
import { m } from './messages';

const ROLE: Record<Role, () => string> = {
	young: m.role_young,
	mentor: m.role_mentor,
	coordinator: m.role_coordinator,
	safeguarding: m.role_safeguarding,
	group: m.role_group,
	facilitator: m.role_facilitator
};

/** What someone is in a programme, as one says it after their name. */
export const sayRole = (role: Role): string => ROLE[role]();
