CREATE TABLE "patterns_taken_up" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"programme_id" text collate "C" NOT NULL,
	"mentor_id" text collate "C" NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"note" text collate "C" NOT NULL,
	"events" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "place_in_calendar" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "aways" ADD COLUMN "fine_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "aways" ADD COLUMN "cover_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "patterns_taken_up" ADD CONSTRAINT "patterns_taken_up_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patterns_taken_up" ADD CONSTRAINT "patterns_taken_up_mentor_id_people_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patterns_taken_up" ADD CONSTRAINT "patterns_taken_up_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "patterns_taken_up_mentor" ON "patterns_taken_up" USING btree ("programme_id","mentor_id");--> statement-breakpoint
-- Written by hand: what was noted about a pattern stays as it was noted.
CREATE FUNCTION refuse_taken_up_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'what was taken up is append-only';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER patterns_taken_up_never_changed BEFORE UPDATE OR DELETE ON patterns_taken_up
FOR EACH ROW EXECUTE FUNCTION refuse_taken_up_change();
--> statement-breakpoint
CREATE TRIGGER patterns_taken_up_never_emptied BEFORE TRUNCATE ON patterns_taken_up
FOR EACH STATEMENT EXECUTE FUNCTION refuse_taken_up_change();
