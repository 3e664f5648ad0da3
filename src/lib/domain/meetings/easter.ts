import type { Day } from '../clock/zones';

/** Easter Sunday of a Gregorian year. Source: J. Meeus, Astronomical Algorithms, chapter 8. */
export function easterSunday(year: number): Day {
	const inCycle = year % 19;
	const century = Math.floor(year / 100);
	const leapCenturies = Math.floor(century / 4);
	const driftOfMoon = Math.floor((8 * century + 13) / 25);
	const moon = (19 * inCycle + century - leapCenturies - driftOfMoon + 15) % 30;
	const lateMoon = Math.floor((inCycle + 11 * moon) / 319);
	const [leaps, rest] = [Math.floor((year % 100) / 4), year % 4];
	const toSunday = (2 * (century % 4) + 2 * leaps - rest - (moon - lateMoon) + 32) % 7;
	// Days after 21 March, from which the first full moon of spring is counted.
	const after = moon - lateMoon + toSunday + 1;
	return new Date(Date.UTC(year, 2, 21 + after)).toISOString().slice(0, 10);
}
