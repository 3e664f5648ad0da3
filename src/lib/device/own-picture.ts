import { MOST_PICTURE_DATA } from '../domain/keepsakes/picture';
import { withoutMetadata } from '../domain/mentors/picture';
import type { PhotoProblem } from './photo';

/** The longer side, in pixels, and how well it is drawn: tried in turn, until it is small enough. */
const TRIES: [side: number, quality: number][] = [
	[1200, 0.8],
	[1200, 0.65],
	[900, 0.65],
	[640, 0.6]
];

/**
 * A picture for a keepsake: whole, drawn afresh, so that nothing goes with it that was in the file beside it (where it
 * was taken, when, by which camera). It stays on this phone.
 * @returns a data URL of WebP or, where this browser writes none, of JPEG; or why there is none
 */
export async function ownPicture(file: Blob): Promise<{ picture: string } | { problem: PhotoProblem }> {
	const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
	if (!drawn) return { problem: 'unreadable' };
	try {
		for (const [side, quality] of TRIES) {
			const canvas = smaller(drawn, side);
			const picture = canvas && dataOf(canvas, quality);
			if (picture && picture.length <= MOST_PICTURE_DATA) return { picture };
		}
		return { problem: 'cannot' };
	} finally {
		drawn.close();
	}
}

function smaller(picture: ImageBitmap, longest: number): HTMLCanvasElement | undefined {
	const shrink = Math.min(1, longest / Math.max(picture.width, picture.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(picture.width * shrink));
	canvas.height = Math.max(1, Math.round(picture.height * shrink));
	const pen = canvas.getContext('2d');
	pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
	return pen ? canvas : undefined;
}

/** A canvas writes no metadata; of WebP we make sure. Some browsers cannot write it and take JPEG instead. */
function dataOf(canvas: HTMLCanvasElement, quality: number): string | undefined {
	return withoutMetadata(canvas.toDataURL('image/webp', quality)) ?? canvas.toDataURL('image/jpeg', quality);
}
