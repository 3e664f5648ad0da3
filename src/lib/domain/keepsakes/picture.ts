/** A picture of the young person's own: it stays on their phone, and goes only into the file that they take. */
export interface KeptPicture {
	/** A data URL, drawn afresh: nothing goes with it but what is to be seen. */
	data: string;
	words: string;
}

/** Each is in the file whole: more would be too large to share. */
export const MOST_PICTURES = 8;
/** Two lines under a picture. Characters. */
export const MOST_PICTURE_CHARACTERS = 120;
/** About 300 KB each as a data URL: eight of them and the words can still be sent as one file. */
export const MOST_PICTURE_DATA = 400_000;
/** A cover is read at a glance. Characters. */
export const MOST_TITLE_CHARACTERS = 60;
export const MOST_COVER_LINE_CHARACTERS = 140;
