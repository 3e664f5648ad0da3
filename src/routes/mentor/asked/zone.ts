/** A first meeting is said in this phone's time: there are no agreed hours yet whose zone could stand beside it. */
export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
