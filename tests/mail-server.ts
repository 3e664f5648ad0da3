import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** An e-mail as it came over the wire. */
export interface Mailed {
	from: string;
	to: string[];
	raw: string;
}

/** A mail server of our own, on this machine: it takes what it is given, or answers as it is told. */
export class MailServer {
	readonly mailed: Mailed[] = [];
	/** What it answers next, one each; after that it takes everything. */
	readonly answers: number[] = [];
	readonly #server: SMTPServer;

	private constructor() {
		this.#server = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS', 'AUTH'],
			logger: false,
			onData: (stream, { envelope }, done) => {
				const parts: Buffer[] = [];
				stream.on('data', (part: Buffer) => parts.push(part));
				stream.on('end', () => {
					const responseCode = this.answers.shift();
					if (responseCode) return done(Object.assign(new Error('no'), { responseCode }));
					const from = envelope.mailFrom ? envelope.mailFrom.address : '';
					const to = envelope.rcptTo.map(({ address }) => address);
					this.mailed.push({ from, to, raw: Buffer.concat(parts).toString('utf8') });
					done();
				});
			}
		});
	}

	static async open(): Promise<MailServer> {
		const server = new MailServer();
		server.#server.listen(0, '127.0.0.1');
		await once(server.#server.server, 'listening');
		return server;
	}

	get url(): string {
		return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
	}

	close(): Promise<void> {
		return new Promise((closed) => this.#server.close(closed));
	}
}

/** The header of that name, and the words, of an e-mail in plain text. */
export function readMail({ raw }: Mailed): { header(name: string): string | undefined; text: string } {
	const [head = '', ...rest] = raw.split('\r\n\r\n');
	const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
	const header = (name: string) =>
		headers.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2);
	const body = rest.join('\r\n\r\n');
	const quoted = header('content-transfer-encoding') === 'quoted-printable';
	return { header, text: (quoted ? unquoted(body) : body).replaceAll('\r\n', '\n') };
}

const unquoted = (body: string) =>
	Buffer.from(
		body
			.replace(/=\r\n/g, '')
			.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
		'latin1'
	).toString('utf8');
