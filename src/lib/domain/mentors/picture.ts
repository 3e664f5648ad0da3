/** The chunks that a still WebP picture is drawn from; every other chunk says something about who took it, or where. */
const DRAWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']);
const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
/** In the first byte of VP8X: that there is a colour profile, Exif or XMP, or that it moves. */
const SAYS_MORE = 0b0010_1110;

/**
 * A WebP picture with nothing in it but the picture: no place, no camera, no time.
 * Source: WebP Container Specification, "Extended File Format".
 * @param picture a data URL of base64
 * @returns the same, bare, or undefined when this is no still WebP picture
 */
export function withoutMetadata(picture: string): string | undefined {
	const [head, base64] = picture.split(',');
	if (head !== 'data:image/webp;base64' || !base64) return undefined;
	try {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		const kept = drawnChunks(bytes);
		return kept && `${head},${btoa(letters(together(kept)))}`;
	} catch {
		return undefined;
	}
}

/** Not spread into one call: a picture has more bytes than a call takes arguments. */
const letters = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const text = (bytes: Uint8Array, from: number) => String.fromCharCode(...bytes.subarray(from, from + 4));
const sizeAt = (bytes: Uint8Array, at: number) =>
	new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

function drawnChunks(bytes: Uint8Array): Uint8Array[] | undefined {
	if (text(bytes, 0) !== 'RIFF' || text(bytes, 8) !== 'WEBP') return undefined;
	const kept: Uint8Array[] = [];
	for (let at = HEADER_BYTES; at + CHUNK_HEADER_BYTES <= bytes.length;) {
		const size = CHUNK_HEADER_BYTES + sizeAt(bytes, at + 4);
		if (at + size > bytes.length) return undefined;
		const padded = size + (size % 2);
		const chunk = new Uint8Array(padded);
		chunk.set(bytes.subarray(at, at + size));
		const name = text(chunk, 0);
		if (name === 'VP8X') chunk[CHUNK_HEADER_BYTES] = (chunk[CHUNK_HEADER_BYTES] ?? 0) & ~SAYS_MORE;
		if (DRAWN.has(name)) kept.push(chunk);
		at += padded;
	}
	return kept.some((chunk) => text(chunk, 0).startsWith('VP8') && text(chunk, 0) !== 'VP8X')
		? kept
		: undefined;
}

function together(chunks: readonly Uint8Array[]): Uint8Array {
	const length = chunks.reduce((sum, chunk) => sum + chunk.length, HEADER_BYTES);
	const whole = new Uint8Array(length);
	whole.set([...'RIFF\0\0\0\0WEBP'].map((letter) => letter.charCodeAt(0)));
	new DataView(whole.buffer).setUint32(4, length - 8, true);
	let at = HEADER_BYTES;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
