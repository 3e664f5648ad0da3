import { MOST_PHOTO_CHARACTERS } from '../domain/mentors/card';
import { withoutMetadata } from '../domain/mentors/picture';

/** The side of a card's picture, in pixels. */
const SIDE = 320;
/** Tried in turn, until it is small enough. */
const QUALITIES = [0.82, 0.7, 0.55, 0.4];

/** Why a photo could not be taken: it is no picture that this phone can open, or it cannot be made small enough here. */
export type PhotoProblem = 'unreadable' | 'cannot';

/**
 * A photo as it may leave this phone: its middle, drawn afresh and small, so that nothing goes with it that was in
 * the file beside the picture (where it was taken, when, by which camera).
 * @returns a data URL of WebP, or why there is none
 */
export async function smallPhoto(file: Blob): Promise<{ photo: string } | { problem: PhotoProblem }> {
	const canvas = await drawn(file).catch(() => undefined);
	if (!canvas) return { problem: 'unreadable' };
	for (const quality of QUALITIES) {
		const url = canvas.toDataURL('image/webp', quality);
		const photo = withoutMetadata(url);
		// Some browsers cannot write WebP and give something else instead.
		if (photo === undefined) return { problem: 'cannot' };
		if (photo.length <= MOST_PHOTO_CHARACTERS) return { photo };
	}
	return { problem: 'cannot' };
}

/** The square in the middle, turned the right way up. */
async function drawn(file: Blob): Promise<HTMLCanvasElement | undefined> {
	const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
	const from = Math.min(picture.width, picture.height);
	const side = Math.min(SIDE, from);
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = side;
	const pen = canvas.getContext('2d');
	pen?.drawImage(
		picture,
		...([(picture.width - from) / 2, (picture.height - from) / 2, from, from] as const),
		...([0, 0, side, side] as const)
	);
	picture.close();
	return pen ? canvas : undefined;
}
