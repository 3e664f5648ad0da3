import { Server } from '../running-server';
import { IN_HOURS } from './test';

/** Fills the demo once for all journeys of the usual evening; each begins with a copy of what was filled. */
export default async function (): Promise<() => Promise<void>> {
	const server = await Server.open({ DEMO_NOW: IN_HOURS });
	await server.stop();
	process.env.FILLED = server.dataDir;
	return () => server.close();
}
