/** The same for everybody, and there without signal. */
export const prerender = true;
export const csr = false;
