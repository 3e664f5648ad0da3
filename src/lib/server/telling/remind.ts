import type { Handler } from '../jobs/done';

// Nobody writes these jobs yet, so there is nothing to do for them.

export const plan: Handler<'plan'> = async () => {};

export const remind: Handler<'remind'> = async () => {};

export const day: Handler<'day'> = async () => {};
