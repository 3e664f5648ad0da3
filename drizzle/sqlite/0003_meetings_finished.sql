CREATE TABLE `patterns_taken_up` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	`events` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `patterns_taken_up_mentor` ON `patterns_taken_up` (`programme_id`,`mentor_id`);--> statement-breakpoint
ALTER TABLE `programmes` ADD `place_in_calendar` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `aways` ADD `fine_at` integer;--> statement-breakpoint
ALTER TABLE `aways` ADD `cover_until` integer;--> statement-breakpoint
-- Written by hand: what was noted about a pattern stays as it was noted.
CREATE TRIGGER patterns_taken_up_never_changed BEFORE UPDATE ON patterns_taken_up
BEGIN
	SELECT RAISE(ABORT, 'what was taken up is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER patterns_taken_up_never_shortened BEFORE DELETE ON patterns_taken_up
BEGIN
	SELECT RAISE(ABORT, 'what was taken up is append-only');
END;
