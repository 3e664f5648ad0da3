PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`pairing_id` text,
	`subject_id` text,
	`until` integer,
	`at` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_kind" CHECK("__new_notices"."kind" in ('message', 'waiting', 'meeting_tomorrow', 'meeting_soon', 'meeting_changed', 'proposal', 'introduction', 'promise_due', 'review', 'ending', 'late', 'cover', 'desk_late', 'stage', 'look_back'))
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "space_id", "revision", "person_id", "kind", "pairing_id", "subject_id", "until", "at", "seen_at") SELECT "id", "space_id", "revision", "person_id", "kind", "pairing_id", "subject_id", "until", "at", "seen_at" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notices_changed` ON `notices` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `notices_unseen` ON `notices` (`person_id`,`seen_at`);