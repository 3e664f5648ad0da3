import type { EndingOnPhone } from '$lib/device/ending';
import type { Day, Instant } from '$lib/domain/clock/zones';
import type { Programme } from '$lib/domain/programmes/programme';
import type { Between } from '$lib/wording/meetings';

/** What the screen about how it ends stands on. */
export interface Here {
	kept: EndingOnPhone;
	between: Between;
	/** The other's first name. */
	name: string;
	now: Instant;
	today: Day;
	zone: string;
	/** False when the server did not answer when last asked. */
	signal: boolean | undefined;
	/** Who reads what is written in a box. */
	whoSees: { goodbye: string; afterwards: string };
	/** Below which the other screens of this pairing stand: `/young` or `/mentor/<pairing>`. */
	base: string;
	/** All their meetings. */
	meetings: string;
	programme: Programme | undefined;
}
