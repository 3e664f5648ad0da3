/** A colour as tokens.css writes it: lightness 0–1, chroma, hue in degrees. */
export interface Oklch {
	lightness: number;
	chroma: number;
	hue: number;
}

type Linear = [red: number, green: number, blue: number];

/** Linear-light sRGB. Channels outside 0–1 mean that a screen cannot show it. Source: CSS Color 4, section 10. */
export function linear({ lightness, chroma, hue }: Oklch): Linear {
	const a = chroma * Math.cos((hue * Math.PI) / 180);
	const b = chroma * Math.sin((hue * Math.PI) / 180);
	const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
		-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
		-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short
	];
}

/** Whether every screen can show it, so that its contrast is what we compute. */
export function showable(colour: Oklch): boolean {
	return linear(colour).every((channel) => channel >= -0.0005 && channel <= 1.0005);
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(one: Oklch, other: Oklch): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Oklch): number {
	const [red, green, blue] = linear(colour);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colours that one block of tokens.css sets, by name. */
export function coloursIn(block: string): Map<string, Oklch> {
	const found = block.matchAll(/--([\w-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
	return new Map(
		[...found].map(([, name, lightness, chroma, hue]) => [
			name!,
			{ lightness: Number(lightness), chroma: Number(chroma), hue: Number(hue) }
		])
	);
}

/** The innermost blocks of a stylesheet, each as its declarations. Comments are left out. */
export function* rules(css: string): Generator<Map<string, string>> {
	for (const [, body] of css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/\{([^{}]*)\}/g))
		yield new Map(
			body!
				.split(';')
				.map((line) => line.split(/:(.*)/s))
				.filter(([name, value]) => name?.trim() && value)
				.map(([name, value]) => [name!.trim(), value!.trim()])
		);
}
