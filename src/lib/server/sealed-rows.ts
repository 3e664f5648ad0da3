import { seal, unseal } from './sealing';
import type { Secrets } from './secrets';

type Keys = Pick<Secrets, 'sealing'>;

// Each kind of sealed words names its row in one place, so that what one file closes another can open.
const message = (id: string) => `message ${id}`;
const checkIn = (id: string) => `check-in ${id}`;
const look = (id: string) => `look ${id}`;
const wish = (id: string) => `wish ${id}`;
const about = (id: string) => `about ${id}`;
const shown = (id: string) => `shown ${id}`;
const youngWhy = (id: string) => `young why ${id}`;
const mentorWhy = (id: string) => `mentor why ${id}`;
const tells = (id: string) => `parting tells ${id}`;
const partingWhy = (id: string) => `parting why ${id}`;
const callOff = (id: string) => `call off ${id}`;
const move = (id: string) => `move ${id}`;
const idea = (id: string) => `idea ${id}`;
const note = (id: string) => `meeting note ${id}`;
const goal = (id: string) => `goal ${id}`;
const goalLow = (id: string) => `goal low ${id}`;
const goalHigh = (id: string) => `goal high ${id}`;
const goalStep = (id: string) => `goal step ${id}`;
const goalMark = (id: string) => `goal mark ${id}`;
const goalPromise = (id: string) => `goal promise ${id}`;
const goalNote = (id: string) => `goal note ${id}`;
const goalChange = (id: string) => `goal change ${id}`;
const mailAddress = (id: string) => `mail address ${id}`;
const lookBack = (id: string) => `look back ${id}`;
const deskWords = (id: string) => `desk words ${id}`;
const goodbye = (id: string) => `goodbye ${id}`;
const afterwards = (id: string) => `afterwards ${id}`;
const trustedName = (id: string) => `trusted name ${id}`;
const trustedWho = (id: string) => `trusted who ${id}`;
const gatheringAbout = (id: string) => `gathering about ${id}`;
const gatheringWhom = (id: string) => `gathering whom ${id}`;
const gatheringWhy = (id: string) => `gathering why ${id}`;
const gatheringWithout = (id: string) => `gathering without ${id}`;
const safetyPlan = (id: string) => `safety plan ${id}`;
const takenUp = (id: string) => `taken up ${id}`;

export const sealMessage = (keys: Keys, id: string, body: string) => seal(keys.sealing, message(id), body);
export const sealLine = (keys: Keys, id: string, line: string) => seal(keys.sealing, checkIn(id), line);
export const sealReason = (keys: Keys, id: string, reason: string) => seal(keys.sealing, look(id), reason);

export const unsealMessage = (keys: Keys, row: { id: string; body: string }) =>
	unseal(keys.sealing, message(row.id), row.body);
export const unsealLine = (keys: Keys, row: { id: string; line: string }) =>
	unseal(keys.sealing, checkIn(row.id), row.line);
export const unsealReason = (keys: Keys, row: { id: string; reason: string }) =>
	unseal(keys.sealing, look(row.id), row.reason);

/** Closes any words of a row; `of` names the row and the column, as the functions above do for theirs. */
const closing = (of: (id: string) => string) => (keys: Keys, id: string, words: string) =>
	seal(keys.sealing, of(id), words);
const opening = (of: (id: string) => string) => (keys: Keys, id: string, words: string) =>
	unseal(keys.sealing, of(id), words);

export const [sealWish, unsealWish] = [closing(wish), opening(wish)];
export const [sealAbout, unsealAbout] = [closing(about), opening(about)];
export const [sealShown, unsealShown] = [closing(shown), opening(shown)];
export const [sealYoungWhy, unsealYoungWhy] = [closing(youngWhy), opening(youngWhy)];
export const [sealMentorWhy, unsealMentorWhy] = [closing(mentorWhy), opening(mentorWhy)];
export const [sealTells, unsealTells] = [closing(tells), opening(tells)];
export const [sealPartingWhy, unsealPartingWhy] = [closing(partingWhy), opening(partingWhy)];
export const [sealCallOff, unsealCallOff] = [closing(callOff), opening(callOff)];
export const [sealMoveNote, unsealMoveNote] = [closing(move), opening(move)];
export const [sealIdea, unsealIdea] = [closing(idea), opening(idea)];
export const [sealMeetingNote, unsealMeetingNote] = [closing(note), opening(note)];
export const [sealGoal, unsealGoal] = [closing(goal), opening(goal)];
export const [sealGoalLow, unsealGoalLow] = [closing(goalLow), opening(goalLow)];
export const [sealGoalHigh, unsealGoalHigh] = [closing(goalHigh), opening(goalHigh)];
export const [sealGoalStep, unsealGoalStep] = [closing(goalStep), opening(goalStep)];
export const [sealGoalMark, unsealGoalMark] = [closing(goalMark), opening(goalMark)];
export const [sealGoalPromise, unsealGoalPromise] = [closing(goalPromise), opening(goalPromise)];
export const [sealGoalNote, unsealGoalNote] = [closing(goalNote), opening(goalNote)];
export const [sealGoalChange, unsealGoalChange] = [closing(goalChange), opening(goalChange)];
export const [sealMailAddress, unsealMailAddress] = [closing(mailAddress), opening(mailAddress)];
export const [sealTakenUp, unsealTakenUp] = [closing(takenUp), opening(takenUp)];
export const [sealLookBack, unsealLookBack] = [closing(lookBack), opening(lookBack)];
export const [sealDeskWords, unsealDeskWords] = [closing(deskWords), opening(deskWords)];
export const [sealGoodbye, unsealGoodbye] = [closing(goodbye), opening(goodbye)];
export const [sealAfterwards, unsealAfterwards] = [closing(afterwards), opening(afterwards)];
export const [sealTrustedName, unsealTrustedName] = [closing(trustedName), opening(trustedName)];
export const [sealTrustedWho, unsealTrustedWho] = [closing(trustedWho), opening(trustedWho)];
export const [sealGatheringAbout, unsealGatheringAbout] = [closing(gatheringAbout), opening(gatheringAbout)];
export const [sealGatheringWhom, unsealGatheringWhom] = [closing(gatheringWhom), opening(gatheringWhom)];
export const [sealGatheringWhy, unsealGatheringWhy] = [closing(gatheringWhy), opening(gatheringWhy)];
export const [sealGatheringWithout, unsealGatheringWithout] = [
	closing(gatheringWithout),
	opening(gatheringWithout)
];
export const [sealSafetyPlan, unsealSafetyPlan] = [closing(safetyPlan), opening(safetyPlan)];
