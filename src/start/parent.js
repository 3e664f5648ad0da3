const GLANCE_MS = 100;

/**
 * Ends this process, as SIGTERM does, when the process that started it is gone. npm passes a signal on to a shell, and
 * the shell dies of it without telling us; we would go on serving with nobody left to stop us.
 */
export function endWithParent() {
	const parent = process.ppid;
	const glance = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(glance);
		process.kill(process.pid, 'SIGTERM');
	}, GLANCE_MS);
	glance.unref();
}
