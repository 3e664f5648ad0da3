import { afterAll } from 'vitest';
import { tidy } from './fresh';

// For each test file anew, though those that one worker runs share everything that they import.
afterAll(tidy, 60_000);
