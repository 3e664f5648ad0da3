CREATE TABLE "memberships" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"programme_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('young', 'mentor', 'coordinator', 'safeguarding', 'group', 'facilitator'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"first_name" text collate "C" NOT NULL,
	"code_name" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"name" text collate "C" NOT NULL,
	"app_name" text collate "C" NOT NULL,
	"zone" text collate "C" NOT NULL,
	"help_lines" json NOT NULL,
	"wish_questions" json,
	"approvals_needed" json,
	"agreement_limits" json,
	"nation" text collate "C" NOT NULL,
	"calendar_title" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "readers" (
	"space_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	CONSTRAINT "readers_person_id_space_id_since_pk" PRIMARY KEY("person_id","space_id","since")
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	"audit_seal" text collate "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"challenge" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"secret_hash" text collate "C" NOT NULL,
	"programme_id" text collate "C",
	"person_id" text collate "C",
	"invited_by_id" text collate "C",
	"purpose" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "phrases" (
	"person_id" text collate "C" PRIMARY KEY NOT NULL,
	"hash" text collate "C" NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"secret_hash" text collate "C" NOT NULL,
	"device" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"count" bigint NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	"zone" text collate "C" NOT NULL,
	"hours" json NOT NULL,
	"answer_within_minutes" bigint NOT NULL,
	"terms" json NOT NULL,
	"from" timestamp (3) with time zone,
	"proposed_by" text collate "C",
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"young_yes_at" timestamp (3) with time zone,
	"mentor_yes_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"closed_why" text collate "C",
	CONSTRAINT "agreements_closed" CHECK ("agreements"."closed_why" in ('replaced', 'no_thanks', 'withdrawn', 'overtaken'))
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"programme_id" text collate "C" NOT NULL,
	"young_id" text collate "C" NOT NULL,
	"mentor_id" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"paused_from" text collate "C",
	"started_at" timestamp (3) with time zone NOT NULL,
	"ends_on" text collate "C",
	"cover_offer_id" text collate "C",
	"waiting_since" timestamp (3) with time zone,
	CONSTRAINT "pairings_state" CHECK ("pairings"."state" in ('active', 'paused', 'winding-down', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "partings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"wants" text collate "C" NOT NULL,
	"tells" text collate "C" NOT NULL,
	"why" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"zone" text collate "C" NOT NULL,
	"starts_on" text collate "C" NOT NULL,
	"time" text collate "C" NOT NULL,
	"minutes" bigint NOT NULL,
	"repeats" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"travel" text collate "C" NOT NULL,
	"skips_holidays" text collate "C",
	"until" text collate "C",
	CONSTRAINT "series_repeats" CHECK ("series"."repeats" in ('weekly', 'fortnightly', 'monthly', 'once')),
	CONSTRAINT "series_skips" CHECK ("series"."skips_holidays" in ('england_and_wales', 'scotland', 'northern_ireland'))
);
--> statement-breakpoint
CREATE TABLE "aways" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"mentor_id" text collate "C" NOT NULL,
	"from" text collate "C" NOT NULL,
	"until" text collate "C" NOT NULL,
	"starts" timestamp (3) with time zone NOT NULL,
	"ends" timestamp (3) with time zone NOT NULL,
	"cover_id" text collate "C",
	"at" timestamp (3) with time zone NOT NULL,
	"no_thanks_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"secret_hash" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "hows" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"how" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hows_how" CHECK ("hows"."how" in ('good', 'fine', 'not_good', 'nobody_came'))
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"gone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"meeting_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"series_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"moved_starts" timestamp (3) with time zone,
	"moved_minutes" bigint,
	"moved_place" text collate "C",
	"moved_at" timestamp (3) with time zone,
	"young_yes_at" timestamp (3) with time zone,
	"mentor_yes_at" timestamp (3) with time zone,
	"called_off_by" text collate "C",
	"called_off_by_id" text collate "C",
	"called_off_at" timestamp (3) with time zone,
	"called_off_starts" timestamp (3) with time zone,
	"called_off_why" text collate "C" NOT NULL,
	"young_late_at" timestamp (3) with time zone,
	"mentor_late_at" timestamp (3) with time zone,
	"mentor_late_minutes" bigint,
	"young_here_at" timestamp (3) with time zone,
	"mentor_here_at" timestamp (3) with time zone,
	"happened" boolean,
	"missed_by" text collate "C",
	"minutes_together" bigint,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "meetings_called_off" CHECK ("meetings"."called_off_by" in ('young', 'mentor', 'cover', 'programme')),
	CONSTRAINT "meetings_missed" CHECK ("meetings"."missed_by" in ('young', 'mentor', 'both'))
);
--> statement-breakpoint
CREATE TABLE "moves" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"series_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"scope" text collate "C" NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"by" text collate "C" NOT NULL,
	"times" json NOT NULL,
	"minutes" bigint NOT NULL,
	"place" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text collate "C" NOT NULL,
	"taken" json,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "moves_scope" CHECK ("moves"."scope" in ('this', 'later', 'all')),
	CONSTRAINT "moves_by" CHECK ("moves"."by" in ('young', 'mentor', 'cover')),
	CONSTRAINT "moves_state" CHECK ("moves"."state" in ('open', 'taken', 'none_suits', 'withdrawn', 'overtaken'))
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"feeling" text collate "C" NOT NULL,
	"line" text collate "C" NOT NULL,
	"hope" text collate "C" NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"clock_ahead" boolean NOT NULL,
	CONSTRAINT "check_ins_feeling" CHECK ("check_ins"."feeling" in ('great', 'good', 'okay', 'rough', 'awful')),
	CONSTRAINT "check_ins_hope" CHECK ("check_ins"."hope" in ('just_telling', 'reply', 'talk'))
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"by_name" text collate "C" NOT NULL,
	"by_role" text collate "C" NOT NULL,
	"what" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"pairing_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"tap" text collate "C",
	"check_in_id" text collate "C",
	"written_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"held_until" timestamp (3) with time zone,
	"not_sent_why" text collate "C",
	"not_meant_at" timestamp (3) with time zone,
	"clock_ahead" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seen" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"up_to" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "abouts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"lines" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"programme_id" text collate "C" NOT NULL,
	"mentor_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"from_day" text collate "C" NOT NULL,
	"until_day" text collate "C",
	"by_id" text collate "C",
	"at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "askings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "introductions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"programme_id" text collate "C" NOT NULL,
	"young_id" text collate "C" NOT NULL,
	"mentor_id" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"why_not" text collate "C",
	"waits_for" text collate "C",
	"card" json NOT NULL,
	"offered_by_id" text collate "C",
	"offered_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answer" text collate "C",
	"answered_at" timestamp (3) with time zone,
	"mentor_said" text collate "C",
	"first_meeting_at" timestamp (3) with time zone,
	"first_meeting_place" text collate "C",
	"young_after" text collate "C",
	"mentor_after" text collate "C",
	"shown" text collate "C",
	"young_why" text collate "C",
	"mentor_why" text collate "C",
	"pairing_id" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "mentor_cards" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"programme_id" text collate "C" NOT NULL,
	"mentor_id" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"card" json NOT NULL,
	"capacity" bigint NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"approved" json,
	"approved_at" timestamp (3) with time zone,
	"approved_by_id" text collate "C",
	"returned_why" text collate "C" DEFAULT '' NOT NULL,
	"introduced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "vetoes" (
	"programme_id" text collate "C" NOT NULL,
	"young_id" text collate "C" NOT NULL,
	"mentor_id" text collate "C" NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vetoes_programme_id_young_id_mentor_id_pk" PRIMARY KEY("programme_id","young_id","mentor_id")
);
--> statement-breakpoint
CREATE TABLE "wishes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"programme_id" text collate "C" NOT NULL,
	"young_id" text collate "C" NOT NULL,
	"wanted" text collate "C",
	"wanted_at" timestamp (3) with time zone NOT NULL,
	"said" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"space_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text collate "C",
	"action" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"person_id" text collate "C" NOT NULL,
	"entry_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"outcome" json NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "entries_person_id_entry_id_pk" PRIMARY KEY("person_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readers" ADD CONSTRAINT "readers_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readers" ADD CONSTRAINT "readers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_young_id_people_id_fk" FOREIGN KEY ("young_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_mentor_id_people_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_cover_offer_id_people_id_fk" FOREIGN KEY ("cover_offer_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partings" ADD CONSTRAINT "partings_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partings" ADD CONSTRAINT "partings_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aways" ADD CONSTRAINT "aways_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aways" ADD CONSTRAINT "aways_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aways" ADD CONSTRAINT "aways_mentor_id_people_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aways" ADD CONSTRAINT "aways_cover_id_people_id_fk" FOREIGN KEY ("cover_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hows" ADD CONSTRAINT "hows_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hows" ADD CONSTRAINT "hows_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_called_off_by_id_people_id_fk" FOREIGN KEY ("called_off_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_check_in_id_check_ins_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "check_ins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen" ADD CONSTRAINT "seen_id_pairings_id_fk" FOREIGN KEY ("id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen" ADD CONSTRAINT "seen_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abouts" ADD CONSTRAINT "abouts_id_people_id_fk" FOREIGN KEY ("id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abouts" ADD CONSTRAINT "abouts_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_mentor_id_people_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "askings" ADD CONSTRAINT "askings_id_introductions_id_fk" FOREIGN KEY ("id") REFERENCES "introductions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "askings" ADD CONSTRAINT "askings_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_young_id_people_id_fk" FOREIGN KEY ("young_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_mentor_id_people_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_offered_by_id_people_id_fk" FOREIGN KEY ("offered_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_cards" ADD CONSTRAINT "mentor_cards_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_cards" ADD CONSTRAINT "mentor_cards_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_cards" ADD CONSTRAINT "mentor_cards_mentor_id_people_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_cards" ADD CONSTRAINT "mentor_cards_approved_by_id_people_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vetoes" ADD CONSTRAINT "vetoes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vetoes" ADD CONSTRAINT "vetoes_young_id_people_id_fk" FOREIGN KEY ("young_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vetoes" ADD CONSTRAINT "vetoes_mentor_id_people_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vetoes" ADD CONSTRAINT "vetoes_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_young_id_people_id_fk" FOREIGN KEY ("young_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_of_each" ON "memberships" USING btree ("programme_id","person_id","role");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_code_name" ON "people" USING btree ("code_name");--> statement-breakpoint
CREATE INDEX "readers_space" ON "readers" USING btree ("space_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_secret" ON "invitations" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "invitations_person" ON "invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "passkeys_person" ON "passkeys" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tries_until" ON "tries" USING btree ("until");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_version" ON "agreements" USING btree ("pairing_id","version");--> statement-breakpoint
CREATE INDEX "agreements_changed" ON "agreements" USING btree ("space_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "pairings_space" ON "pairings" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "pairings_programme" ON "pairings" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "pairings_young" ON "pairings" USING btree ("young_id");--> statement-breakpoint
CREATE INDEX "pairings_mentor" ON "pairings" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "partings_changed" ON "partings" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "partings_pairing" ON "partings" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "series_changed" ON "series" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "series_pairing" ON "series" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "aways_changed" ON "aways" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "aways_pairing" ON "aways" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "aways_cover" ON "aways" USING btree ("cover_id");--> statement-breakpoint
CREATE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "hows_changed" ON "hows" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "ideas_changed" ON "ideas" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "meeting_notes_changed" ON "meeting_notes" USING btree ("space_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_day" ON "meetings" USING btree ("series_id","day");--> statement-breakpoint
CREATE INDEX "meetings_changed" ON "meetings" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "meetings_pairing" ON "meetings" USING btree ("pairing_id","day");--> statement-breakpoint
CREATE INDEX "moves_changed" ON "moves" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "moves_meeting" ON "moves" USING btree ("series_id","day");--> statement-breakpoint
CREATE INDEX "check_ins_changed" ON "check_ins" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "check_ins_pairing" ON "check_ins" USING btree ("pairing_id","received_at");--> statement-breakpoint
CREATE INDEX "looks_changed" ON "looks" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "messages_changed" ON "messages" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "messages_pairing" ON "messages" USING btree ("pairing_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_held" ON "messages" USING btree ("held_until");--> statement-breakpoint
CREATE INDEX "seen_changed" ON "seen" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "abouts_changed" ON "abouts" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "approvals_mentor" ON "approvals" USING btree ("programme_id","mentor_id");--> statement-breakpoint
CREATE INDEX "askings_changed" ON "askings" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "introductions_changed" ON "introductions" USING btree ("space_id","revision");--> statement-breakpoint
CREATE INDEX "introductions_programme" ON "introductions" USING btree ("programme_id","state");--> statement-breakpoint
CREATE INDEX "introductions_young" ON "introductions" USING btree ("young_id");--> statement-breakpoint
CREATE INDEX "introductions_mentor" ON "introductions" USING btree ("mentor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mentor_cards_one_each" ON "mentor_cards" USING btree ("programme_id","mentor_id");--> statement-breakpoint
CREATE INDEX "mentor_cards_changed" ON "mentor_cards" USING btree ("space_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "wishes_one_each" ON "wishes" USING btree ("programme_id","young_id");--> statement-breakpoint
CREATE INDEX "wishes_changed" ON "wishes" USING btree ("space_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_order" ON "audit" USING btree ("space_id","revision","position");