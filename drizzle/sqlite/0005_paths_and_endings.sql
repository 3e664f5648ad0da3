CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`programme_id` text NOT NULL,
	`version` integer NOT NULL,
	`plan` text NOT NULL,
	`made_by_id` text,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_version` ON `plans` (`programme_id`,`version`);--> statement-breakpoint
CREATE INDEX `plans_changed` ON `plans` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `afterwards` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`gone_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "afterwards_kind" CHECK("afterwards"."kind" in ('person', 'place', 'activity', 'ask'))
);
--> statement-breakpoint
CREATE INDEX `afterwards_changed` ON `afterwards` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `afterwards_pairing` ON `afterwards` (`pairing_id`);--> statement-breakpoint
CREATE TABLE `endings` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`how` text,
	`ended_at` integer,
	`readable_until` text,
	`desk_words` text NOT NULL,
	`desk_by_id` text,
	`desk_at` integer,
	`graduation` text,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`desk_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "endings_how" CHECK("endings"."how" in ('planned', 'young_ended', 'mentor_left', 'mentor_gone', 'desk_ended'))
);
--> statement-breakpoint
CREATE INDEX `endings_changed` ON `endings` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `goodbyes` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`author_id` text NOT NULL,
	`desk` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`shown_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goodbyes_changed` ON `goodbyes` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `goodbyes_pairing` ON `goodbyes` (`pairing_id`);--> statement-breakpoint
CREATE TABLE `keepsake_picks` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`thing` text NOT NULL,
	`subject_id` text NOT NULL,
	`at` integer NOT NULL,
	`gone_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "keepsake_picks_thing" CHECK("keepsake_picks"."thing" in ('goal', 'message', 'meeting_note', 'goodbye', 'look_back', 'picture'))
);
--> statement-breakpoint
CREATE INDEX `keepsake_picks_changed` ON `keepsake_picks` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `look_backs` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`which` text NOT NULL,
	`person_id` text NOT NULL,
	`said` text NOT NULL,
	`counted` integer NOT NULL,
	`shared_at` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `look_backs_changed` ON `look_backs` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `look_backs_pairing` ON `look_backs` (`pairing_id`);--> statement-breakpoint
CREATE TABLE `look_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`wanted` integer NOT NULL,
	`times` text NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `look_ins_changed` ON `look_ins` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `look_ins_pairing` ON `look_ins` (`pairing_id`);--> statement-breakpoint
CREATE TABLE `stage_starts` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`stage_id` text NOT NULL,
	`from` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stage_starts_changed` ON `stage_starts` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `stage_starts_pairing` ON `stage_starts` (`pairing_id`);--> statement-breakpoint
CREATE TABLE `circle_members` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`circle_id` text NOT NULL,
	`person_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`circle_id`) REFERENCES `circles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `circle_members_changed` ON `circle_members` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `circle_members_circle` ON `circle_members` (`circle_id`);--> statement-breakpoint
CREATE INDEX `circle_members_person` ON `circle_members` (`person_id`);--> statement-breakpoint
CREATE TABLE `circles` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`worker_id` text NOT NULL,
	`plan_id` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`ended_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`worker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `circles_changed` ON `circles` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `circles_programme` ON `circles` (`programme_id`);--> statement-breakpoint
CREATE INDEX `circles_worker` ON `circles` (`worker_id`);--> statement-breakpoint
CREATE TABLE `gathering_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`gathering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`says` text NOT NULL,
	`without` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gathering_answers_says" CHECK("gathering_answers"."says" in ('yes', 'no', 'maybe'))
);
--> statement-breakpoint
CREATE INDEX `gathering_answers_changed` ON `gathering_answers` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `gathering_answers_gathering` ON `gathering_answers` (`gathering_id`);--> statement-breakpoint
CREATE TABLE `gatherings` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text,
	`circle_id` text,
	`zone` text NOT NULL,
	`day` text NOT NULL,
	`time` text NOT NULL,
	`minutes` integer NOT NULL,
	`place` text NOT NULL,
	`about` text NOT NULL,
	`whom` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`called_off_at` integer,
	`called_off_why` text NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`circle_id`) REFERENCES `circles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `gatherings_changed` ON `gatherings` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `gatherings_pairing` ON `gatherings` (`pairing_id`);--> statement-breakpoint
CREATE INDEX `gatherings_circle` ON `gatherings` (`circle_id`);--> statement-breakpoint
CREATE TABLE `safety_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`person_id` text NOT NULL,
	`lines` text NOT NULL,
	`shared_with` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `safety_plans_changed` ON `safety_plans` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `shared_safety_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`lines` text NOT NULL,
	`shared_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shared_safety_plans_changed` ON `shared_safety_plans` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `trusted_people` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`name` text NOT NULL,
	`who` text NOT NULL,
	`ring` integer NOT NULL,
	`at` integer NOT NULL,
	`gone_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trusted_people_changed` ON `trusted_people` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `trusted_people_pairing` ON `trusted_people` (`pairing_id`);--> statement-breakpoint
ALTER TABLE `programmes` ADD `plan_id` text;--> statement-breakpoint
ALTER TABLE `pairings` ADD `plan_id` text REFERENCES plans(id);--> statement-breakpoint
ALTER TABLE `goals` ADD `term` text;--> statement-breakpoint
ALTER TABLE `goals` ADD `domain` text;