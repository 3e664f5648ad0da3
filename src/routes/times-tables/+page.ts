/** A page of homework, and nothing else: whoever leaves in a hurry lands here. No script, no name, nothing to go back to. */
export const prerender = true;
export const csr = false;
