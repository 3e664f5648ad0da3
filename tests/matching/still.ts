/** A chunk of a WebP file, padded to an even length. */
export function chunk(name: string, bytes: readonly number[]): string {
	const size = String.fromCharCode(bytes.length & 255, (bytes.length >> 8) & 255, bytes.length >> 16, 0);
	return name + size + String.fromCharCode(...bytes) + (bytes.length % 2 ? '\0' : '');
}

/** A WebP file of these bytes, as a data URL. */
export function webp(chunks: string): string {
	const length = chunks.length + 4;
	const size = String.fromCharCode(length & 255, (length >> 8) & 255, length >> 16, 0);
	return `data:image/webp;base64,${btoa(`RIFF${size}WEBP${chunks}`)}`;
}

/** A still picture of these chunks. */
export const still = (chunks: readonly string[]) => webp(chunks.join(''));

/** A still picture whose data URL has about as many characters as asked for, and never more. */
export function stillOf(characters: number): string {
	const room = Math.floor(((characters - still([chunk('VP8 ', [])]).length) * 3) / 4 / 2) * 2 - 2;
	return still([chunk('VP8 ', new Array<number>(Math.max(2, room)).fill(7))]);
}
