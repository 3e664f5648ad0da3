/* Every table, for both engines. Read `spaces` first: everything else hangs there. */
export * from './schema/spaces';
export * from './schema/signing-in';
export * from './schema/plans';
export * from './schema/pairings';
export * from './schema/meetings';
export * from './schema/conversation';
export * from './schema/matching';
export * from './schema/goals';
export * from './schema/endings';
export * from './schema/network';
export * from './schema/telling';
export * from './schema/records';
