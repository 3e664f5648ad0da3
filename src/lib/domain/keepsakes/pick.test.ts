import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { KeepsakePick } from '../endings/ending';
import { refuse, send } from '../entries/verdict';
import { afterPick, KeepsakePickBody, mayPick, pickId, type PickFacts, type Subject } from './pick';

const pairing = { id: 'pairing-one', spaceId: 'pairing:one', youngId: 'ash', mentorId: 'sam' };
const subject: Subject = { pairingId: pairing.id, spaceId: pairing.spaceId, authorId: 'sam' };
const facts: PickFacts = { pairing, side: 'young', personId: 'ash', subject };
const body: KeepsakePickBody = {
	...{ pairingId: pairing.id, thing: 'message', subjectId: 'message-one', picked: true }
};
const about = (some: Partial<Subject>) => ({ ...facts, subject: { ...subject, ...some } });

describe('who may put what into a keepsake', () => {
	test('the young person, whatever they can read of the two', () => {
		expect(mayPick(facts, body)).toEqual(send);
		expect(mayPick(about({ authorId: 'ash' }), body)).toEqual(send);
		expect(mayPick(about({ authorId: 'dee-who-stood-in' }), body)).toEqual(send);
	});

	test('nobody else, and nobody at all where there is no such pairing', () => {
		for (const side of ['mentor', 'cover'] as const)
			expect(mayPick({ ...facts, side, personId: 'sam' }, body)).toEqual(refuse('not_yours_to_do'));
		expect(mayPick({ ...facts, side: undefined }, body)).toEqual(refuse('not_found'));
		expect(mayPick({ ...facts, pairing: undefined }, body)).toEqual(refuse('not_found'));
	});

	test('not what waits in somebody else’s space, such as a held message', () => {
		expect(mayPick(about({ spaceId: 'person:sam' }), body)).toEqual(refuse('not_found'));
		expect(mayPick(about({ spaceId: 'person:ash', authorId: 'ash' }), body)).toEqual(send);
	});

	test('not what is of another pairing, or not there', () => {
		expect(mayPick(about({ pairingId: 'pairing-two' }), body)).toEqual(refuse('not_found'));
		expect(mayPick({ ...facts, subject: undefined }, body)).toEqual(refuse('not_found'));
	});

	test('a goodbye of the two, and not what the desk wrote in somebody’s place', () => {
		const goodbye = { ...body, thing: 'goodbye' as const };
		expect(mayPick(facts, goodbye)).toEqual(send);
		expect(mayPick(about({ authorId: 'nadia-of-the-desk' }), goodbye)).toEqual(refuse('not_yours_to_do'));
	});

	test('and what went away can be taken out', () => {
		expect(mayPick({ ...facts, subject: undefined }, { ...body, picked: false })).toEqual(send);
	});
});

describe('a pick', () => {
	const maker = { spaceId: 'person:ash', writtenAt: 100 };
	const before: KeepsakePick = {
		...{ id: pickId('pairing-one', 'message', 'message-one'), spaceId: 'person:ash' },
		...{ pairingId: 'pairing-one', thing: 'message', subjectId: 'message-one', at: 50, goneAt: null }
	};

	test('is made once', () => {
		expect(afterPick(undefined, maker, body)).toEqual({ ...before, at: 100 });
		expect(afterPick(before, maker, body)).toBeUndefined();
	});

	test('is taken out, and put in again', () => {
		const out = { ...before, goneAt: 100 };
		expect(afterPick(before, maker, { ...body, picked: false })).toEqual(out);
		expect(afterPick(out, { ...maker, writtenAt: 101 }, body)).toEqual({ ...before, at: 101 });
		expect(afterPick(out, maker, { ...body, picked: false })).toBeUndefined();
		expect(afterPick(undefined, maker, { ...body, picked: false })).toBeUndefined();
	});

	test('of two phones, the later word counts, whichever arrives first', () => {
		const off = { ...body, picked: false };
		expect(afterPick(before, { ...maker, writtenAt: 49 }, off)).toBeUndefined();
		expect(afterPick(before, { ...maker, writtenAt: 50 }, off)).toMatchObject({ goneAt: 50 });
		expect(afterPick({ ...before, goneAt: 100 }, { ...maker, writtenAt: 99 }, body)).toBeUndefined();
	});
});

test('ids of every shape can be read, and nothing else', () => {
	const read = (subjectId: string) => v.safeParse(KeepsakePickBody, { ...body, subjectId }).success;
	expect(read('pairing-one:winding_down:person-of-ash')).toBe(true);
	expect(read('x'.repeat(200))).toBe(true);
	expect(read('x'.repeat(201))).toBe(false);
	for (const wrong of ['', 'a b', '<b>', 'a/b', 'a\nb']) expect(read(wrong), wrong).toBe(false);
	expect(v.safeParse(KeepsakePickBody, { ...body, thing: 'check_in' }).success).toBe(false);
});
