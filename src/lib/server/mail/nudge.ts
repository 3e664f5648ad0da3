import type { Handler } from '../jobs/done';

/** Nobody writes these jobs yet, so there is nothing to do for them. */
export const sendNudge: Handler<'mail'> = async () => {};
