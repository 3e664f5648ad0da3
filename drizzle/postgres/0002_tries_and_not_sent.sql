CREATE TABLE "tries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"count" bigint NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "not_sent_why" text collate "C";--> statement-breakpoint
CREATE INDEX "tries_until" ON "tries" USING btree ("until");