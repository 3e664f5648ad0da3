/** Opens on the phone: only it knows who is here when there is no signal. */
export const ssr = false;
