import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { anyone, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { freeCodeName } from '$lib/server/people/code-names';
import { signInHere } from '$lib/server/people/entering';
import { findInvitation, type Invited } from '$lib/server/people/invitations';
import { join } from '$lib/server/people/joining';
import { offer, readOffer } from '$lib/server/people/offers';
import { newPhrase } from '$lib/server/people/phrases';
import { waysIn } from '$lib/server/people/ways-in';

export const csr = false;

/** What is on the table: words that we made, each with our seal for the way back. Nothing is kept until someone joins. */
interface Table {
	step: 'pick' | 'keep';
	name: { words: string; offer: string };
	phrase: { words: string; offer: string };
	problem?: 'taken' | 'stale';
}

export async function load(event) {
	anyone(event);
	const invited = await invitedTo(event);
	return { slip: event.params.token, hasName: invited.codeName !== null, table: await fresh(invited) };
}

export const actions = {
	'other-name': async (event) => {
		anyone(event);
		const invited = await invitedTo(event);
		const { phrase } = await brought(event, invited);
		return table('pick', await newName(invited), phrase ?? newWords(invited));
	},
	'other-words': async (event) => {
		anyone(event);
		const invited = await invitedTo(event);
		const { name } = await brought(event, invited);
		return table('pick', name ?? (await newName(invited)), newWords(invited));
	},
	pick: (event) => {
		anyone(event);
		return again(event, 'pick');
	},
	keep: (event) => {
		anyone(event);
		return again(event, 'keep');
	},
	join: async (event) => {
		anyone(event);
		const invited = await invitedTo(event);
		const { name, phrase } = await brought(event, invited);
		if (!name || !phrase) return fail(400, { ...(await fresh(invited)), problem: 'stale' as const });
		const joined = await join(house(), event.params.token, { phrase: phrase.words }, name.words);
		if (joined.is === 'gone') notThere();
		if (joined.is === 'taken')
			return fail(409, { ...table('pick', await newName(invited), phrase), problem: 'taken' as const });
		await signInHere(event, joined.personId);
		redirect(303, '/start');
	}
};

type At = Pick<RequestEvent, 'request'> & { params: { token: string } };

async function invitedTo(event: At): Promise<Invited> {
	const invited = await findInvitation(house(), event.params.token);
	if (!invited) notThere();
	if (!waysIn(house().environment.demo, invited.roles, invited.hasPasskey).includes('phrase'))
		error(404, { message: 'not_this_way' });
	return invited;
}

/** The words that came back with their seals; what is missing or not ours is left out. */
async function brought(event: At, invited: Invited) {
	const form = await event.request.formData();
	const read = (kind: 'code-name' | 'phrase') => {
		const offered = form.get(kind);
		const words = readOffer(house().secrets, kind, invited.id, offered);
		return words ? { words, offer: String(offered) } : undefined;
	};
	return { name: read('code-name'), phrase: read('phrase') };
}

async function again(event: At, step: Table['step']) {
	const invited = await invitedTo(event);
	const { name, phrase } = await brought(event, invited);
	if (!name || !phrase) return fail(400, { ...(await fresh(invited)), problem: 'stale' as const });
	return table(step, name, phrase);
}

const table = (step: Table['step'], name: Table['name'], phrase: Table['phrase']): Table => ({
	step,
	name,
	phrase
});

const fresh = async (invited: Invited) => table('pick', await newName(invited), newWords(invited));

const sealed = (kind: 'code-name' | 'phrase', invited: Invited, words: string) => ({
	words,
	offer: offer(house().secrets, kind, invited.id, words)
});

const newName = async (invited: Invited) =>
	sealed('code-name', invited, invited.codeName ?? (await freeCodeName(house().store.read)));

const newWords = (invited: Invited) => sealed('phrase', invited, newPhrase());
