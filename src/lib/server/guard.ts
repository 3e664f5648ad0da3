import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Role } from '$lib/domain/people/roles';
import { house } from './house';

/** Who is asking: read afresh from the session at every request, so a role taken away is gone at once. */
export interface Who {
	personId: string;
	firstName: string;
	sessionId: string;
	memberships: { programmeId: string; role: Role }[];
}

/** The programmes in which someone holds one of `roles`. */
export function programmesAs(who: Who, roles: readonly Role[]): string[] {
	return [...new Set(who.memberships.filter((m) => roles.includes(m.role)).map((m) => m.programmeId))];
}

/** An open door, said out loud: anyone may knock. */
export function anyone(event: RequestEvent): Who | null {
	return event.locals.who;
}

/**
 * A door for people who are signed in.
 * @throws 401 for a program that asks, a way to sign in for a person who opens a page
 */
export function signedIn(event: RequestEvent): Who {
	if (event.locals.who) return event.locals.who;
	if (event.url.pathname.startsWith('/api/')) error(401, { message: 'sign_in_first' });
	redirect(303, '/sign-in');
}

/**
 * A door for people who hold one of `roles` somewhere. Anybody else finds nothing there.
 * @throws as `signedIn`, and 404
 */
export function member(event: RequestEvent, ...roles: Role[]): Who {
	const who = signedIn(event);
	if (programmesAs(who, roles).length === 0) notThere();
	return who;
}

/** A door that exists only in the demo. */
export function demoOnly(event: RequestEvent): Who | null {
	if (!house().environment.demo) notThere();
	return event.locals.who;
}

/** Not yours and not there are the same answer. */
export function notThere(): never {
	error(404, { message: 'not_there' });
}
