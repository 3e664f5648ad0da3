CREATE TABLE "goal_changes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"goal_id" text collate "C" NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"part" text collate "C" NOT NULL,
	"to" text collate "C" NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "goal_changes_part" CHECK ("goal_changes"."part" in ('words', 'low', 'high', 'kind', 'state'))
);
--> statement-breakpoint
CREATE TABLE "goal_marks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"goal_id" text collate "C" NOT NULL,
	"line" bigint NOT NULL,
	"words" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "goal_notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"goal_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "goal_promises" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"goal_id" text collate "C" NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"due_on" text collate "C",
	"at" timestamp (3) with time zone NOT NULL,
	"kept_at" timestamp (3) with time zone,
	"gone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "goal_steps" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"goal_id" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"gone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"state_at" timestamp (3) with time zone NOT NULL,
	"words" text collate "C" NOT NULL,
	"low_words" text collate "C" NOT NULL,
	"high_words" text collate "C" NOT NULL,
	"suggested_by_id" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "goals_kind" CHECK ("goals"."kind" in ('handling', 'learning', 'fun')),
	CONSTRAINT "goals_state" CHECK ("goals"."state" in ('suggested', 'no_thanks', 'going', 'parked', 'done'))
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"dedupe" text collate "C" NOT NULL,
	"body" json NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"lease_id" text collate "C",
	"done_at" timestamp (3) with time zone,
	"dead_at" timestamp (3) with time zone,
	"last_error" text collate "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_addresses" (
	"person_id" text collate "C" PRIMARY KEY NOT NULL,
	"address" text collate "C" NOT NULL,
	"secret_hash" text collate "C",
	"asked_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"on" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"pairing_id" text collate "C",
	"subject_id" text collate "C",
	"until" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "notices_kind" CHECK ("notices"."kind" in ('message', 'waiting', 'meeting_tomorrow', 'meeting_soon', 'meeting_changed', 'proposal', 'introduction', 'promise_due', 'review', 'ending', 'late', 'cover', 'desk_late'))
);
--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"session_id" text collate "C" NOT NULL,
	"endpoint" text collate "C" NOT NULL,
	"p256dh" text collate "C" NOT NULL,
	"auth" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"reached_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "tell_choices" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"choices" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "night_from" text collate "C" DEFAULT '21:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "night_until" text collate "C" DEFAULT '07:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "push_words" text collate "C" DEFAULT 'You have something new' NOT NULL;--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "nudged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "looked_into_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "looked_into_by" text collate "C";--> statement-breakpoint
ALTER TABLE "goal_changes" ADD CONSTRAINT "goal_changes_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_changes" ADD CONSTRAINT "goal_changes_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_changes" ADD CONSTRAINT "goal_changes_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_changes" ADD CONSTRAINT "goal_changes_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_marks" ADD CONSTRAINT "goal_marks_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_marks" ADD CONSTRAINT "goal_marks_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_marks" ADD CONSTRAINT "goal_marks_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_notes" ADD CONSTRAINT "goal_notes_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_notes" ADD CONSTRAINT "goal_notes_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_notes" ADD CONSTRAINT "goal_notes_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_notes" ADD CONSTRAINT "goal_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_promises" ADD CONSTRAINT "goal_promises_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_promises" ADD CONSTRAINT "goal_promises_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_promises" ADD CONSTRAINT "goal_promises_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_promises" ADD CONSTRAINT "goal_promises_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_steps" ADD CONSTRAINT "goal_steps_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_steps" ADD CONSTRAINT "goal_steps_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_steps" ADD CONSTRAINT "goal_steps_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_suggested_by_id_people_id_fk" FOREIGN KEY ("suggested_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_addresses" ADD CONSTRAINT "mail_addresses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tell_choices" ADD CONSTRAINT "tell_choices_id_people_id_fk" FOREIGN KEY ("id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tell_choices" ADD CONSTRAINT "tell_choices_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "goal_changes_changed" ON "goal_changes" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "goal_changes_goal" ON "goal_changes" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "goal_marks_changed" ON "goal_marks" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "goal_marks_goal" ON "goal_marks" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "goal_notes_changed" ON "goal_notes" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "goal_notes_goal" ON "goal_notes" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "goal_promises_changed" ON "goal_promises" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "goal_promises_goal" ON "goal_promises" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "goal_steps_changed" ON "goal_steps" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "goal_steps_goal" ON "goal_steps" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "goals_changed" ON "goals" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "goals_pairing" ON "goals" USING btree ("pairing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_dedupe" ON "jobs" USING btree ("dedupe");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("done_at","dead_at","run_at");--> statement-breakpoint
CREATE INDEX "notices_changed" ON "notices" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "notices_unseen" ON "notices" USING btree ("person_id","seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "push_subscriptions_endpoint" ON "push_subscriptions" USING btree ("endpoint");--> statement-breakpoint
CREATE INDEX "push_subscriptions_person" ON "push_subscriptions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "push_subscriptions_session" ON "push_subscriptions" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "tell_choices_changed" ON "tell_choices" USING btree ("space_id","revision");