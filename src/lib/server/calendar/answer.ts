import { hashOf } from '../people/tokens';

/** A calendar file as an answer. Nobody between here and there keeps it; whoever has it already hears so. */
export function calendarAnswer(file: string, asked: Request): Response {
	const etag = `"${hashOf(file).slice(0, 32)}"`;
	const headers = { etag, 'cache-control': 'private, no-store' };
	if (asked.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(file, {
		headers: {
			...headers,
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="calendar.ics"'
		}
	});
}
