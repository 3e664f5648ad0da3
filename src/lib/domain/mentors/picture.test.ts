import { describe, expect, it } from 'vitest';
import { chunk, still, webp } from '../../../../tests/matching/still';
import { withoutMetadata } from './picture';

const drawn = chunk('VP8 ', [1, 2, 3, 4]);
const bytesOf = (picture: string | undefined) => atob(picture?.split(',')[1] ?? '');

describe('a picture without metadata', () => {
	it('is the same when there is none', () => {
		expect(withoutMetadata(still([drawn]))).toBe(still([drawn]));
	});

	it.each([['EXIF'], ['XMP '], ['ICCP'], ['ABCD']])('has lost its %s', (name) => {
		const with_ = still([chunk('VP8X', new Array<number>(10).fill(0)), drawn, chunk(name, [9, 9, 9])]);
		expect(bytesOf(with_)).toContain(name);
		expect(bytesOf(withoutMetadata(with_))).not.toContain(name);
	});

	it('no longer says that there was any', () => {
		const says = [0b0011_1110, 0, 0, 0, 0, 0, 0, 0, 0, 0];
		const kept = bytesOf(withoutMetadata(still([chunk('VP8X', says), drawn])));
		expect(kept.charCodeAt(kept.indexOf('VP8X') + 8)).toBe(0b0001_0000);
	});

	it('keeps its see-through parts, and a chunk of odd length', () => {
		const odd = still([chunk('VP8X', new Array<number>(10).fill(0)), chunk('ALPH', [5, 6, 7]), drawn]);
		expect(withoutMetadata(odd)).toBe(odd);
	});

	it.each([
		['another kind of file', 'data:image/png;base64,iVBORw0KGgo='],
		['something that is no base64', 'data:image/webp;base64,***'],
		['a container with no picture in it', still([chunk('EXIF', [1, 2])])],
		['a picture that moves', still([chunk('VP8X', [2, 0, 0, 0, 0, 0, 0, 0, 0, 0]), chunk('ANMF', [1, 2])])],
		['a chunk that claims more than there is', webp('VP8 \xff\0\0\0ab')],
		['nothing', '']
	])('is refused for %s', (_, picture) => {
		expect(withoutMetadata(picture)).toBeUndefined();
	});
});
