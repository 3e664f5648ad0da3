import type { Page } from '@playwright/test';

/** What the photo says it was taken with: easy to find again, if anything of it is left. */
export const TAKEN_WITH = 'Camera of Sam';

const ASCII = 2;
const RATIONAL = 5;
const LONG = 4;

/** One entry of a directory: what it is, of which type, how many, and the value or where that stands. */
function entry(tag: number, type: number, count: number, value: number | Buffer): Buffer {
	const made = Buffer.alloc(12);
	made.writeUInt16LE(tag, 0);
	made.writeUInt16LE(type, 2);
	made.writeUInt32LE(count, 4);
	if (typeof value === 'number') made.writeUInt32LE(value, 8);
	else value.copy(made, 8);
	return made;
}

function directory(...entries: Buffer[]): Buffer {
	const count = Buffer.alloc(2);
	count.writeUInt16LE(entries.length);
	return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
}

/** 51° 30' 26": degrees, minutes and seconds as fractions. */
function place(...parts: number[]): Buffer {
	const made = Buffer.alloc(8 * parts.length);
	parts.forEach((part, at) => {
		made.writeUInt32LE(part, 8 * at);
		made.writeUInt32LE(1, 8 * at + 4);
	});
	return made;
}

/** The segment in which a phone writes what took a photo, and where. Source: Exif 2.32, 4.5 and 4.6. */
function exif(): Buffer {
	const header = Buffer.from('II*\0\x08\0\0\0', 'latin1');
	const camera = Buffer.from(`${TAKEN_WITH}\0`, 'latin1');
	const first = (at: number) =>
		directory(entry(0x010f, ASCII, camera.length, at), entry(0x8825, LONG, 1, at + camera.length));
	const cameraAt = header.length + first(0).length;
	const gpsAt = cameraAt + camera.length;
	const gps = (at: number) =>
		directory(
			entry(1, ASCII, 2, Buffer.from('N\0')),
			entry(2, RATIONAL, 3, at),
			entry(3, ASCII, 2, Buffer.from('W\0')),
			entry(4, RATIONAL, 3, at + 24)
		);
	const placeAt = gpsAt + gps(0).length;
	const tiff = Buffer.concat([
		...[header, first(cameraAt), camera, gps(placeAt), place(51, 30, 26), place(0, 7, 39)]
	]);
	const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
	const start = Buffer.from([0xff, 0xe1, 0, 0]);
	start.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([start, body]);
}

/** A large photo as a phone takes it: a JPEG that says where it was taken. */
export async function photoTaken(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
	const url = await page.evaluate(() => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [1600, 1200];
		const pen = canvas.getContext('2d');
		for (let at = 0; at < 4000 && pen; at++) {
			pen.fillStyle = `hsl(${(at * 47) % 360} 70% ${30 + (at % 50)}%)`;
			pen.fillRect((at * 131) % 1600, (at * 197) % 1200, 60, 40);
		}
		return canvas.toDataURL('image/jpeg', 0.95);
	});
	const jpeg = Buffer.from(url.split(',')[1] ?? '', 'base64');
	const buffer = Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
	return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
}
