/** A form that works without a script. */
export const csr = false;
