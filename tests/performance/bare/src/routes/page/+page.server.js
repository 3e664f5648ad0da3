export const csr = false;

export function load() {
	return {
		lines: Array.from({ length: 40 }, (_, n) => ({ id: n, words: `Line ${n} of a page of about 5 KB.` }))
	};
}
