CREATE TABLE `tries` (
	`id` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tries_until` ON `tries` (`until`);--> statement-breakpoint
ALTER TABLE `messages` ADD `not_sent_why` text;