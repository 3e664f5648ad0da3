import { error, isHttpError } from '@sveltejs/kit';

/**
 * The JSON that a request carries.
 * @throws 400 for what is not JSON, 413 for a body over the server's limit
 */
export async function readJson(request: Request): Promise<unknown> {
	try {
		return await request.json();
	} catch (problem) {
		if (isHttpError(problem) || (problem as { status?: number }).status === 413)
			error(413, { message: 'too_much' });
		error(400, { message: 'unreadable' });
	}
}
