import type { Letters } from '../domain/telling/mail';
import { m } from './messages';

const paragraphs = (...all: string[]) => `${all.join('\n\n')}\n`;

/** E-mails in words. They say nothing of what this is: others may read over a shoulder. */
export const letters: Letters = {
	nudge: (words, open, stop) => ({
		subject: words,
		text: paragraphs(m.mail_nudge_open({ words, open }), m.mail_nudge_stop({ stop }))
	}),
	confirm: (link) => ({
		subject: m.mail_confirm_subject(),
		text: paragraphs(m.mail_confirm_link({ link }), m.mail_confirm_not_you())
	})
};
