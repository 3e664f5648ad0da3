import { json } from '@sveltejs/kit';
import { version } from '$app/environment';
import { migrationsPending } from '$lib/server/database/migrate';
import { anyone } from '$lib/server/guard';
import { house } from '$lib/server/house';

/** Whether the database answers and is up to date, for whoever watches over this server. Cheap: asked often. */
export async function GET(event) {
	anyone(event);
	const well = await isWell();
	return json({ ok: well, version }, { status: well ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}

async function isWell(): Promise<boolean> {
	try {
		return (await migrationsPending(house().store)).length === 0;
	} catch (error) {
		house().log.error({ err: error }, 'not well');
		return false;
	}
}
