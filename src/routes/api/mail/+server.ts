import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { STAFF } from '$lib/domain/people/roles';
import { mayBeMailed } from '$lib/domain/telling/mail';
import { member, notThere, type Who } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { readAsked } from '$lib/server/people/asked';
import { askForMail, mailStands, stopMail } from '$lib/server/mail/addresses';

const unkept = { headers: { 'cache-control': 'private, no-store' } };

const Asking = v.object({ address: v.pipe(v.string(), v.maxLength(500)) });

const STATUS = {
	...{ asked: 202, confirmed: 200, off: 200 },
	...{ not_an_address: 400, later: 429, not_sent: 502 }
};

/** How it stands with nudges by e-mail for me. */
export async function GET(event) {
	const who = member(event, ...STAFF);
	adultsOnly(who);
	return json(await mailStands(house(), who.personId), unkept);
}

/** I would like them, to this address: an e-mail asks whether it is mine. */
export async function POST(event) {
	const who = member(event, ...STAFF);
	adultsOnly(who);
	const { address } = await readAsked(event.request, Asking);
	const asked = await askForMail(house(), who.personId, address);
	return json(asked, { ...unkept, status: STATUS[asked.state] });
}

/** No more of them. */
export async function DELETE(event) {
	const who = member(event, ...STAFF);
	adultsOnly(who);
	await stopMail(house(), who.personId);
	return new Response(null, { status: 204 });
}

/** Only where this server sends e-mail at all, and never for somebody who is a young person. */
function adultsOnly({ memberships }: Who): void {
	const roles = memberships.map(({ role }) => role);
	if (!house().environment.mail || !mayBeMailed(roles)) notThere();
}
