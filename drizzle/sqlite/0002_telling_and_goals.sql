CREATE TABLE `goal_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`goal_id` text NOT NULL,
	`by_id` text NOT NULL,
	`part` text NOT NULL,
	`to` text NOT NULL,
	`written_at` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "goal_changes_part" CHECK("goal_changes"."part" in ('words', 'low', 'high', 'kind', 'state'))
);
--> statement-breakpoint
CREATE INDEX `goal_changes_changed` ON `goal_changes` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `goal_changes_goal` ON `goal_changes` (`goal_id`);--> statement-breakpoint
CREATE TABLE `goal_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`goal_id` text NOT NULL,
	`line` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goal_marks_changed` ON `goal_marks` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `goal_marks_goal` ON `goal_marks` (`goal_id`);--> statement-breakpoint
CREATE TABLE `goal_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`goal_id` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goal_notes_changed` ON `goal_notes` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `goal_notes_goal` ON `goal_notes` (`goal_id`);--> statement-breakpoint
CREATE TABLE `goal_promises` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`goal_id` text NOT NULL,
	`by_id` text NOT NULL,
	`words` text NOT NULL,
	`due_on` text,
	`at` integer NOT NULL,
	`kept_at` integer,
	`gone_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goal_promises_changed` ON `goal_promises` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `goal_promises_goal` ON `goal_promises` (`goal_id`);--> statement-breakpoint
CREATE TABLE `goal_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`goal_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer,
	`gone_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goal_steps_changed` ON `goal_steps` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `goal_steps_goal` ON `goal_steps` (`goal_id`);--> statement-breakpoint
CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`state_at` integer NOT NULL,
	`words` text NOT NULL,
	`low_words` text NOT NULL,
	`high_words` text NOT NULL,
	`suggested_by_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggested_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "goals_kind" CHECK("goals"."kind" in ('handling', 'learning', 'fun')),
	CONSTRAINT "goals_state" CHECK("goals"."state" in ('suggested', 'no_thanks', 'going', 'parked', 'done'))
);
--> statement-breakpoint
CREATE INDEX `goals_changed` ON `goals` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `goals_pairing` ON `goals` (`pairing_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`dedupe` text NOT NULL,
	`body` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`leased_until` integer,
	`lease_id` text,
	`done_at` integer,
	`dead_at` integer,
	`last_error` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`dedupe`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`done_at`,`dead_at`,`run_at`);--> statement-breakpoint
CREATE TABLE `mail_addresses` (
	`person_id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`secret_hash` text,
	`asked_at` integer NOT NULL,
	`confirmed_at` integer,
	`on` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notices` (
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
	CONSTRAINT "notices_kind" CHECK("notices"."kind" in ('message', 'waiting', 'meeting_tomorrow', 'meeting_soon', 'meeting_changed', 'proposal', 'introduction', 'promise_due', 'review', 'ending', 'late', 'cover', 'desk_late'))
);
--> statement-breakpoint
CREATE INDEX `notices_changed` ON `notices` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `notices_unseen` ON `notices` (`person_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `push_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`session_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`created_at` integer NOT NULL,
	`reached_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `push_subscriptions_endpoint` ON `push_subscriptions` (`endpoint`);--> statement-breakpoint
CREATE INDEX `push_subscriptions_person` ON `push_subscriptions` (`person_id`);--> statement-breakpoint
CREATE INDEX `push_subscriptions_session` ON `push_subscriptions` (`session_id`);--> statement-breakpoint
CREATE TABLE `tell_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`choices` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tell_choices_changed` ON `tell_choices` (`space_id`,`revision`);--> statement-breakpoint
ALTER TABLE `programmes` ADD `night_from` text DEFAULT '21:00' NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `night_until` text DEFAULT '07:00' NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `push_words` text DEFAULT 'You have something new' NOT NULL;--> statement-breakpoint
ALTER TABLE `pairings` ADD `nudged_at` integer;--> statement-breakpoint
ALTER TABLE `pairings` ADD `looked_into_at` integer;--> statement-breakpoint
ALTER TABLE `pairings` ADD `looked_into_by` text;