import compression from 'compression';

const THRESHOLD_BYTES = 1_024;

/**
 * Compresses text answers that are worth it. Files come compressed from the build already; a live stream must not
 * wait in a buffer; part of a file is not the file.
 * @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => void}
 */
export const squeeze = /** @type {any} */ (
	compression({
		threshold: THRESHOLD_BYTES,
		filter: (request, response) =>
			response.statusCode !== 206 &&
			!String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
			compression.filter(request, response)
	})
);
