CREATE TABLE "plans" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"programme_id" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	"plan" json NOT NULL,
	"made_by_id" text collate "C",
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "afterwards" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"gone_at" timestamp (3) with time zone,
	CONSTRAINT "afterwards_kind" CHECK ("afterwards"."kind" in ('person', 'place', 'activity', 'ask'))
);
--> statement-breakpoint
CREATE TABLE "endings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"how" text collate "C",
	"ended_at" timestamp (3) with time zone,
	"readable_until" text collate "C",
	"desk_words" text collate "C" NOT NULL,
	"desk_by_id" text collate "C",
	"desk_at" timestamp (3) with time zone,
	"graduation" json,
	CONSTRAINT "endings_how" CHECK ("endings"."how" in ('planned', 'young_ended', 'mentor_left', 'mentor_gone', 'desk_ended'))
);
--> statement-breakpoint
CREATE TABLE "goodbyes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"desk" boolean NOT NULL,
	"words" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"shown_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "keepsake_picks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"thing" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"gone_at" timestamp (3) with time zone,
	CONSTRAINT "keepsake_picks_thing" CHECK ("keepsake_picks"."thing" in ('goal', 'message', 'meeting_note', 'goodbye', 'look_back', 'picture'))
);
--> statement-breakpoint
CREATE TABLE "look_backs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"which" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"said" text collate "C" NOT NULL,
	"counted" boolean NOT NULL,
	"shared_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "look_ins" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"wanted" boolean NOT NULL,
	"times" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stage_starts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"stage_id" text collate "C" NOT NULL,
	"from" text collate "C" NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "circle_members" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"circle_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "circles" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"programme_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"worker_id" text collate "C" NOT NULL,
	"plan_id" text collate "C",
	"starts_on" text collate "C" NOT NULL,
	"ends_on" text collate "C",
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gathering_answers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"gathering_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"says" text collate "C" NOT NULL,
	"without" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gathering_answers_says" CHECK ("gathering_answers"."says" in ('yes', 'no', 'maybe'))
);
--> statement-breakpoint
CREATE TABLE "gatherings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C",
	"circle_id" text collate "C",
	"zone" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"time" text collate "C" NOT NULL,
	"minutes" bigint NOT NULL,
	"place" text collate "C" NOT NULL,
	"about" text collate "C" NOT NULL,
	"whom" text collate "C" NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"called_off_at" timestamp (3) with time zone,
	"called_off_why" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "safety_plans" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"lines" text collate "C" NOT NULL,
	"shared_with" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shared_safety_plans" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"lines" text collate "C" NOT NULL,
	"shared_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "trusted_people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"who" text collate "C" NOT NULL,
	"ring" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"gone_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "plan_id" text collate "C";--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "plan_id" text collate "C";--> statement-breakpoint
ALTER TABLE "goals" ADD COLUMN "term" text collate "C";--> statement-breakpoint
ALTER TABLE "goals" ADD COLUMN "domain" text collate "C";--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "afterwards" ADD CONSTRAINT "afterwards_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "afterwards" ADD CONSTRAINT "afterwards_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "afterwards" ADD CONSTRAINT "afterwards_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_desk_by_id_people_id_fk" FOREIGN KEY ("desk_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goodbyes" ADD CONSTRAINT "goodbyes_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goodbyes" ADD CONSTRAINT "goodbyes_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goodbyes" ADD CONSTRAINT "goodbyes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keepsake_picks" ADD CONSTRAINT "keepsake_picks_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keepsake_picks" ADD CONSTRAINT "keepsake_picks_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_backs" ADD CONSTRAINT "look_backs_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_backs" ADD CONSTRAINT "look_backs_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_backs" ADD CONSTRAINT "look_backs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_ins" ADD CONSTRAINT "look_ins_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_ins" ADD CONSTRAINT "look_ins_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_starts" ADD CONSTRAINT "stage_starts_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_starts" ADD CONSTRAINT "stage_starts_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_starts" ADD CONSTRAINT "stage_starts_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_members" ADD CONSTRAINT "circle_members_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_members" ADD CONSTRAINT "circle_members_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_members" ADD CONSTRAINT "circle_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circles" ADD CONSTRAINT "circles_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circles" ADD CONSTRAINT "circles_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circles" ADD CONSTRAINT "circles_worker_id_people_id_fk" FOREIGN KEY ("worker_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circles" ADD CONSTRAINT "circles_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering_answers" ADD CONSTRAINT "gathering_answers_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering_answers" ADD CONSTRAINT "gathering_answers_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering_answers" ADD CONSTRAINT "gathering_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_plans" ADD CONSTRAINT "safety_plans_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_plans" ADD CONSTRAINT "safety_plans_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_safety_plans" ADD CONSTRAINT "shared_safety_plans_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_safety_plans" ADD CONSTRAINT "shared_safety_plans_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_people" ADD CONSTRAINT "trusted_people_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_people" ADD CONSTRAINT "trusted_people_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plans_version" ON "plans" USING btree ("programme_id","version");--> statement-breakpoint
CREATE INDEX "plans_changed" ON "plans" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "afterwards_changed" ON "afterwards" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "afterwards_pairing" ON "afterwards" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "endings_changed" ON "endings" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "goodbyes_changed" ON "goodbyes" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "goodbyes_pairing" ON "goodbyes" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "keepsake_picks_changed" ON "keepsake_picks" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "look_backs_changed" ON "look_backs" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "look_backs_pairing" ON "look_backs" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "look_ins_changed" ON "look_ins" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "look_ins_pairing" ON "look_ins" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "stage_starts_changed" ON "stage_starts" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "stage_starts_pairing" ON "stage_starts" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "circle_members_changed" ON "circle_members" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "circle_members_circle" ON "circle_members" USING btree ("circle_id");--> statement-breakpoint
CREATE INDEX "circle_members_person" ON "circle_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "circles_changed" ON "circles" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "circles_programme" ON "circles" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "circles_worker" ON "circles" USING btree ("worker_id");--> statement-breakpoint
CREATE INDEX "gathering_answers_changed" ON "gathering_answers" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "gathering_answers_gathering" ON "gathering_answers" USING btree ("gathering_id");--> statement-breakpoint
CREATE INDEX "gatherings_changed" ON "gatherings" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "gatherings_pairing" ON "gatherings" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "gatherings_circle" ON "gatherings" USING btree ("circle_id");--> statement-breakpoint
CREATE INDEX "safety_plans_changed" ON "safety_plans" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "shared_safety_plans_changed" ON "shared_safety_plans" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "trusted_people_changed" ON "trusted_people" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "trusted_people_pairing" ON "trusted_people" USING btree ("pairing_id");--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE no action ON UPDATE no action;