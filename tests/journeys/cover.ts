import { join } from 'node:path';
import Database from 'better-sqlite3';
import { PAIRINGS } from '../../src/lib/cast/history';

/** Has the desk offer somebody, and the agreement of the demo’s Ash and Sam name them, as if the two had said yes. */
export function agreeOnCover(dataDir: string, coverId: string): void {
	const database = new Database(join(dataDir, 'corner.db'));
	const rows = database
		.prepare('select id, terms from agreements where pairing_id = ?')
		.all(PAIRINGS.ashAndSam);
	for (const { id, terms } of rows as { id: string; terms: string }[])
		database
			.prepare('update agreements set terms = ? where id = ?')
			.run(JSON.stringify({ ...(JSON.parse(terms) as object), coverId }), id);
	database.prepare('update pairings set cover_offer_id = ? where id = ?').run(coverId, PAIRINGS.ashAndSam);
	database.close();
}
