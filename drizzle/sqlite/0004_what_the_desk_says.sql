ALTER TABLE `pairings` ADD `desk_says` text;--> statement-breakpoint
ALTER TABLE `pairings` ADD `desk_said_at` integer;--> statement-breakpoint
ALTER TABLE `pairings` ADD `desk_said_by` text REFERENCES people(id);