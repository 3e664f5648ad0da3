import { foundAt, matches, type Found, type Rule } from './contact-found';

const PLATFORM = String.raw`(?:instagram|insta|ig|snap\s?chat|snap|sc|tik\s?tok|what'?s\s?app|wats\s?app|wapp|discord|disc|telegram|facebook|fb|messenger|twitter|threads|bereal|kik|skype|wechat|viber|twitch|roblox|fortnite|psn|xbox|steam|gamer\s?tag)`;
const ACCOUNT = String.raw`(?:\s(?:name|user\s?name|user|handle|tag|account|acc|id))?`;
const NAME = String.raw`@?(\w[\w.]{1,29})`;

/** "my insta is jazzyb", "my snap - jazzyb". */
const TOLD = new RegExp(
	String.raw`\bmy\s(?:${PLATFORM}|user\s?name|user|handle|gmail|e-?mail)${ACCOUNT}(?:\s(?:is|are)|['’]?s|\s?[:=–—-])\s{0,2}${NAME}`,
	'gi'
);
/** "snap: jazzyb", "insta = jazzyb". */
const LABELLED = new RegExp(String.raw`\b(?:${PLATFORM}|user\s?name)${ACCOUNT}\s?[:=]\s{0,2}${NAME}`, 'gi');
/** "snap jazzy_b99". */
const BESIDE = new RegExp(String.raw`\b${PLATFORM}${ACCOUNT}\s(?:is\s)?${NAME}`, 'gi');
/** "add me on snap", "message me on my insta". */
const ELSEWHERE = new RegExp(
	String.raw`\b(?:add|follow|find|message|msg|text|txt|dm|pm|call|ring|reach|hmu|hit\sme\sup|speak\sto|talk\sto|chat\sto)(?:\sme)?\s(?:(?:back|up)\s)?(?:on|via|through|thru|over)\s(?:my\s)?(?:${PLATFORM}|signal)\b`,
	'gi'
);
const CALL_ME_THERE = /\b(?:what'?s\s?app|wats\s?app|facetime|skype|snapchat|telegram)\sme\b/gi;
/** "what's your snap", "can I have your number". */
const ASKED = new RegExp(
	String.raw`\b(?:what(?:['’]?s|\sis)|wots|gimme|(?:give|send|tell|text)\sme|can\si\s(?:get|have)|drop)\s(?:your|ur|yr)\s(?:${PLATFORM}|(?:phone\s|mobile\s)?number(?!\s(?:one|1)\b)|mobile|e-?mail|gmail)\b`,
	'gi'
);
const DISCORD_TAG = /\b\w[\w.]{1,31}#\d{4}\b/g;
const AT_NAME = /(^|[^\w@./])(@\s?(\w[\w.]{1,29}))/g;

/** What follows "my insta is" when it is not a name. */
const NOT_NAMES = new Set(
	`a about account acting actually all also always an and annoying as at awful bad banned based basically because been
	better boring broken but cool cringe crazy cute dead deleted different disabled doing done down dry dumb empty essential
	fake fine for from full fun funny glitchy going gone good great hacked half hard has have he hidden horrible how i if in
	invite is it its just kind kinda laggy like literally locked lost mainly mid mostly my nearly new nice no not nothing now
	off offline ok okay old on one only or our out over pointless pretty private public quite rank rarely really rubbish sad
	secret set she shut sick slow so some sort still strict stuck stupid such suspended that the their there they this to too
	trash under up useless very way we weird what when where which who why with without work works worse wrong you your`
		.trim()
		.split(/\s+/)
);
/** What follows @ when it means "at". */
const PLACES = new Set(
	`all asda break bus church college costa dads dinner everyone football greggs gym hers here his home hospital it lunch
	maccies maccys mcdonalds me mine moment mums my nandos nans night noon one our park practice practise primark school
	starbucks swimming tea tesco the them there this town training u us work you your yours`
		.trim()
		.split(/\s+/)
);
const TEXT_SPEAK =
	/^(?:2(?:day|moz|m[ao]r+o+w?|nite|night|geth\w*)|4(?:eva|ever)|(?:gr|l|m|h|w|b|str)8\w{0,3}|y(?:r|ear)?\d+|ps\d|\d+(?:am|pm|st|nd|rd|th|h|hrs?|hours?|m|mins?|secs?|k|yrs?|x|ish|s|d|pt))$/i;

const named =
	(pattern: RegExp, isName: (name: string) => boolean): Rule =>
	(text) =>
		[...text.matchAll(pattern)]
			.filter(({ 1: name = '' }) => isName(name))
			.map(({ 0: match, index }) => foundAt('handle', index, trimmed(match)));

/** Names on other networks, and invitations to go there. */
export const HANDLE_RULES: readonly Rule[] = [
	named(TOLD, (name) => isNameLike(name) || !isWord(name)),
	named(LABELLED, (name) => isNameLike(name) || !isWord(name)),
	named(BESIDE, isNameLike),
	...[ELSEWHERE, CALL_ME_THERE, ASKED, DISCORD_TAG].map((pattern) => matches('handle', pattern)),
	findAtNames
];

function findAtNames(text: string): Found[] {
	const found: Found[] = [];
	for (const { 1: before = '', 2: match = '', 3: name = '', index } of text.matchAll(AT_NAME)) {
		const spaced = /^@\s/.test(match);
		const meant = /^[a-z_]/i.test(name) && !PLACES.has(trimmed(name).toLowerCase());
		if (isNameLike(name) || (meant && !spaced))
			found.push(foundAt('handle', index + before.length, trimmed(match)));
	}
	return found;
}

/** Something that only a user name looks like: letters with figures, underscores or dots among them. */
function isNameLike(name: string): boolean {
	const bare = trimmed(name);
	return bare.length >= 4 && /[a-z]/i.test(bare) && /[\d_]|\w\.\w/.test(bare) && !TEXT_SPEAK.test(bare);
}

function isWord(name: string): boolean {
	const bare = trimmed(name).toLowerCase();
	return bare.length < 3 || /^\d+$|(?:ing|ed|ly)$/.test(bare) || NOT_NAMES.has(bare) || TEXT_SPEAK.test(bare);
}

/** Without the full stop that ends the sentence. */
function trimmed(match: string): string {
	return match.replace(/\.+$/, '');
}
