import { LinkifyIt } from 'linkify-it';
import { UK_HELP_LINES } from '../programmes/help-lines';
import { foundAt, matches, type Found, type Rule } from './contact-found';

/** Endings that say "a web address" by themselves, without `www` or a path. */
const SURE_ENDINGS = 'com org net edu gov uk io dev xyz biz eu de fr nl pl es ca au nz cz ru'.split(' ');
/** More endings than the finder knows by itself. They and every country's need a path: many are also words. */
const LONG_ENDINGS =
	'app bio blog chat club cloud fun games group life link live lol mobi news online page party site social space store team tech top vip website wiki world zone'.split(
		' '
	);

/** Spares most messages the search: an address has no spaces, and has one of these. */
const MAY_BE_ADDRESS = /[@/]|\.[\p{L}\p{N}]/u;

const PROVIDERS = 'gmail|googlemail|hotmail|icloud|yahoo|outlook|ymail|protonmail|aol';
const AT = String.raw`(?:\(at\)|\[at\]|\{at\}|\bat\b|@)`;
const DOT = String.raw`(?:\(dot\)|\[dot\]|\{dot\}|\bdot\b|\.)`;
const ENDING = String.raw`(?:com|co|org|net|uk|me|gg|ac|gov)\b`;

/** "jaz at gmail dot com", "jaz (at) school [dot] org". */
const SPELLED_EMAIL = new RegExp(
	String.raw`\b[\w.+-]{2,64}\s{0,2}${AT}\s{0,2}(?:(?:${PROVIDERS})\b|[\w-]{2,40}\s{0,2}(?:\(dot\)|\[dot\]|\{dot\}|\bdot\b)\s{0,2}${ENDING})(?:\s{0,2}${DOT}\s{0,2}${ENDING}){0,2}`,
	'gi'
);
/** "look at jaz dot com", "jaz (dot) co (dot) uk". */
const SPELLED_LINK = new RegExp(
	String.raw`\b[\w-]{2,40}\s{0,2}(?:\(dot\)|\[dot\]|\{dot\}|\bdot\b)\s{0,2}${ENDING}(?:\s{0,2}${DOT}\s{0,2}${ENDING})?`,
	'gi'
);
const MAY_BE_SPELLED = new RegExp(`dot|${PROVIDERS}`, 'i');
const WWW = /\bwww\.[^\s.]{2,60}\.\S{2,200}/gi;

const HELP_HOSTS = UK_HELP_LINES.flatMap((line) => (line.link ? [hostOf(line.link)] : []));

// Made on the first text that may hold an address: its patterns are large.
let finder: LinkifyIt | undefined;

const notHelp =
	(rule: Rule): Rule =>
	(text) =>
		rule(text).filter((found) => found.kind === 'email' || !isHelp(found.text));
const ifSpelled =
	(rule: Rule): Rule =>
	(text) =>
		MAY_BE_SPELLED.test(text) ? rule(text) : [];

/** E-mail addresses and links. */
export const LINK_RULES: readonly Rule[] = [
	notHelp(findAddresses),
	ifSpelled(matches('email', SPELLED_EMAIL)),
	ifSpelled(matches('link', SPELLED_LINK)),
	notHelp(matches('link', WWW))
];

function findAddresses(text: string): Found[] {
	if (!MAY_BE_ADDRESS.test(text)) return [];
	finder ??= new LinkifyIt({ fuzzyLink: true })
		.add('//', null)
		.tlds([...SURE_ENDINGS, ...LONG_ENDINGS], true);
	const found: Found[] = [];
	for (const { 0: part, index: offset } of text.matchAll(/\S+/g)) {
		if (!MAY_BE_ADDRESS.test(part)) continue;
		for (const { schema, raw, index } of finder.match(part) ?? []) {
			if (schema === 'mailto:') found.push(foundAt('email', offset + index, raw));
			else if (isSureLink(schema, raw)) found.push(foundAt('link', offset + index, raw));
		}
	}
	return found;
}

function isSureLink(schema: string, raw: string): boolean {
	if (schema !== '') return true;
	const [host = '', ...path] = raw.toLowerCase().split(/[/?#]/);
	if (host.startsWith('www.')) return true;
	return (
		SURE_ENDINGS.includes(host.slice(host.lastIndexOf('.') + 1)) || /[\p{L}\p{N}]{2}/u.test(path.join('/'))
	);
}

function isHelp(link: string): boolean {
	const host = hostOf(link);
	return HELP_HOSTS.some((help) => host === help || host.endsWith(`.${help}`));
}

function hostOf(link: string): string {
	return link
		.toLowerCase()
		.replace(/^[a-z]+:\/\//, '')
		.replace(/[/?#:].*$/s, '')
		.replace(/^www\./, '');
}
