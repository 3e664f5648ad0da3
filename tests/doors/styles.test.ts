import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../architecture/imports';
import { builtDoors } from './built';
import { TABLE } from './table';
import { Town } from './visitors';

const ASSETS = join(ROOT, 'build/client/_app/immutable/assets');
const sheets = readdirSync(ASSETS)
	.filter((name) => name.endsWith('.css'))
	.map((name) => ({ name, css: readFileSync(join(ASSETS, name), 'utf8') }));
const pages = (await builtDoors()).filter(({ kind, method, name }) => {
	const opensTo = TABLE[name]?.opensTo ?? [];
	return kind === 'page' && method === 'GET' && opensTo.length > 0;
});

let town: Town;
beforeAll(async () => {
	town = await Town.open();
}, 60_000);
afterAll(() => town.close());

const all = (text: string, pattern: RegExp) => [...new Set(text.match(pattern) ?? [])];

test.each(pages.map((page) => [page.name, page] as const))(
	'%s brings the styles of all its parts',
	async (name, { route }) => {
		const row = TABLE[name];
		const visitor = row?.opensTo.at(-1) ?? 'nobody';
		const path = row?.path ? await row.path(town) : route.replace(/\/\([^)]+\)/g, '') || '/';
		const cookie = await town.cookieOf(visitor);
		const response = await fetch(`${town.server.url}${path}`, { headers: cookie ? { cookie } : {} });
		const html = await response.text();
		const linked = all(html, /[\w.-]+\.css/g);
		const lacking = all(html, /\bsvelte-[a-z0-9]{5,}\b/g).filter((part) => {
			const from = sheets.filter(({ css }) => css.includes(`.${part}`));
			return from.length > 0 && !from.some(({ name }) => linked.includes(name));
		});
		expect(response.ok).toBe(true);
		expect(lacking).toEqual([]);
	}
);
