/*
 * What Home shows only on some days: before there is a mentor, when they are away or have called off, at night. Most
 * days it opens without all this, and fetches it when it is wanted. See `start/phone-chunks.js`.
 */
export { default as Awake } from './Awake.svelte';
export { default as Aways } from './Aways.svelte';
export { default as Later } from './Later.svelte';
export { default as NextOff } from './NextOff.svelte';
export { default as NoMentorYet } from './NoMentorYet.svelte';
