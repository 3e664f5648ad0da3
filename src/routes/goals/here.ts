import type { GoalsKept } from '$lib/device/goals';
import type { Day, Instant } from '$lib/domain/clock/zones';
import type { Between } from '$lib/wording/meetings';

/** What every screen about goals stands on. */
export interface Here {
	kept: GoalsKept;
	between: Between;
	now: Instant;
	zone: string;
	today: Day;
	/** False when the server did not answer when last asked. */
	signal: boolean | undefined;
	/** Who reads what is written here. */
	whoSees: string;
	/** Where the list is: each goal's page is below it. */
	list: string;
}

/** A box whose words outlive the screen. */
export interface Half<T> {
	value: T;
}
