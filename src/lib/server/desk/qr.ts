import QRCode from 'qrcode';

/** A QR code as one path of unit squares, for an SVG whose view box is `size` by `size`. The margin is included. */
export interface Qr {
	size: number;
	path: string;
}

/** The quiet rim that readers need, in squares. Source: ISO/IEC 18004. */
const RIM = 4;

/** Draws `text`. Medium error correction: a creased slip still reads. */
export function qr(text: string): Qr {
	const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
	const { size } = modules;
	const bars: string[] = [];
	for (let row = 0; row < size; row++)
		for (let column = 0; column < size; column++) {
			let length = 0;
			while (column + length < size && modules.get(row, column + length)) length++;
			if (length > 0) bars.push(`M${column + RIM} ${row + RIM}h${length}v1h-${length}z`);
			column += length;
		}
	return { size: size + 2 * RIM, path: bars.join('') };
}
