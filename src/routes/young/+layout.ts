/** The phone has everything; the server only hands out the shell. */
export const ssr = false;
