CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "memberships_role" CHECK("memberships"."role" in ('young', 'mentor', 'coordinator', 'safeguarding', 'group', 'facilitator'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_one_of_each` ON `memberships` (`programme_id`,`person_id`,`role`);--> statement-breakpoint
CREATE INDEX `memberships_person` ON `memberships` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`first_name` text NOT NULL,
	`code_name` text,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_code_name` ON `people` (`code_name`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`name` text NOT NULL,
	`app_name` text NOT NULL,
	`zone` text NOT NULL,
	`help_lines` text NOT NULL,
	`wish_questions` text,
	`approvals_needed` text,
	`agreement_limits` text,
	`nation` text NOT NULL,
	`calendar_title` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `readers` (
	`space_id` text NOT NULL,
	`person_id` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`person_id`, `space_id`, `since`),
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `readers_space` ON `readers` (`space_id`);--> statement-breakpoint
CREATE TABLE `spaces` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`audit_seal` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`challenge` text NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`programme_id` text,
	`person_id` text,
	`invited_by_id` text,
	`purpose` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_secret` ON `invitations` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `invitations_person` ON `invitations` (`person_id`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `phrases` (
	`person_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `tries` (
	`id` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tries_until` ON `tries` (`until`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`version` integer NOT NULL,
	`zone` text NOT NULL,
	`hours` text NOT NULL,
	`answer_within_minutes` integer NOT NULL,
	`terms` text NOT NULL,
	`from` integer,
	`proposed_by` text,
	`proposed_at` integer NOT NULL,
	`young_yes_at` integer,
	`mentor_yes_at` integer,
	`closed_at` integer,
	`closed_why` text,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreements_closed" CHECK("agreements"."closed_why" in ('replaced', 'no_thanks', 'withdrawn', 'overtaken'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_version` ON `agreements` (`pairing_id`,`version`);--> statement-breakpoint
CREATE INDEX `agreements_changed` ON `agreements` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `pairings` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`programme_id` text NOT NULL,
	`young_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`state` text NOT NULL,
	`paused_from` text,
	`started_at` integer NOT NULL,
	`ends_on` text,
	`cover_offer_id` text,
	`waiting_since` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cover_offer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pairings_state" CHECK("pairings"."state" in ('active', 'paused', 'winding-down', 'ended'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pairings_space` ON `pairings` (`space_id`);--> statement-breakpoint
CREATE INDEX `pairings_programme` ON `pairings` (`programme_id`);--> statement-breakpoint
CREATE INDEX `pairings_young` ON `pairings` (`young_id`);--> statement-breakpoint
CREATE INDEX `pairings_mentor` ON `pairings` (`mentor_id`);--> statement-breakpoint
CREATE TABLE `partings` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`wants` text NOT NULL,
	`tells` text NOT NULL,
	`why` text NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partings_changed` ON `partings` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `partings_pairing` ON `partings` (`pairing_id`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`zone` text NOT NULL,
	`starts_on` text NOT NULL,
	`time` text NOT NULL,
	`minutes` integer NOT NULL,
	`repeats` text NOT NULL,
	`place` text NOT NULL,
	`travel` text NOT NULL,
	`skips_holidays` text,
	`until` text,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "series_repeats" CHECK("series"."repeats" in ('weekly', 'fortnightly', 'monthly', 'once')),
	CONSTRAINT "series_skips" CHECK("series"."skips_holidays" in ('england_and_wales', 'scotland', 'northern_ireland'))
);
--> statement-breakpoint
CREATE INDEX `series_changed` ON `series` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `series_pairing` ON `series` (`pairing_id`);--> statement-breakpoint
CREATE TABLE `aways` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`starts` integer NOT NULL,
	`ends` integer NOT NULL,
	`cover_id` text,
	`at` integer NOT NULL,
	`no_thanks_at` integer,
	`cancelled_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cover_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `aways_changed` ON `aways` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `aways_pairing` ON `aways` (`pairing_id`);--> statement-breakpoint
CREATE INDEX `aways_cover` ON `aways` (`cover_id`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `hows` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`how` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hows_how" CHECK("hows"."how" in ('good', 'fine', 'not_good', 'nobody_came'))
);
--> statement-breakpoint
CREATE INDEX `hows_changed` ON `hows` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `ideas` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`gone_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ideas_changed` ON `ideas` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `meeting_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_notes_changed` ON `meeting_notes` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`series_id` text NOT NULL,
	`day` text NOT NULL,
	`moved_starts` integer,
	`moved_minutes` integer,
	`moved_place` text,
	`moved_at` integer,
	`young_yes_at` integer,
	`mentor_yes_at` integer,
	`called_off_by` text,
	`called_off_by_id` text,
	`called_off_at` integer,
	`called_off_starts` integer,
	`called_off_why` text NOT NULL,
	`young_late_at` integer,
	`mentor_late_at` integer,
	`mentor_late_minutes` integer,
	`young_here_at` integer,
	`mentor_here_at` integer,
	`happened` integer,
	`missed_by` text,
	`minutes_together` integer,
	`told_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`called_off_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meetings_called_off" CHECK("meetings"."called_off_by" in ('young', 'mentor', 'cover', 'programme')),
	CONSTRAINT "meetings_missed" CHECK("meetings"."missed_by" in ('young', 'mentor', 'both'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_day` ON `meetings` (`series_id`,`day`);--> statement-breakpoint
CREATE INDEX `meetings_changed` ON `meetings` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `meetings_pairing` ON `meetings` (`pairing_id`,`day`);--> statement-breakpoint
CREATE TABLE `moves` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`series_id` text NOT NULL,
	`day` text NOT NULL,
	`scope` text NOT NULL,
	`by_id` text NOT NULL,
	`by` text NOT NULL,
	`times` text NOT NULL,
	`minutes` integer NOT NULL,
	`place` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`taken` text,
	`settled_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "moves_scope" CHECK("moves"."scope" in ('this', 'later', 'all')),
	CONSTRAINT "moves_by" CHECK("moves"."by" in ('young', 'mentor', 'cover')),
	CONSTRAINT "moves_state" CHECK("moves"."state" in ('open', 'taken', 'none_suits', 'withdrawn', 'overtaken'))
);
--> statement-breakpoint
CREATE INDEX `moves_changed` ON `moves` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `moves_meeting` ON `moves` (`series_id`,`day`);--> statement-breakpoint
CREATE TABLE `check_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`author_id` text NOT NULL,
	`feeling` text NOT NULL,
	`line` text NOT NULL,
	`hope` text NOT NULL,
	`written_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`clock_ahead` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "check_ins_feeling" CHECK("check_ins"."feeling" in ('great', 'good', 'okay', 'rough', 'awful')),
	CONSTRAINT "check_ins_hope" CHECK("check_ins"."hope" in ('just_telling', 'reply', 'talk'))
);
--> statement-breakpoint
CREATE INDEX `check_ins_changed` ON `check_ins` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `check_ins_pairing` ON `check_ins` (`pairing_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `looks` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`by_role` text NOT NULL,
	`what` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `looks_changed` ON `looks` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`pairing_id` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`tap` text,
	`check_in_id` text,
	`written_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`held_until` integer,
	`not_sent_why` text,
	`not_meant_at` integer,
	`clock_ahead` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`check_in_id`) REFERENCES `check_ins`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_changed` ON `messages` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `messages_pairing` ON `messages` (`pairing_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `messages_held` ON `messages` (`held_until`);--> statement-breakpoint
CREATE TABLE `seen` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`up_to` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seen_changed` ON `seen` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `abouts` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`lines` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `abouts_changed` ON `abouts` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	`by_id` text,
	`at` integer NOT NULL,
	`taken_back_at` integer,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `approvals_mentor` ON `approvals` (`programme_id`,`mentor_id`);--> statement-breakpoint
CREATE TABLE `askings` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `introductions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `askings_changed` ON `askings` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `introductions` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`programme_id` text NOT NULL,
	`young_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`state` text NOT NULL,
	`why_not` text,
	`waits_for` text,
	`card` text NOT NULL,
	`offered_by_id` text,
	`offered_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`mentor_said` text,
	`first_meeting_at` integer,
	`first_meeting_place` text,
	`young_after` text,
	`mentor_after` text,
	`shown` text,
	`young_why` text,
	`mentor_why` text,
	`pairing_id` text,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pairing_id`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `introductions_changed` ON `introductions` (`space_id`,`revision`);--> statement-breakpoint
CREATE INDEX `introductions_programme` ON `introductions` (`programme_id`,`state`);--> statement-breakpoint
CREATE INDEX `introductions_young` ON `introductions` (`young_id`);--> statement-breakpoint
CREATE INDEX `introductions_mentor` ON `introductions` (`mentor_id`);--> statement-breakpoint
CREATE TABLE `mentor_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`programme_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`state` text NOT NULL,
	`card` text NOT NULL,
	`capacity` integer NOT NULL,
	`written_at` integer NOT NULL,
	`approved` text,
	`approved_at` integer,
	`approved_by_id` text,
	`returned_why` text DEFAULT '' NOT NULL,
	`introduced_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mentor_cards_one_each` ON `mentor_cards` (`programme_id`,`mentor_id`);--> statement-breakpoint
CREATE INDEX `mentor_cards_changed` ON `mentor_cards` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `vetoes` (
	`programme_id` text NOT NULL,
	`young_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`programme_id`, `young_id`, `mentor_id`),
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `wishes` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`programme_id` text NOT NULL,
	`young_id` text NOT NULL,
	`wanted` text,
	`wanted_at` integer NOT NULL,
	`said` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`young_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wishes_one_each` ON `wishes` (`programme_id`,`young_id`);--> statement-breakpoint
CREATE INDEX `wishes_changed` ON `wishes` (`space_id`,`revision`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`action` text NOT NULL,
	`subject_id` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_order` ON `audit` (`space_id`,`revision`,`position`);--> statement-breakpoint
CREATE TABLE `entries` (
	`person_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`kind` text NOT NULL,
	`outcome` text NOT NULL,
	`written_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `entry_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
