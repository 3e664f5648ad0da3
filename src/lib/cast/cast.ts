import type { Role } from '$lib/domain/people/roles';

/** One named person of the demo. */
export interface Character {
	/** Stable: part of `/demo/<key>`. */
	key: string;
	id: string;
	firstName: string;
	roles: Role[];
	codeName: string;
}

/** Somebody of the demo. Their id follows from their first name. */
export const character = (key: string, firstName: string, roles: Role[], codeName: string): Character => ({
	key,
	id: `demo-person-${firstName.toLowerCase()}`,
	firstName,
	roles,
	codeName
});

export const ASH = character('young', 'Ash', ['young'], 'quiet otter');
export const REMI = character('young-new', 'Remi', ['young'], 'early robin');
export const JO = character('young-ending', 'Jo', ['young'], 'silver birch');
export const SAM = character('mentor', 'Sam', ['mentor'], 'steady oak');
export const NADIA = character('coordinator', 'Nadia', ['coordinator'], 'copper kettle');
export const TOM = character('safeguarding', 'Tom', ['safeguarding'], 'harbour light');
export const ZED = character('group', 'Zed', ['group'], 'paper kite');
export const LOU = character('facilitator', 'Lou', ['facilitator'], 'open window');

/** The people whom `/demo` lists, one a situation. */
export const CAST: readonly Character[] = [ASH, REMI, JO, SAM, NADIA, TOM, ZED, LOU];

/** People the others have something to do with, who are not played themselves. */
export const KIT = character('kit', 'Kit', ['young'], 'green lantern');
export const DEE = character('dee', 'Dee', ['mentor'], 'garden gate');
export const EXTRAS: readonly Character[] = [KIT, DEE];

export const PROGRAMME = {
	id: 'demo-riverside',
	name: 'Riverside mentoring',
	appName: 'Corner',
	zone: 'Europe/London'
} as const;
