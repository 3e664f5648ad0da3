const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something comes from our own pages, whatever its content type.
 * Kit's own check lets a JSON POST from elsewhere through. Source: OWASP ASVS 5.0, 3.5.
 */
export function fromOurOwnPages(request: Request, ourOrigin: string): boolean {
	if (SAFE_METHODS.has(request.method)) return true;
	const site = request.headers.get('sec-fetch-site');
	if (site) return site === 'same-origin';
	return request.headers.get('origin') === ourOrigin;
}
