import { fail, redirect } from '@sveltejs/kit';
import { MINUTE } from '$lib/domain/clock/zones';
import { MOST_TYPED } from '$lib/domain/people/phrases';
import { anyone } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { markOf, signInHere } from '$lib/server/people/entering';
import { signInWithPhrase } from '$lib/server/people/sign-in';

export const actions = {
	default: async (event) => {
		anyone(event);
		const form = await event.request.formData();
		const typed = (name: string) => String(form.get(name) ?? '').slice(0, MOST_TYPED);
		const codeName = typed('code-name');
		if (!codeName.trim() || !typed('words').trim()) return fail(400, { codeName, why: 'empty' as const });
		const from = { address: event.getClientAddress(), mark: markOf(event) };
		const signedIn = await signInWithPhrase(house(), { codeName, phrase: typed('words') }, from);
		if (signedIn.is === 'wrong') return fail(400, { codeName, why: 'wrong' as const });
		if (signedIn.is === 'later') {
			const minutes = Math.max(1, Math.ceil((signedIn.from - house().now()) / MINUTE));
			return fail(429, { codeName, why: 'later' as const, minutes });
		}
		await signInHere(event, signedIn.personId);
		redirect(303, '/start');
	}
};
