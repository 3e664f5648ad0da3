const WELL_KNOWN = [
	/^fcm\.googleapis\.com$/,
	/^([a-z0-9-]+\.)*push\.services\.mozilla\.com$/,
	/^([a-z0-9-]+\.)+notify\.windows\.com$/,
	/^web\.push\.apple\.com$/
];

/**
 * Whether we send to this address. A browser names it, and anybody can pretend to be one: so only to push services
 * that are well known, by https and where https usually listens, or that the operator named.
 */
export function isPushService(endpoint: string, named: readonly string[]): boolean {
	if (!URL.canParse(endpoint)) return false;
	const { protocol, hostname, port, origin, username, password } = new URL(endpoint);
	if (username || password) return false;
	if (named.includes(origin)) return true;
	return protocol === 'https:' && port === '' && WELL_KNOWN.some((host) => host.test(hostname));
}
