/** Only one holder at a time, across all tabs and the worker of this browser. */
export type Lock = <R>(name: string, work: () => Promise<R>) => Promise<R>;

export const oneAtATime: Lock = (name, work) =>
	navigator.locks.request(name, work) as ReturnType<typeof work>;
