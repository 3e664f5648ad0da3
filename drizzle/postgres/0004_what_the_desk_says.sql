ALTER TABLE "pairings" ADD COLUMN "desk_says" text collate "C";--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "desk_said_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "desk_said_by" text collate "C";--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_desk_said_by_people_id_fk" FOREIGN KEY ("desk_said_by") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;