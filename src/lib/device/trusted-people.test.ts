import { expect, test } from 'vitest';
import { USUAL_PLAN } from '../domain/programmes/usual-plan';
import { pretendPhone } from './pretend';
import { leave } from './session';
import { dropFromMap, keepOnMap, mapOn, mapWith } from './trusted-people';

const BEA = { name: 'Bea', who: 'my aunt', ring: 1 as const };

async function phoneOfAsh() {
	const phone = pretendPhone();
	await phone.signIn('person-ash');
	return phone;
}

test('somebody on the map lies sealed on the phone, and nothing of them waits to leave', async () => {
	const phone = await phoneOfAsh();
	const key = await keepOnMap(phone, BEA);
	expect(await mapOn(phone)).toEqual([{ key, ...BEA }]);
	const [row] = await phone.kept.drafts.toArray();
	expect(new TextDecoder().decode(row?.sealed)).not.toMatch(/Bea|aunt/);
	expect(row?.id).not.toMatch(/Bea|aunt/);
	expect(await phone.kept.outbox.count()).toBe(0);
});

test('two screens that write at once lose nobody', async () => {
	const phone = await phoneOfAsh();
	await Promise.all([keepOnMap(phone, BEA), keepOnMap(phone, { ...BEA, name: 'Col' })]);
	expect((await mapOn(phone)).map(({ name }) => name).sort()).toEqual(['Bea', 'Col']);
});

test('other words stay the same person, and whoever is taken off leaves nothing behind', async () => {
	const phone = await phoneOfAsh();
	const key = await keepOnMap(phone, BEA);
	await keepOnMap(phone, { ...BEA, key, ring: 3 });
	expect(await mapOn(phone)).toEqual([{ key, ...BEA, ring: 3 }]);
	await dropFromMap(phone, key);
	expect(await phone.kept.drafts.count()).toBe(0);
});

test('after leaving nobody can open it, until its author is back', async () => {
	const phone = await phoneOfAsh();
	await keepOnMap(phone, BEA);
	await leave(phone);
	expect(await mapOn(phone)).toEqual([]);
	await phone.signIn('person-jo');
	expect(await mapOn(phone)).toEqual([]);
	await phone.signIn('person-ash');
	expect(await mapOn(phone)).toMatchObject([BEA]);
});

test('what another phone showed can be seen and taken back here, and what was taken back is not shown', () => {
	const row = { spaceId: 's', pairingId: 'pairing-one', at: 1, goneAt: null };
	const people = [
		{ ...row, id: 'pairing-one:key-here', name: 'Bea', who: '', ring: 1 as const },
		{ ...row, id: 'pairing-one:key-elsewhere', name: 'Col', who: '', ring: 2 as const },
		{ ...row, id: 'pairing-one:key-gone', name: '', who: '', ring: 2 as const, goneAt: 2 }
	];
	const pairing = { id: 'pairing-one', spaceId: 's', state: 'active' as const };
	const facts = { pairing, side: 'young' as const, plan: USUAL_PLAN, people };
	const map = [
		{ key: 'key-here', ...BEA },
		{ key: 'key-quiet', ...BEA }
	];
	expect(mapWith(map, facts).map(({ key, shared }) => [key, shared])).toEqual([
		['key-here', true],
		['key-quiet', false],
		['key-elsewhere', true]
	]);
	expect(mapWith(map, undefined).map(({ shared }) => shared)).toEqual([false, false]);
});
