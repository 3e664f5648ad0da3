import { describe, expect, test } from 'vitest';
import { arrows, files, room, text, type Arrow } from './imports';

/** Which rooms a room may look into. Everything else is refused. */
const MAY_IMPORT: Record<string, string[]> = {
	domain: ['domain'],
	device: ['device', 'domain'],
	server: ['server', 'domain'],
	wording: ['wording', 'domain'],
	ui: ['ui', 'wording', 'domain'],
	cast: ['cast', 'server', 'domain'],
	'service-worker': ['device'],
	hooks: ['server', 'cast', 'wording', 'domain'],
	start: ['start'],
	app: ['server'],
	routes: ['routes', 'device', 'server', 'domain', 'ui', 'wording', 'cast', 'app']
};

/** Packages that the pure room may use: dates in zones, shapes of data, links in text. */
const PURE_PACKAGES = ['@date-fns/tz', 'valibot', 'linkify-it', 'uc.micro'];

const all = files('src').filter((path) => !path.endsWith('.test.ts'));
const house: Arrow[] = all.flatMap(arrows);
const show = (arrow: Arrow) => `${arrow.from} → ${arrow.to}`;

describe('arrows point one way', () => {
	test('there is a house to look at', () => {
		expect(house.length).toBeGreaterThan(100);
	});

	test('no room looks into one that it may not', () => {
		const wrong = house.filter(({ from, to }) => {
			const [here, there] = [room(from), room(to)];
			return here && there && !MAY_IMPORT[here]?.includes(there);
		});
		expect(wrong.map(show)).toEqual([]);
	});

	test('every room is known', () => {
		const unknown = all.filter((path) => path.startsWith('src/lib/') && !MAY_IMPORT[room(path) ?? '']);
		expect(unknown).toEqual([]);
	});

	test('no page or door knows the phone and the server at once', () => {
		const both = all
			.filter((path) => path.startsWith('src/routes/'))
			.filter((path) => {
				const rooms = arrows(path).map(({ to }) => room(to));
				return rooms.includes('device') && rooms.includes('server');
			});
		expect(both).toEqual([]);
	});

	test('domain uses no package but the few that are pure', () => {
		const impure = house.filter(
			({ from, to }) =>
				room(from) === 'domain' &&
				!room(to) &&
				!PURE_PACKAGES.some((name) => to === name || to.startsWith(`${name}/`))
		);
		expect(impure.map(show)).toEqual([]);
	});

	test('domain never reads a clock, chance, the network or the environment', () => {
		const reads =
			/\bDate\.now\(|new Date\(\)|Math\.random|performance\.|\bfetch\(|process\.|globalThis|crypto\./;
		const wrong = all.filter((path) => room(path) === 'domain' && reads.test(text(path)));
		expect(wrong).toEqual([]);
	});

	test('only server/sessions.ts knows Lucia', () => {
		const knows = house.filter(({ to }) => to === 'lucia').map(({ from }) => from);
		expect([...new Set(knows)]).toEqual(['src/lib/server/sessions.ts']);
	});

	test('only the server speaks to a database', () => {
		const speaks = house.filter(
			({ from, to }) => /^(drizzle-orm|better-sqlite3|pg)(\/|$)/.test(to) && room(from) !== 'server'
		);
		// The demo cast asks one question of its own: whether it has been filled before.
		expect(speaks.map(show).filter((arrow) => !arrow.startsWith('src/lib/cast/'))).toEqual([]);
	});

	test('no page above the phone apps loads from the server', () => {
		const above = ['src/routes', 'src/routes/young', 'src/routes/mentor', 'src/routes/start'];
		const loads = all.filter(
			(path) =>
				above.some((folder) => path === `${folder}/+layout.server.ts`) ||
				/^src\/routes\/(young|mentor|start)\/.*\.server\.ts$/.test(path)
		);
		expect(loads).toEqual([]);
	});
});
