/** Whoever opens a box is in it at once. Words that were half-written before the screen opened leave the focus alone. */
export function focused(box: HTMLTextAreaElement): void {
	if (box.value === '') box.focus();
}
