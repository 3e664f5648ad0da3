import { expect, test } from 'vitest';
import { KeptDraft } from './drafts';
import { pretendPhone } from './pretend';
import { leave } from './session';

const BOX = 'message pairing-one';

async function phoneOfAsh() {
	const phone = pretendPhone();
	await phone.signIn('person-ash');
	return phone;
}

test('half a message is there again after the phone was switched off', async () => {
	const phone = await phoneOfAsh();
	await new KeptDraft<string>(phone, BOX).keep('i wanted to sa');
	expect(await new KeptDraft<string>(phone, BOX).words()).toBe('i wanted to sa');
	expect(await new KeptDraft<string>(phone, 'message pairing-two').words()).toBeUndefined();
});

test('it lies sealed on the phone', async () => {
	const phone = await phoneOfAsh();
	await new KeptDraft(phone, BOX).keep({ line: 'nobody may read this' });
	const [row] = await phone.kept.drafts.toArray();
	expect(new TextDecoder().decode(row?.sealed)).not.toContain('nobody');
	expect(Object.keys(row ?? {}).sort()).toEqual(['id', 'iv', 'person', 'sealed']);
	expect(row?.id).toBe(BOX);
});

test('of what is typed fast, the newest is what stays', async () => {
	const phone = await phoneOfAsh();
	const draft = new KeptDraft<string>(phone, BOX);
	await Promise.all(['h', 'he', 'hel', 'hell', 'hello'].map((words) => draft.keep(words)));
	expect(await draft.words()).toBe('hello');
});

test('what was sent or emptied leaves nothing behind, even right after typing', async () => {
	const phone = await phoneOfAsh();
	const draft = new KeptDraft<string>(phone, BOX);
	await Promise.all([draft.keep('hi'), draft.keep(undefined)]);
	expect(await phone.kept.drafts.count()).toBe(0);
	await draft.keep('hi');
	await draft.keep(undefined);
	expect(await phone.kept.drafts.count()).toBe(0);
});

test('after leaving nobody can open it, until its author is back', async () => {
	const phone = await phoneOfAsh();
	const draft = new KeptDraft<string>(phone, BOX);
	await draft.keep('for sam only');
	await leave(phone);
	expect(await draft.words()).toBeUndefined();
	await draft.keep('typed by nobody');
	await phone.signIn('person-jo');
	expect(await draft.words()).toBeUndefined();
	await draft.keep('from jo');
	await phone.signIn('person-ash');
	expect(await draft.words()).toBe('for sam only');
});

test('a row that was tampered with is no draft, and no fault', async () => {
	const phone = await phoneOfAsh();
	const draft = new KeptDraft<string>(phone, BOX);
	await draft.keep('mine');
	await phone.kept.drafts.toCollection().modify((row) => void (row.sealed = new ArrayBuffer(32)));
	expect(await draft.words()).toBeUndefined();
});
