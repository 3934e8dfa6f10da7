CREATE TABLE `accountability_actions` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`staff_id` integer,
	`as_head` integer NOT NULL,
	`ladder` text NOT NULL,
	`ground` text,
	`severity` text,
	`act_on` text,
	`circumstances` text NOT NULL,
	`earlier` text NOT NULL,
	`gist` text NOT NULL,
	`reason` text NOT NULL,
	`proposed_rung` text,
	`proposed_tier` integer,
	`proposed_sanctions` text NOT NULL,
	`proposed_by` integer NOT NULL,
	`proposed_on` text NOT NULL,
	`answer_until` text,
	`statement` text,
	`stated_on` text,
	`outcome` text,
	`decided_rung` text,
	`decided_tier` integer,
	`decided_sanctions` text,
	`deviation` text,
	`deciding_body` text,
	`decided_by` integer,
	`decided_on` text,
	`circular_on` text,
	`circular_about` integer,
	`department_told_on` text,
	`return_letter_on` text,
	`forwarded_on` text,
	`probation_until` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accountability_severity" CHECK("accountability_actions"."severity" in ('light', 'basic', 'heavier', 'serious')),
	CONSTRAINT "accountability_outcome" CHECK("accountability_actions"."outcome" in ('agreed', 'deviated', 'returned')),
	CONSTRAINT "accountability_act" CHECK("accountability_actions"."act_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "accountability_answer" CHECK("accountability_actions"."answer_until" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "accountability_decided" CHECK("accountability_actions"."decided_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "accountability_two_people" CHECK("accountability_actions"."decided_by" is null or "accountability_actions"."decided_by" <> "accountability_actions"."proposed_by"),
	CONSTRAINT "accountability_whole" CHECK(("accountability_actions"."decided_by" is null) = ("accountability_actions"."outcome" is null) and ("accountability_actions"."decided_by" is null) = ("accountability_actions"."decided_on" is null) and ("accountability_actions"."decided_by" is null) = ("accountability_actions"."deciding_body" is null)),
	CONSTRAINT "accountability_about" CHECK(("accountability_actions"."staff_id" is null) = ("accountability_actions"."ground" is null) and ("accountability_actions"."staff_id" is null) = ("accountability_actions"."severity" is null) and ("accountability_actions"."staff_id" is null) = ("accountability_actions"."act_on" is null) and ("accountability_actions"."staff_id" is null) = ("accountability_actions"."answer_until" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accountability_actions_publicId_unique` ON `accountability_actions` (`public_id`);--> statement-breakpoint
CREATE INDEX `accountability_of_case` ON `accountability_actions` (`case_id`);--> statement-breakpoint
CREATE INDEX `accountability_of_staff` ON `accountability_actions` (`staff_id`,`act_on`);--> statement-breakpoint
CREATE TABLE `apologies` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`word` text NOT NULL,
	`said_on` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "apologies_word" CHECK("apologies"."word" in ('none', 'accepted', 'notAccepted')),
	CONSTRAINT "apologies_said" CHECK("apologies"."said_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `apologies_caseId_unique` ON `apologies` (`case_id`);--> statement-breakpoint
CREATE TABLE `patrol_liabilities` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`officer_id` integer NOT NULL,
	`ground` text NOT NULL,
	`happened_on` text NOT NULL,
	`facts` text NOT NULL,
	`proposed_by` integer NOT NULL,
	`proposed_on` text NOT NULL,
	`answer_until` text NOT NULL,
	`statement` text,
	`stated_on` text,
	`held` integer,
	`decision` text,
	`decided_by` integer,
	`decided_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "patrol_liabilities_happened" CHECK("patrol_liabilities"."happened_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "patrol_liabilities_two_people" CHECK("patrol_liabilities"."decided_by" is null or ("patrol_liabilities"."decided_by" <> "patrol_liabilities"."proposed_by" and "patrol_liabilities"."decided_by" <> "patrol_liabilities"."officer_id")),
	CONSTRAINT "patrol_liabilities_whole" CHECK(("patrol_liabilities"."decided_by" is null) = ("patrol_liabilities"."held" is null) and ("patrol_liabilities"."decided_by" is null) = ("patrol_liabilities"."decided_on" is null) and ("patrol_liabilities"."decided_by" is null) = ("patrol_liabilities"."decision" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `patrol_liabilities_publicId_unique` ON `patrol_liabilities` (`public_id`);--> statement-breakpoint
CREATE INDEX `patrol_liabilities_of_hall` ON `patrol_liabilities` (`hall_id`,`happened_on`);--> statement-breakpoint
CREATE TABLE `retaliation_reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`text` text NOT NULL,
	`reported_on` text NOT NULL,
	`form_digest` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retaliation_reported" CHECK("retaliation_reports"."reported_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `retaliation_reports_formDigest_unique` ON `retaliation_reports` (`form_digest`);--> statement-breakpoint
CREATE INDEX `retaliation_of_case` ON `retaliation_reports` (`case_id`);--> statement-breakpoint
CREATE INDEX `retaliation_of_hall` ON `retaliation_reports` (`hall_id`,`reported_on`);--> statement-breakpoint
CREATE TABLE `appraisals` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`period` text NOT NULL,
	`part` text NOT NULL,
	`marks` text NOT NULL,
	`absent_running` integer DEFAULT 0 NOT NULL,
	`abroad_days` integer DEFAULT 0 NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`confirmed_by` integer,
	`confirmed_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appraisals_part" CHECK("appraisals"."part" in ('daily', 'yearly')),
	CONSTRAINT "appraisals_period" CHECK("appraisals"."period" glob (case "appraisals"."part" when 'daily' then '[0-9][0-9][0-9][0-9]-Q[1-4]' else '[0-9][0-9][0-9][0-9]' end)),
	CONSTRAINT "appraisals_days" CHECK("appraisals"."absent_running" >= 0 and "appraisals"."abroad_days" >= 0),
	CONSTRAINT "appraisals_two_people" CHECK("appraisals"."confirmed_by" is null or "appraisals"."confirmed_by" <> "appraisals"."entered_by")
) STRICT;
--> statement-breakpoint
CREATE INDEX `appraisals_of_period` ON `appraisals` (`hall_id`,`period`);--> statement-breakpoint
CREATE UNIQUE INDEX `appraisals_once` ON `appraisals` (`staff_id`,`period`,`part`);--> statement-breakpoint
CREATE TABLE `attendance_findings` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`minutes` integer,
	`found_by` integer NOT NULL,
	`found_on` text NOT NULL,
	`entry_id` integer,
	`confirmed_by` integer,
	`confirmed_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`found_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `score_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendance_findings_day" CHECK("attendance_findings"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "attendance_findings_kind" CHECK("attendance_findings"."kind" in ('late', 'early', 'away', 'markMissing')),
	CONSTRAINT "attendance_findings_minutes" CHECK(("attendance_findings"."kind" = 'markMissing') = ("attendance_findings"."minutes" is null)),
	CONSTRAINT "attendance_findings_two_people" CHECK("attendance_findings"."confirmed_by" is null or "attendance_findings"."confirmed_by" <> "attendance_findings"."found_by")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_findings_publicId_unique` ON `attendance_findings` (`public_id`);--> statement-breakpoint
CREATE INDEX `attendance_findings_of_hall` ON `attendance_findings` (`hall_id`,`day`);--> statement-breakpoint
CREATE TABLE `director_marks` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`month` text NOT NULL,
	`window_id` integer NOT NULL,
	`points` real NOT NULL,
	`reason` text NOT NULL,
	`proposed_by` integer NOT NULL,
	`proposed_on` text NOT NULL,
	`confirmed_by` integer,
	`confirmed_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "director_marks_month" CHECK("director_marks"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "director_marks_points" CHECK("director_marks"."points" >= 0),
	CONSTRAINT "director_marks_two_people" CHECK("director_marks"."confirmed_by" is null or "director_marks"."confirmed_by" <> "director_marks"."proposed_by")
) STRICT;
--> statement-breakpoint
CREATE INDEX `director_marks_of_month` ON `director_marks` (`hall_id`,`month`);--> statement-breakpoint
CREATE UNIQUE INDEX `director_marks_once` ON `director_marks` (`month`,`window_id`);--> statement-breakpoint
CREATE TABLE `hygiene_inspections` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`inspected_on` text NOT NULL,
	`inspector` text NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`confirmed_by` integer,
	`confirmed_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hygiene_inspections_day" CHECK("hygiene_inspections"."inspected_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "hygiene_inspections_quarter" CHECK("hygiene_inspections"."quarter" glob '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "hygiene_inspections_two_people" CHECK("hygiene_inspections"."confirmed_by" is null or "hygiene_inspections"."confirmed_by" <> "hygiene_inspections"."entered_by")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hygiene_inspections_once` ON `hygiene_inspections` (`hall_id`,`quarter`);--> statement-breakpoint
CREATE TABLE `peer_marks` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`month` text NOT NULL,
	`by_window_id` integer NOT NULL,
	`for_window_id` integer NOT NULL,
	`marks` text NOT NULL,
	`given_by` integer NOT NULL,
	`given_on` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`for_window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "peer_marks_month" CHECK("peer_marks"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "peer_marks_another" CHECK("peer_marks"."by_window_id" <> "peer_marks"."for_window_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `peer_marks_of_month` ON `peer_marks` (`hall_id`,`month`);--> statement-breakpoint
CREATE UNIQUE INDEX `peer_marks_once` ON `peer_marks` (`month`,`by_window_id`,`for_window_id`);--> statement-breakpoint
CREATE TABLE `roll_calls` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`day` text NOT NULL,
	`activity` text NOT NULL,
	`called_by` integer NOT NULL,
	`called_on` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`called_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "roll_calls_day" CHECK("roll_calls"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `roll_calls_of_hall` ON `roll_calls` (`hall_id`,`day`);--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`year_id` integer NOT NULL,
	`day` text NOT NULL,
	`mark` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`year_id`, `day`),
	FOREIGN KEY (`year_id`) REFERENCES `calendar_years`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "calendar_days_mark" CHECK("calendar_days"."mark" in ('closed', 'opened')),
	CONSTRAINT "calendar_days_day" CHECK("calendar_days"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `calendar_years` (
	`id` integer PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`number` text,
	`announced_on` text,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`recounted_to` integer DEFAULT 0 NOT NULL,
	`recounted_on` text,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "calendar_years_year" CHECK("calendar_years"."year" between 2000 and 2999)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_years_version` ON `calendar_years` (`year`,`version`);--> statement-breakpoint
CREATE TABLE `deadline_moves` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`deadline_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`year_id` integer NOT NULL,
	`moved_on` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deadline_id`) REFERENCES `deadlines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year_id`) REFERENCES `calendar_years`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deadline_moves_move" CHECK("deadline_moves"."from_day" <> "deadline_moves"."to_day")
) STRICT;
--> statement-breakpoint
CREATE INDEX `deadline_moves_of_case` ON `deadline_moves` (`case_id`);--> statement-breakpoint
CREATE INDEX `deadline_moves_of_year` ON `deadline_moves` (`year_id`,`hall_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `deadline_moves_once` ON `deadline_moves` (`deadline_id`,`year_id`);--> statement-breakpoint
CREATE TABLE `hall_closings` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`window_id` integer,
	`from_day` text NOT NULL,
	`until_day` text NOT NULL,
	`reason` text NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`taken_back_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hall_closings_from" CHECK("hall_closings"."from_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "hall_closings_until" CHECK("hall_closings"."until_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "hall_closings_order" CHECK("hall_closings"."until_day" >= "hall_closings"."from_day")
) STRICT;
--> statement-breakpoint
CREATE INDEX `hall_closings_of_hall` ON `hall_closings` (`hall_id`,`until_day`);--> statement-breakpoint
CREATE TABLE `window_hours` (
	`hall_id` integer NOT NULL,
	`window_id` integer NOT NULL,
	`weekday` integer NOT NULL,
	`opens` text NOT NULL,
	`closes` text NOT NULL,
	PRIMARY KEY(`window_id`, `weekday`, `opens`),
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "window_hours_weekday" CHECK("window_hours"."weekday" between 1 and 7),
	CONSTRAINT "window_hours_times" CHECK("window_hours"."opens" glob '[0-2][0-9]:[0-5][0-9]' and "window_hours"."closes" glob '[0-2][0-9]:[0-5][0-9]' and "window_hours"."closes" > "window_hours"."opens")
) STRICT;
--> statement-breakpoint
CREATE TABLE `box_checks` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`day` text NOT NULL,
	`found` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`checked_by` integer NOT NULL,
	`checked_at` integer NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "box_checks_found" CHECK("box_checks"."found" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `box_checks_of_day` ON `box_checks` (`hall_id`,`day`);--> statement-breakpoint
CREATE TABLE `case_departments` (
	`case_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`result_on` text,
	PRIMARY KEY(`case_id`, `department_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_files` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`complaint_id` integer NOT NULL,
	`number` text NOT NULL,
	`policy` text NOT NULL,
	`policy_version` text NOT NULL,
	`office` text NOT NULL,
	`state` text NOT NULL,
	`track` text,
	`handler_id` integer,
	`gist` text DEFAULT '' NOT NULL,
	`registered_on` text NOT NULL,
	`accepted_on` text,
	`replied_on` text,
	`closed_on` text,
	`archived_on` text,
	`next_due_on` text,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handler_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_files_state" CHECK("case_files"."state" in ('registered', 'notAccepted', 'accepted', 'investigating', 'coordinating', 'leaderReview', 'coordinationMeeting', 'finalOpinion', 'awaitingApproval', 'replied', 'decided', 'closed', 'archived', 'published', 'withdrawn', 'transferred')),
	CONSTRAINT "case_files_track" CHECK("case_files"."track" in ('simple', 'investigated', 'complex', 'transferred'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `case_files_complaintId_unique` ON `case_files` (`complaint_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `case_files_number_unique` ON `case_files` (`number`);--> statement-breakpoint
CREATE INDEX `case_files_queue` ON `case_files` (`hall_id`,`state`,`next_due_on`);--> statement-breakpoint
CREATE INDEX `case_files_register` ON `case_files` (`hall_id`,`registered_on`,`number`);--> statement-breakpoint
CREATE TABLE `case_staff` (
	`case_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	PRIMARY KEY(`case_id`, `staff_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_staff_of_staff` ON `case_staff` (`staff_id`);--> statement-breakpoint
CREATE TABLE `case_steps` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`act` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`officer_id` integer,
	`day` text NOT NULL,
	`at` integer,
	`note` text,
	`record` text,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_steps_to" CHECK("case_steps"."to_state" in ('registered', 'notAccepted', 'accepted', 'investigating', 'coordinating', 'leaderReview', 'coordinationMeeting', 'finalOpinion', 'awaitingApproval', 'replied', 'decided', 'closed', 'archived', 'published', 'withdrawn', 'transferred')),
	CONSTRAINT "case_steps_day" CHECK("case_steps"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_steps_of_case` ON `case_steps` (`case_id`);--> statement-breakpoint
CREATE TABLE `closings` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`department_told_on` text,
	`circular_on` text,
	`score_waiver` text,
	`vetoed_awards` text NOT NULL,
	`closed_by` integer NOT NULL,
	`closed_on` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `closings_caseId_unique` ON `closings` (`case_id`);--> statement-breakpoint
CREATE TABLE `deadlines` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`kind` text NOT NULL,
	`day_zero` text NOT NULL,
	`working_days` integer,
	`due_on` text NOT NULL,
	`provisional` integer NOT NULL,
	`met_on` text,
	`replaced_by` integer,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deadlines_kind" CHECK("deadlines"."kind" in ('acceptance', 'coordinationOpinion', 'groupReview', 'coordinationMeeting', 'replyAfterDepartment', 'reply', 'maximum', 'promise', 'external', 'statement', 'sanction', 'archive')),
	CONSTRAINT "deadlines_due" CHECK("deadlines"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "deadlines_zero" CHECK("deadlines"."day_zero" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `deadlines_of_case` ON `deadlines` (`case_id`);--> statement-breakpoint
CREATE INDEX `deadlines_open` ON `deadlines` (`due_on`) WHERE met_on is null and replaced_by is null;--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`finding` text NOT NULL,
	`reasons` text NOT NULL,
	`measure` text NOT NULL,
	`reply_form` text,
	`reply` text,
	`proposed_by` integer NOT NULL,
	`proposed_on` text NOT NULL,
	`decided_by` integer,
	`decided_on` text,
	`approved` integer,
	`decision_note` text,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_finding" CHECK("decisions"."finding" in ('substantiated', 'partlySubstantiated', 'unsubstantiated', 'unverifiable')),
	CONSTRAINT "decisions_form" CHECK("decisions"."reply_form" in ('oral', 'written', 'recordForm')),
	CONSTRAINT "decisions_answer" CHECK(("decisions"."reply_form" is null) = ("decisions"."reply" is null)),
	CONSTRAINT "decisions_two_people" CHECK("decisions"."decided_by" is null or "decisions"."decided_by" <> "decisions"."proposed_by"),
	CONSTRAINT "decisions_whole" CHECK(("decisions"."decided_by" is null) = ("decisions"."approved" is null) and ("decisions"."decided_by" is null) = ("decisions"."decided_on" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `decisions_of_case` ON `decisions` (`case_id`);--> statement-breakpoint
CREATE TABLE `extensions` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`deadline_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`reason` text NOT NULL,
	`granted_by` integer NOT NULL,
	`granted_on` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deadline_id`) REFERENCES `deadlines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `inquiry_notes` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`role` text NOT NULL,
	`summary` text NOT NULL,
	`asked_by` integer NOT NULL,
	`asked_on` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inquiry_notes_role" CHECK("inquiry_notes"."role" in ('complainant', 'subject', 'witness', 'evidence', 'complainantUnreachable', 'noWitness'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `inquiry_notes_of_case` ON `inquiry_notes` (`case_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`officer_id` integer,
	`text` text NOT NULL,
	`day` text NOT NULL,
	`form_digest` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_formDigest_unique` ON `messages` (`form_digest`);--> statement-breakpoint
CREATE INDEX `messages_of_case` ON `messages` (`case_id`);--> statement-breakpoint
CREATE TABLE `sender_answers` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`answered_on` text NOT NULL,
	`letter_number` text NOT NULL,
	`citizen_told_on` text,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sender_answers_caseId_unique` ON `sender_answers` (`case_id`);--> statement-breakpoint
CREATE TABLE `statement_requests` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`clause_id` integer,
	`gist` text NOT NULL,
	`occurred_on` text,
	`due_on` text NOT NULL,
	`asked_by` integer NOT NULL,
	`asked_on` text NOT NULL,
	`statement` text,
	`stated_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`clause_id`) REFERENCES `clauses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_requests_publicId_unique` ON `statement_requests` (`public_id`);--> statement-breakpoint
CREATE INDEX `statement_requests_of_staff` ON `statement_requests` (`staff_id`);--> statement-breakpoint
CREATE INDEX `statement_requests_of_case` ON `statement_requests` (`case_id`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`case_id` integer,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`due_on` text NOT NULL,
	`done_on` text,
	`done_by` integer,
	`result` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `tasks_open` ON `tasks` (`hall_id`,`due_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_once` ON `tasks` (`kind`,`key`);--> statement-breakpoint
CREATE TABLE `verdicts` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`satisfied` integer NOT NULL,
	`day` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `verdicts_caseId_unique` ON `verdicts` (`case_id`);--> statement-breakpoint
CREATE TABLE `clauses` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`effective_from` text NOT NULL,
	`system` text NOT NULL,
	`label` text NOT NULL,
	`plain` text NOT NULL,
	`category` text NOT NULL,
	`points_item` text,
	`common` integer NOT NULL,
	`sort_order` integer NOT NULL,
	`active` integer NOT NULL,
	`change_id` integer,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `rule_changes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clauses_category" CHECK("clauses"."category" in ('acceptanceRefusal', 'noReasonGiven', 'dutyOrProcedure', 'delayOrError', 'notToldOnce', 'attitude', 'integrity', 'absentOrIdle', 'charging', 'other')),
	CONSTRAINT "clauses_from" CHECK("clauses"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `clauses_of_hall` ON `clauses` (`hall_id`,`active`,`sort_order`);--> statement-breakpoint
CREATE UNIQUE INDEX `clauses_version` ON `clauses` (`hall_id`,`key`,`version`);--> statement-breakpoint
CREATE TABLE `device_faults` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`window_id` integer NOT NULL,
	`sign` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`began_on` text NOT NULL,
	`reported_by` integer NOT NULL,
	`reported_at` integer NOT NULL,
	`confirmed` integer,
	`found` text DEFAULT '' NOT NULL,
	`confirmed_by` integer,
	`confirmed_at` integer,
	`repaired_on` text,
	`repaired_by` integer,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`repaired_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "device_faults_sign" CHECK("device_faults"."sign" in ('dark', 'noAnswer', 'wrongWindow', 'network', 'codeUnreadable', 'other')),
	CONSTRAINT "device_faults_began" CHECK("device_faults"."began_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "device_faults_two_people" CHECK(("device_faults"."confirmed" is null) = ("device_faults"."confirmed_by" is null) and "device_faults"."confirmed_by" is not "device_faults"."reported_by"),
	CONSTRAINT "device_faults_order" CHECK("device_faults"."repaired_on" is null or ("device_faults"."confirmed" = 1 and "device_faults"."repaired_on" >= "device_faults"."began_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `device_faults_publicId_unique` ON `device_faults` (`public_id`);--> statement-breakpoint
CREATE INDEX `device_faults_of_window` ON `device_faults` (`window_id`,`began_on`);--> statement-breakpoint
CREATE INDEX `device_faults_of_hall` ON `device_faults` (`hall_id`,`repaired_on`);--> statement-breakpoint
CREATE TABLE `complainants` (
	`id` integer PRIMARY KEY NOT NULL,
	`complaint_id` integer NOT NULL,
	`name` text,
	`phone` text,
	`email` text,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `complainants_complaintId_unique` ON `complainants` (`complaint_id`);--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`source` text NOT NULL,
	`channel` text NOT NULL,
	`inspector` text,
	`inspector_unit` text,
	`nature` text NOT NULL,
	`identity` text NOT NULL,
	`window_id` integer,
	`staff_id` integer,
	`clause_id` integer,
	`category` text NOT NULL,
	`occurred_on` text,
	`occurred_part` text NOT NULL,
	`narrative` text NOT NULL,
	`major` integer DEFAULT false NOT NULL,
	`may_publish` integer NOT NULL,
	`received_on` text NOT NULL,
	`received_at` integer,
	`first_receiver_id` integer,
	`external_number` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`clause_id`) REFERENCES `clauses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_receiver_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "complaints_source" CHECK("complaints"."source" in ('citizen', 'transferred', 'internalFinding')),
	CONSTRAINT "complaints_channel" CHECK("complaints"."channel" in ('web', 'phone', 'visit', 'letter', 'email', 'commentBook', 'commentBox', 'hotlineTransfer', 'petition', 'followUpCall', 'spotCheck', 'homeVisit')),
	CONSTRAINT "complaints_inspector" CHECK("complaints"."inspector" in ('supervisionBody', 'centre')),
	CONSTRAINT "complaints_inspected" CHECK(("complaints"."source" = 'internalFinding') = ("complaints"."inspector" is not null)),
	CONSTRAINT "complaints_nobody_complained" CHECK("complaints"."source" <> 'internalFinding' or "complaints"."identity" = 'anonymous'),
	CONSTRAINT "complaints_nature" CHECK("complaints"."nature" in ('oral', 'written')),
	CONSTRAINT "complaints_identity" CHECK("complaints"."identity" in ('named', 'confidential', 'anonymous')),
	CONSTRAINT "complaints_category" CHECK("complaints"."category" in ('acceptanceRefusal', 'noReasonGiven', 'dutyOrProcedure', 'delayOrError', 'notToldOnce', 'attitude', 'integrity', 'absentOrIdle', 'charging', 'other')),
	CONSTRAINT "complaints_part" CHECK("complaints"."occurred_part" in ('morning', 'afternoon', 'unknown')),
	CONSTRAINT "complaints_received" CHECK("complaints"."received_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "complaints_time_hidden" CHECK("complaints"."channel" <> 'web' or "complaints"."identity" = 'named' or "complaints"."received_at" is null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_publicId_unique` ON `complaints` (`public_id`);--> statement-breakpoint
CREATE INDEX `complaints_of_window` ON `complaints` (`window_id`,`received_on`);--> statement-breakpoint
CREATE TABLE `custodian_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`public_key` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`made_by` integer NOT NULL,
	`made_on` text NOT NULL,
	`retired_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `photos` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`complaint_id` integer,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`sha256` text NOT NULL,
	`taken_in_on` text NOT NULL,
	`sweep_after` integer NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `photos_publicId_unique` ON `photos` (`public_id`);--> statement-breakpoint
CREATE INDEX `photos_of_complaint` ON `photos` (`complaint_id`);--> statement-breakpoint
CREATE TABLE `receipts` (
	`id` integer PRIMARY KEY NOT NULL,
	`complaint_id` integer NOT NULL,
	`receipt_hash` text NOT NULL,
	`form_digest` text NOT NULL,
	`body_digest` text NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_complaintId_unique` ON `receipts` (`complaint_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_receiptHash_unique` ON `receipts` (`receipt_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_formDigest_unique` ON `receipts` (`form_digest`);--> statement-breakpoint
CREATE TABLE `sealed_identities` (
	`id` integer PRIMARY KEY NOT NULL,
	`complaint_id` integer NOT NULL,
	`box` text NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sealed_identities_complaintId_unique` ON `sealed_identities` (`complaint_id`);--> statement-breakpoint
CREATE TABLE `unsealings` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`complaint_id` integer NOT NULL,
	`asked_by` integer NOT NULL,
	`reason` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` integer,
	`decided_at` integer,
	`opened` integer,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unsealings_two_people" CHECK("unsealings"."decided_by" is null or "unsealings"."decided_by" <> "unsealings"."asked_by")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `unsealings_publicId_unique` ON `unsealings` (`public_id`);--> statement-breakpoint
CREATE INDEX `unsealings_of_complaint` ON `unsealings` (`complaint_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hall_id` integer,
	`kind` text NOT NULL,
	`object` text NOT NULL,
	`officer_id` integer,
	`day` text NOT NULL,
	`at` integer,
	`particulars` text NOT NULL,
	`previous` text NOT NULL,
	`mac` text NOT NULL,
	CONSTRAINT "events_particulars" CHECK(json_valid("events"."particulars"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `events_of_object` ON `events` (`object`);--> statement-breakpoint
CREATE TABLE `guide_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`guide_id` integer NOT NULL,
	`version` integer NOT NULL,
	`effective_from` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`entered_by` integer,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guide_id`) REFERENCES `guides`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guide_versions_from" CHECK("guide_versions"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guide_versions_number` ON `guide_versions` (`guide_id`,`version`);--> statement-breakpoint
CREATE TABLE `guide_windows` (
	`hall_id` integer NOT NULL,
	`guide_id` integer NOT NULL,
	`window_id` integer NOT NULL,
	PRIMARY KEY(`guide_id`, `window_id`),
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guide_id`) REFERENCES `guides`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `guide_windows_of_window` ON `guide_windows` (`window_id`);--> statement-breakpoint
CREATE TABLE `guides` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`slug` text NOT NULL,
	`retired_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guides_slug` ON `guides` (`hall_id`,`slug`);--> statement-breakpoint
CREATE TABLE `low_rating_search` (
	`id` integer PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL,
	CONSTRAINT "low_rating_search_one" CHECK("low_rating_search"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `low_rating_warnings` (
	`follow_up_id` integer NOT NULL,
	`clock` text NOT NULL,
	`level` text NOT NULL,
	`on_day` text NOT NULL,
	PRIMARY KEY(`follow_up_id`, `clock`, `level`),
	FOREIGN KEY (`follow_up_id`) REFERENCES `rating_follow_ups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "low_rating_warnings_clock" CHECK("low_rating_warnings"."clock" in ('callBack', 'rectify')),
	CONSTRAINT "low_rating_warnings_level" CHECK("low_rating_warnings"."level" in ('near', 'today', 'missed'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `rating_calls` (
	`id` integer PRIMARY KEY NOT NULL,
	`follow_up_id` integer NOT NULL,
	`result` text NOT NULL,
	`gist` text,
	`called_by` integer NOT NULL,
	`called_on` text NOT NULL,
	FOREIGN KEY (`follow_up_id`) REFERENCES `rating_follow_ups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`called_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_calls_result" CHECK("rating_calls"."result" in ('talked', 'noTalk', 'noAnswer', 'wrongNumber'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `rating_calls_of_follow_up` ON `rating_calls` (`follow_up_id`);--> statement-breakpoint
CREATE TABLE `rating_contacts` (
	`rating_id` integer PRIMARY KEY NOT NULL,
	`telephone` text NOT NULL,
	`salutation` text,
	`left_on` text NOT NULL,
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `rating_contacts_left` ON `rating_contacts` (`left_on`);--> statement-breakpoint
CREATE TABLE `rating_follow_ups` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`rating_id` integer NOT NULL,
	`window_id` integer NOT NULL,
	`level` integer NOT NULL,
	`rated_on` text NOT NULL,
	`call_due_on` text,
	`rectify_due_on` text NOT NULL,
	`opened_on` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_follow_ups_rectify_due" CHECK("rating_follow_ups"."rectify_due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rating_follow_ups_publicId_unique` ON `rating_follow_ups` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `rating_follow_ups_ratingId_unique` ON `rating_follow_ups` (`rating_id`);--> statement-breakpoint
CREATE INDEX `rating_follow_ups_of_hall` ON `rating_follow_ups` (`hall_id`,`ended_on`,`rectify_due_on`);--> statement-breakpoint
CREATE INDEX `rating_follow_ups_of_window` ON `rating_follow_ups` (`window_id`,`rated_on`);--> statement-breakpoint
CREATE TABLE `rating_remedies` (
	`id` integer PRIMARY KEY NOT NULL,
	`follow_up_id` integer NOT NULL,
	`remedy` text NOT NULL,
	`says` text NOT NULL,
	`proposed_by` integer NOT NULL,
	`proposed_on` text NOT NULL,
	`approved` integer,
	`note` text DEFAULT '' NOT NULL,
	`decided_by` integer,
	`decided_on` text,
	FOREIGN KEY (`follow_up_id`) REFERENCES `rating_follow_ups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_remedies_remedy" CHECK("rating_remedies"."remedy" in ('rectified', 'mistaken', 'malicious')),
	CONSTRAINT "rating_remedies_two_people" CHECK(("rating_remedies"."approved" is null) = ("rating_remedies"."decided_by" is null) and "rating_remedies"."decided_by" is not "rating_remedies"."proposed_by")
) STRICT;
--> statement-breakpoint
CREATE INDEX `rating_remedies_of_follow_up` ON `rating_remedies` (`follow_up_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `rating_remedies_one` ON `rating_remedies` (`follow_up_id`) WHERE approved is null or approved = 1;--> statement-breakpoint
CREATE TABLE `second_ratings` (
	`id` integer PRIMARY KEY NOT NULL,
	`rating_id` integer NOT NULL,
	`nth` integer NOT NULL,
	`level` integer NOT NULL,
	`rated_at` integer NOT NULL,
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "second_ratings_level" CHECK("second_ratings"."level" between 1 and 5)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `second_ratings_once` ON `second_ratings` (`rating_id`,`nth`);--> statement-breakpoint
CREATE TABLE `negative_filing_steps` (
	`id` integer PRIMARY KEY NOT NULL,
	`filing_id` integer NOT NULL,
	`step` text NOT NULL,
	`outcome` text,
	`found_important` integer NOT NULL,
	`way` text,
	`note` text NOT NULL,
	`taken_by` integer NOT NULL,
	`taken_on` text NOT NULL,
	`taken_at` integer NOT NULL,
	`counted_on` text NOT NULL,
	`due_on` text NOT NULL,
	FOREIGN KEY (`filing_id`) REFERENCES `negative_filings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "negative_filing_steps_step" CHECK("negative_filing_steps"."step" in ('review', 'notice', 'report')),
	CONSTRAINT "negative_filing_steps_outcome" CHECK("negative_filing_steps"."outcome" in ('upheld', 'corrected')),
	CONSTRAINT "negative_filing_steps_way" CHECK("negative_filing_steps"."way" in ('inPerson', 'phone', 'inWriting')),
	CONSTRAINT "negative_filing_steps_taken" CHECK("negative_filing_steps"."taken_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "negative_filing_steps_counted" CHECK("negative_filing_steps"."counted_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "negative_filing_steps_due" CHECK("negative_filing_steps"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "negative_filing_steps_whole" CHECK(("negative_filing_steps"."step" = 'review') = ("negative_filing_steps"."outcome" is not null) and ("negative_filing_steps"."step" = 'notice') = ("negative_filing_steps"."way" is not null) and ("negative_filing_steps"."step" = 'review' or not "negative_filing_steps"."found_important"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `negative_filing_steps_once` ON `negative_filing_steps` (`filing_id`,`step`);--> statement-breakpoint
CREATE TABLE `negative_filing_warnings` (
	`id` integer PRIMARY KEY NOT NULL,
	`filing_id` integer NOT NULL,
	`step` text NOT NULL,
	`level` text NOT NULL,
	`due_on` text NOT NULL,
	`on_day` text NOT NULL,
	`told` integer NOT NULL,
	FOREIGN KEY (`filing_id`) REFERENCES `negative_filings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "negative_filing_warnings_step" CHECK("negative_filing_warnings"."step" in ('review', 'notice', 'report')),
	CONSTRAINT "negative_filing_warnings_due" CHECK("negative_filing_warnings"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `negative_filing_warnings_once` ON `negative_filing_warnings` (`filing_id`,`step`,`level`);--> statement-breakpoint
CREATE TABLE `negative_filings` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`number` text NOT NULL,
	`form_digest` text NOT NULL,
	`window_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`refused_on` text NOT NULL,
	`nature` text NOT NULL,
	`told_to_write` integer NOT NULL,
	`applicant_name` text NOT NULL,
	`applicant_unit` text,
	`applicant_address` text,
	`applicant_phone` text,
	`content` text NOT NULL,
	`reason` text NOT NULL,
	`basis` text NOT NULL,
	`important` integer NOT NULL,
	`filed_by` integer NOT NULL,
	`filed_on` text NOT NULL,
	`filed_at` integer NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`filed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "negative_filings_nature" CHECK("negative_filings"."nature" in ('oral', 'written')),
	CONSTRAINT "negative_filings_refused" CHECK("negative_filings"."refused_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "negative_filings_filed" CHECK("negative_filings"."filed_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "negative_filings_order" CHECK("negative_filings"."refused_on" <= "negative_filings"."filed_on"),
	CONSTRAINT "negative_filings_written" CHECK("negative_filings"."nature" = 'written' or "negative_filings"."told_to_write")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `negative_filings_number_unique` ON `negative_filings` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `negative_filings_formDigest_unique` ON `negative_filings` (`form_digest`);--> statement-breakpoint
CREATE INDEX `negative_filings_of_hall` ON `negative_filings` (`hall_id`,`filed_on`);--> statement-breakpoint
CREATE TABLE `honours` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`year` text NOT NULL,
	`staff_id` integer NOT NULL,
	`title` text NOT NULL,
	`proof` text NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`confirmed_by` integer,
	`confirmed_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "honours_year" CHECK("honours"."year" glob '[0-9][0-9][0-9][0-9]'),
	CONSTRAINT "honours_two_people" CHECK("honours"."confirmed_by" is null or "honours"."confirmed_by" <> "honours"."entered_by"),
	CONSTRAINT "honours_whole" CHECK(("honours"."confirmed_by" is null) = ("honours"."confirmed_on" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `honours_publicId_unique` ON `honours` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `honours_once` ON `honours` (`hall_id`,`year`,`staff_id`,`proof`);--> statement-breakpoint
CREATE TABLE `nominations` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`staff_id` integer NOT NULL,
	`window_id` integer,
	`section` text,
	`reason` text NOT NULL,
	`nominated_by` integer NOT NULL,
	`nominated_at` integer NOT NULL,
	`withdrawn_by` integer,
	`withdrawn_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nominated_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "nominations_quarter" CHECK("nominations"."quarter" glob '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "nominations_withdrawn" CHECK("nominations"."withdrawn_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "nominations_by" CHECK(("nominations"."window_id" is null) <> ("nominations"."section" is null)),
	CONSTRAINT "nominations_whole" CHECK(("nominations"."withdrawn_by" is null) = ("nominations"."withdrawn_on" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `nominations_publicId_unique` ON `nominations` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `nominations_once` ON `nominations` (`quarter`,`staff_id`) WHERE withdrawn_on is null;--> statement-breakpoint
CREATE TABLE `passed_over` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`period` text NOT NULL,
	`title` text NOT NULL,
	`staff_id` integer,
	`window_id` integer,
	`reason` text NOT NULL,
	`decided_by` integer NOT NULL,
	`decided_on` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "passed_over_period" CHECK("passed_over"."period" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]' or "passed_over"."period" glob '[0-9][0-9][0-9][0-9]-Q[1-4]' or "passed_over"."period" glob '[0-9][0-9][0-9][0-9]'),
	CONSTRAINT "passed_over_title" CHECK("passed_over"."title" in ('modelPerson', 'modelWindow', 'redFlagWindow', 'postStar', 'quarterStar', 'yearStar', 'excellentWindow')),
	CONSTRAINT "passed_over_about" CHECK(("passed_over"."window_id" is null) <> ("passed_over"."staff_id" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `passed_over_person` ON `passed_over` (`hall_id`,`period`,`title`,`staff_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `passed_over_window` ON `passed_over` (`hall_id`,`period`,`title`,`window_id`);--> statement-breakpoint
CREATE TABLE `recommendations` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`year` text NOT NULL,
	`window_id` integer NOT NULL,
	`by_window_id` integer,
	`section` text,
	`reason` text NOT NULL,
	`recommended_by` integer NOT NULL,
	`recommended_on` text NOT NULL,
	`withdrawn_by` integer,
	`withdrawn_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommended_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recommendations_year" CHECK("recommendations"."year" glob '[0-9][0-9][0-9][0-9]'),
	CONSTRAINT "recommendations_withdrawn" CHECK("recommendations"."withdrawn_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "recommendations_by" CHECK(("recommendations"."by_window_id" is null) <> ("recommendations"."section" is null)),
	CONSTRAINT "recommendations_whole" CHECK(("recommendations"."withdrawn_by" is null) = ("recommendations"."withdrawn_on" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recommendations_publicId_unique` ON `recommendations` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `recommendations_once` ON `recommendations` (`year`,`window_id`) WHERE withdrawn_on is null;--> statement-breakpoint
CREATE TABLE `escalations` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`deadline_id` integer,
	`level` text NOT NULL,
	`post` text NOT NULL,
	`officer_id` integer,
	`on_day` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `escalations_of_case` ON `escalations` (`case_id`,`level`) WHERE deadline_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `escalations_once` ON `escalations` (`deadline_id`,`level`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`job` text NOT NULL,
	`key` text NOT NULL,
	`ran_at` integer,
	`leased_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`note` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `job_runs_once` ON `job_runs` (`job`,`key`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`case_id` integer,
	`officer_id` integer,
	`to_complainant` integer NOT NULL,
	`outside_post` text,
	`written_on` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`leased_until` integer,
	`sent_at` integer,
	`problem` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('waiting', 'sent', 'failed')),
	CONSTRAINT "outbox_outside_post" CHECK("outbox"."outside_post" in ('secondPerson', 'fallbackPost')),
	CONSTRAINT "outbox_one_reader" CHECK("outbox"."to_complainant" + ("outbox"."officer_id" is not null) + ("outbox"."outside_post" is not null) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`next_try_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`kind`,`key`);--> statement-breakpoint
CREATE TABLE `outcome_batches` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`month` text NOT NULL,
	`released_on` text NOT NULL,
	`figures` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outcome_batches_month" CHECK("outcome_batches"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outcome_batches_once` ON `outcome_batches` (`hall_id`,`month`);--> statement-breakpoint
CREATE TABLE `outcome_drafts` (
	`id` integer PRIMARY KEY NOT NULL,
	`outcome_id` integer NOT NULL,
	`text` text NOT NULL,
	`remedy` text NOT NULL,
	`drafted_by` integer NOT NULL,
	`drafted_on` text NOT NULL,
	`returned_by` integer,
	`returned_on` text,
	`return_note` text,
	FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drafted_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`returned_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outcome_drafts_remedy" CHECK("outcome_drafts"."remedy" in ('explained', 'apologised', 'corrected', 'refunded', 'instructed', 'heldToAccount', 'improved', 'none')),
	CONSTRAINT "outcome_drafts_two_people" CHECK("outcome_drafts"."returned_by" is null or "outcome_drafts"."returned_by" <> "outcome_drafts"."drafted_by")
) STRICT;
--> statement-breakpoint
CREATE INDEX `outcome_drafts_of_outcome` ON `outcome_drafts` (`outcome_id`);--> statement-breakpoint
CREATE TABLE `outcome_hits` (
	`id` integer PRIMARY KEY NOT NULL,
	`draft_id` integer NOT NULL,
	`kind` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`certain` integer NOT NULL,
	`harmless` integer,
	`decided_by` integer,
	`decided_on` text,
	FOREIGN KEY (`draft_id`) REFERENCES `outcome_drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outcome_hits_kind" CHECK("outcome_hits"."kind" in ('idCard', 'creditCode', 'email', 'bankCard', 'mobile', 'landline', 'plate', 'document', 'wechatQq', 'address', 'staffNumber', 'name', 'ticketNumber', 'window')),
	CONSTRAINT "outcome_hits_whole" CHECK(("outcome_hits"."harmless" is null) = ("outcome_hits"."decided_by" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `outcome_hits_of_draft` ON `outcome_hits` (`draft_id`);--> statement-breakpoint
CREATE TABLE `outcomes` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`summary` text,
	`remedy` text,
	`drafted_by` integer,
	`drafted_on` text,
	`approved_by` integer,
	`approved_on` text,
	`released_by` integer,
	`hold_until` text NOT NULL,
	`withheld` text,
	`withheld_by` integer,
	`withheld_on` text,
	`batch` text,
	`published_on` text,
	`window_named` integer,
	`retracted_on` text,
	`retracted_by` integer,
	`retraction_reason` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drafted_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withheld_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`retracted_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outcomes_two_people" CHECK("outcomes"."approved_by" is null or "outcomes"."approved_by" <> "outcomes"."drafted_by"),
	CONSTRAINT "outcomes_approved" CHECK("outcomes"."published_on" is null or "outcomes"."approved_by" is not null),
	CONSTRAINT "outcomes_shown_or_not" CHECK("outcomes"."published_on" is null or "outcomes"."withheld" is null),
	CONSTRAINT "outcomes_length" CHECK("outcomes"."summary" is null or length("outcomes"."summary") <= 200),
	CONSTRAINT "outcomes_remedy" CHECK("outcomes"."remedy" in ('explained', 'apologised', 'corrected', 'refunded', 'instructed', 'heldToAccount', 'improved', 'none')),
	CONSTRAINT "outcomes_withheld" CHECK("outcomes"."withheld" in ('withdrawn', 'integrity', 'minor', 'underReview', 'objection', 'recognisable')),
	CONSTRAINT "outcomes_retraction" CHECK("outcomes"."retraction_reason" in ('personalData', 'mistake', 'underReview', 'objection', 'other'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outcomes_publicId_unique` ON `outcomes` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outcomes_caseId_unique` ON `outcomes` (`case_id`);--> statement-breakpoint
CREATE INDEX `outcomes_published` ON `outcomes` (`hall_id`,`batch`);--> statement-breakpoint
CREATE TABLE `patrol_looks` (
	`round_id` integer NOT NULL,
	`window_id` integer NOT NULL,
	`finding` text,
	PRIMARY KEY(`round_id`, `window_id`),
	FOREIGN KEY (`round_id`) REFERENCES `patrol_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `patrol_rounds` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`day` text NOT NULL,
	`session` text NOT NULL,
	`officer_id` integer NOT NULL,
	`started` text NOT NULL,
	`ended` text NOT NULL,
	`recorder` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`handed_to` integer,
	`confirmed_at` integer,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handed_to`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "patrol_rounds_session" CHECK("patrol_rounds"."session" in ('morning', 'afternoon')),
	CONSTRAINT "patrol_rounds_day" CHECK("patrol_rounds"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "patrol_rounds_order" CHECK("patrol_rounds"."started" <= "patrol_rounds"."ended"),
	CONSTRAINT "patrol_rounds_two_people" CHECK("patrol_rounds"."handed_to" is null or "patrol_rounds"."handed_to" <> "patrol_rounds"."officer_id"),
	CONSTRAINT "patrol_rounds_whole" CHECK("patrol_rounds"."confirmed_at" is null or "patrol_rounds"."handed_to" is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `patrol_rounds_publicId_unique` ON `patrol_rounds` (`public_id`);--> statement-breakpoint
CREATE INDEX `patrol_rounds_of_day` ON `patrol_rounds` (`hall_id`,`day`);--> statement-breakpoint
CREATE INDEX `patrol_rounds_handed` ON `patrol_rounds` (`handed_to`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` integer PRIMARY KEY NOT NULL,
	`officer_id` integer NOT NULL,
	`digest` text NOT NULL,
	`ends_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_digest_unique` ON `invitations` (`digest`);--> statement-breakpoint
CREATE TABLE `officer_roles` (
	`hall_id` integer NOT NULL,
	`officer_id` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`hall_id`, `officer_id`, `role`),
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "officer_roles_role" CHECK("officer_roles"."role" in ('complaintDesk', 'handler', 'officeHead', 'secondPerson', 'windowHead', 'windowStaff', 'patrolOfficer', 'assessmentGroup', 'custodian', 'auditor', 'systemAdministrator'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `officer_roles_of_officer` ON `officer_roles` (`officer_id`);--> statement-breakpoint
CREATE TABLE `officers` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`unit` text,
	`staff_id` integer,
	`password_hash` text,
	`totp_secret` text,
	`disabled_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `officers_publicId_unique` ON `officers` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `officers_login_unique` ON `officers` (`login`);--> statement-breakpoint
CREATE TABLE `outside_posts` (
	`hall_id` integer NOT NULL,
	`post` text NOT NULL,
	`email` text NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	PRIMARY KEY(`hall_id`, `post`),
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outside_posts_post" CHECK("outside_posts"."post" in ('secondPerson', 'fallbackPost'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `postings` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`window_id` integer NOT NULL,
	`head` integer DEFAULT false NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "postings_order" CHECK("postings"."to_day" is null or "postings"."to_day" >= "postings"."from_day")
) STRICT;
--> statement-breakpoint
CREATE INDEX `postings_of_window` ON `postings` (`window_id`,`from_day`);--> statement-breakpoint
CREATE INDEX `postings_of_staff` ON `postings` (`staff_id`);--> statement-breakpoint
CREATE TABLE `recusals` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`officer_id` integer NOT NULL,
	`staff_id` integer,
	`window_id` integer,
	`case_id` integer,
	`reason` text NOT NULL,
	`declared_on` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recusals_one_object" CHECK(("recusals"."staff_id" is not null) + ("recusals"."window_id" is not null) + ("recusals"."case_id" is not null) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `recusals_of_officer` ON `recusals` (`officer_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY NOT NULL,
	`officer_id` integer NOT NULL,
	`digest` text NOT NULL,
	`opened_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_digest_unique` ON `sessions` (`digest`);--> statement-breakpoint
CREATE INDEX `sessions_of_officer` ON `sessions` (`officer_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`assessed` integer DEFAULT true NOT NULL,
	`left_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_publicId_unique` ON `staff` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_number` ON `staff` (`hall_id`,`number`);--> statement-breakpoint
CREATE TABLE `wrong_tries` (
	`id` integer PRIMARY KEY NOT NULL,
	`door` text NOT NULL,
	`mark` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `wrong_tries_at_door` ON `wrong_tries` (`door`,`mark`,`at`);--> statement-breakpoint
CREATE TABLE `departments` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `departments_name` ON `departments` (`hall_id`,`name`);--> statement-breakpoint
CREATE TABLE `halls` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`phone` text NOT NULL,
	`policy` text NOT NULL,
	`policy_versions` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `halls_key_unique` ON `halls` (`key`);--> statement-breakpoint
CREATE TABLE `windows` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`code` text NOT NULL,
	`number` text NOT NULL,
	`business` text NOT NULL,
	`floor` text DEFAULT '' NOT NULL,
	`opened_on` text NOT NULL,
	`retired_on` text,
	`paused` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "windows_code" CHECK(length("windows"."code") = 8 and "windows"."code" not glob '*[^23456789abcdefghjkmnpqrstuvwxyz]*')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `windows_code_unique` ON `windows` (`code`);--> statement-breakpoint
CREATE INDEX `windows_of_hall` ON `windows` (`hall_id`);--> statement-breakpoint
CREATE TABLE `rating_corrections` (
	`id` integer PRIMARY KEY NOT NULL,
	`rating_id` integer NOT NULL,
	`from_level` integer NOT NULL,
	`level` integer NOT NULL,
	`corrected_at` integer NOT NULL,
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_corrections_level" CHECK("rating_corrections"."level" between 1 and 5)
) STRICT;
--> statement-breakpoint
CREATE INDEX `rating_corrections_of_rating` ON `rating_corrections` (`rating_id`);--> statement-breakpoint
CREATE TABLE `rating_counts` (
	`window_id` integer NOT NULL,
	`day` text NOT NULL,
	`level` integer NOT NULL,
	`hall_id` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`window_id`, `day`, `level`),
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_counts_count" CHECK("rating_counts"."count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `rating_counts_of_hall` ON `rating_counts` (`hall_id`,`day`);--> statement-breakpoint
CREATE TABLE `rating_reasons` (
	`rating_id` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`rating_id`, `reason`),
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_reasons_reason" CHECK("rating_reasons"."reason" in ('attitude', 'waiting', 'notToldOnce', 'delay', 'unclear', 'absent', 'other'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`window_id` integer NOT NULL,
	`level` integer NOT NULL,
	`day` text NOT NULL,
	`rated_at` integer NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ratings_level" CHECK("ratings"."level" between 1 and 5)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ratings_publicId_unique` ON `ratings` (`public_id`);--> statement-breakpoint
CREATE INDEX `ratings_of_window` ON `ratings` (`window_id`,`day`);--> statement-breakpoint
CREATE TABLE `monthly_reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`month` text NOT NULL,
	`version` integer NOT NULL,
	`figures` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_at` integer NOT NULL,
	`corrected_by` integer,
	`reason` text,
	`confirmed_by` integer,
	`confirmed_on` text,
	`note` text,
	`indicators` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrected_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "monthly_reports_month" CHECK("monthly_reports"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "monthly_reports_version" CHECK("monthly_reports"."version" >= 1 and ("monthly_reports"."version" = 1) = ("monthly_reports"."corrected_by" is null) and ("monthly_reports"."corrected_by" is null) = ("monthly_reports"."reason" is null)),
	CONSTRAINT "monthly_reports_two_people" CHECK("monthly_reports"."confirmed_by" is null or "monthly_reports"."corrected_by" is null or "monthly_reports"."confirmed_by" <> "monthly_reports"."corrected_by"),
	CONSTRAINT "monthly_reports_whole" CHECK(("monthly_reports"."confirmed_by" is null) = ("monthly_reports"."confirmed_on" is null) and ("monthly_reports"."confirmed_by" is null) = ("monthly_reports"."note" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `monthly_reports_once` ON `monthly_reports` (`hall_id`,`month`,`version`);--> statement-breakpoint
CREATE TABLE `service_counts` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`month` text NOT NULL,
	`asked` integer NOT NULL,
	`accepted` integer NOT NULL,
	`completed` integer NOT NULL,
	`promised` integer NOT NULL,
	`in_time` integer NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`confirmed_by` integer,
	`confirmed_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "service_counts_month" CHECK("service_counts"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "service_counts_parts" CHECK("service_counts"."completed" between 0 and "service_counts"."accepted" and "service_counts"."accepted" <= "service_counts"."asked" and "service_counts"."in_time" between 0 and "service_counts"."promised"),
	CONSTRAINT "service_counts_two_people" CHECK("service_counts"."confirmed_by" is null or "service_counts"."confirmed_by" <> "service_counts"."entered_by"),
	CONSTRAINT "service_counts_whole" CHECK(("service_counts"."confirmed_by" is null) = ("service_counts"."confirmed_on" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `service_counts_once` ON `service_counts` (`hall_id`,`month`);--> statement-breakpoint
CREATE TABLE `official_wordings` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`effective_from` text NOT NULL,
	`wording` text NOT NULL,
	`change_id` integer NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `rule_changes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "official_wordings_kind" CHECK("official_wordings"."kind" in ('clauseWording', 'systemWording')),
	CONSTRAINT "official_wordings_from" CHECK("official_wordings"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `official_wordings_version` ON `official_wordings` (`hall_id`,`kind`,`key`,`version`);--> statement-breakpoint
CREATE TABLE `rule_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`effective_from` text NOT NULL,
	`body` text NOT NULL,
	`reason` text NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`outcome` text,
	`decided_by` integer,
	`decided_on` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rule_changes_kind" CHECK("rule_changes"."kind" in ('clause', 'clauseWording', 'systemWording')),
	CONSTRAINT "rule_changes_outcome" CHECK("rule_changes"."outcome" in ('approved', 'returned', 'takenBack')),
	CONSTRAINT "rule_changes_from" CHECK("rule_changes"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "rule_changes_two_people" CHECK("rule_changes"."outcome" is null or "rule_changes"."outcome" = 'takenBack' or "rule_changes"."decided_by" <> "rule_changes"."entered_by")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_changes_publicId_unique` ON `rule_changes` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `rule_changes_waiting` ON `rule_changes` (`hall_id`,`kind`,`key`) WHERE outcome is null;--> statement-breakpoint
CREATE TABLE `attended_days` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`month` text NOT NULL,
	`days` integer NOT NULL,
	`due_marks` integer,
	`present_marks` integer,
	`sick_days` integer DEFAULT 0 NOT NULL,
	`leave_days` integer DEFAULT 0 NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`confirmed_by` integer,
	`confirmed_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attended_days_month" CHECK("attended_days"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "attended_days_days" CHECK("attended_days"."days" between 0 and 31),
	CONSTRAINT "attended_days_away" CHECK("attended_days"."sick_days" between 0 and 31 and "attended_days"."leave_days" between 0 and 31),
	CONSTRAINT "attended_days_marks" CHECK(("attended_days"."due_marks" is null) = ("attended_days"."present_marks" is null) and ("attended_days"."due_marks" is null or "attended_days"."present_marks" between 0 and "attended_days"."due_marks")),
	CONSTRAINT "attended_days_two_people" CHECK("attended_days"."confirmed_by" is null or "attended_days"."confirmed_by" <> "attended_days"."entered_by")
) STRICT;
--> statement-breakpoint
CREATE INDEX `attended_days_of_month` ON `attended_days` (`hall_id`,`month`);--> statement-breakpoint
CREATE UNIQUE INDEX `attended_days_once` ON `attended_days` (`staff_id`,`month`);--> statement-breakpoint
CREATE TABLE `award_vetoes` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`cause` text NOT NULL,
	`staff_id` integer,
	`window_id` integer,
	`case_id` integer,
	`from_day` text NOT NULL,
	`until_day` text NOT NULL,
	`reason` text NOT NULL,
	`entered_by` integer,
	`entered_on` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "award_vetoes_cause" CHECK("award_vetoes"."cause" in ('verifiedComplaint', 'hotlineComplaint', 'undercoverFilm', 'smoking', 'suspectedViolation', 'brokenPromise', 'repeatedItBreach', 'lossOfEligibility', 'postTransfer', 'sickLeave', 'complaintCircular', 'probationOrWaiting')),
	CONSTRAINT "award_vetoes_from" CHECK("award_vetoes"."from_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "award_vetoes_until" CHECK("award_vetoes"."until_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "award_vetoes_order" CHECK("award_vetoes"."until_day" >= "award_vetoes"."from_day"),
	CONSTRAINT "award_vetoes_about" CHECK(("award_vetoes"."window_id" is null) <> ("award_vetoes"."staff_id" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `award_vetoes_of_hall` ON `award_vetoes` (`hall_id`,`until_day`);--> statement-breakpoint
CREATE TABLE `awards` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`period` text NOT NULL,
	`title` text NOT NULL,
	`place` integer NOT NULL,
	`state` text NOT NULL,
	`staff_id` integer,
	`department_id` integer,
	`window_id` integer,
	`held_until` text,
	`decided_by` integer,
	`decided_on` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "awards_period" CHECK("awards"."period" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]' or "awards"."period" glob '[0-9][0-9][0-9][0-9]-Q[1-4]' or "awards"."period" glob '[0-9][0-9][0-9][0-9]'),
	CONSTRAINT "awards_title" CHECK("awards"."title" in ('modelPerson', 'modelWindow', 'redFlagWindow', 'postStar', 'quarterStar', 'yearStar', 'excellentWindow')),
	CONSTRAINT "awards_state" CHECK("awards"."state" in ('awarded', 'held', 'undecided'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `awards_once` ON `awards` (`hall_id`,`period`,`title`,`place`);--> statement-breakpoint
CREATE TABLE `case_volumes` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`window_id` integer NOT NULL,
	`month` text NOT NULL,
	`cases` integer NOT NULL,
	`during_fault` integer DEFAULT 0 NOT NULL,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_volumes_month" CHECK("case_volumes"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "case_volumes_counts" CHECK("case_volumes"."cases" >= 0 and "case_volumes"."during_fault" >= 0 and "case_volumes"."during_fault" <= "case_volumes"."cases")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `case_volumes_once` ON `case_volumes` (`window_id`,`month`);--> statement-breakpoint
CREATE TABLE `month_closes` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`month` text NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_on` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "month_closes_month" CHECK("month_closes"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `month_closes_once` ON `month_closes` (`hall_id`,`month`);--> statement-breakpoint
CREATE TABLE `score_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`hall_id` integer NOT NULL,
	`sheet` text NOT NULL,
	`item` text NOT NULL,
	`window_id` integer,
	`staff_id` integer,
	`quantity` integer NOT NULL,
	`points` real NOT NULL,
	`occurred_on` text NOT NULL,
	`period` text NOT NULL,
	`source` text NOT NULL,
	`case_id` integer,
	`reason` text NOT NULL,
	`proof` text,
	`proposed_by` integer,
	`proposed_on` text NOT NULL,
	`decided_by` integer,
	`decided_on` text,
	`confirmed` integer,
	`decision_note` text,
	`reverses` integer,
	`source_id` integer,
	`answer_until` text,
	`answer` text,
	`answered_by` integer,
	`answered_on` text,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `windows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "score_entries_period" CHECK("score_entries"."period" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "score_entries_source" CHECK("score_entries"."source" in ('patrol', 'attendance', 'complaint', 'eRating', 'hygiene', 'peer', 'praise', 'manual')),
	CONSTRAINT "score_entries_two_people" CHECK("score_entries"."decided_by" is null or "score_entries"."proposed_by" is null or "score_entries"."decided_by" <> "score_entries"."proposed_by"),
	CONSTRAINT "score_entries_whole" CHECK(("score_entries"."decided_by" is null) = ("score_entries"."confirmed" is null)),
	CONSTRAINT "score_entries_answer" CHECK(("score_entries"."answer" is null) = ("score_entries"."answered_on" is null) and ("score_entries"."answer" is null) = ("score_entries"."answered_by" is null)),
	CONSTRAINT "score_entries_about" CHECK("score_entries"."window_id" is not null or "score_entries"."staff_id" is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `score_entries_publicId_unique` ON `score_entries` (`public_id`);--> statement-breakpoint
CREATE INDEX `score_entries_of_month` ON `score_entries` (`hall_id`,`period`);--> statement-breakpoint
CREATE INDEX `score_entries_of_case` ON `score_entries` (`case_id`);--> statement-breakpoint
CREATE TABLE `star_awards` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall_id` integer NOT NULL,
	`period` text NOT NULL,
	`sheet` text NOT NULL,
	`worksheet` text NOT NULL,
	`computed_on` text NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "star_awards_period" CHECK("star_awards"."period" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]' or "star_awards"."period" glob '[0-9][0-9][0-9][0-9]-Q[1-4]' or "star_awards"."period" glob '[0-9][0-9][0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `star_awards_once` ON `star_awards` (`hall_id`,`period`,`sheet`);
--> statement-breakpoint
CREATE TRIGGER `events_no_update` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_no_delete` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ratings_no_update` BEFORE UPDATE ON `ratings` BEGIN SELECT RAISE(ABORT, 'ratings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ratings_no_delete` BEFORE DELETE ON `ratings` BEGIN SELECT RAISE(ABORT, 'ratings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `rating_corrections_no_update` BEFORE UPDATE ON `rating_corrections` BEGIN SELECT RAISE(ABORT, 'rating_corrections is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `rating_corrections_no_delete` BEFORE DELETE ON `rating_corrections` BEGIN SELECT RAISE(ABORT, 'rating_corrections is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `second_ratings_no_update` BEFORE UPDATE ON `second_ratings` BEGIN SELECT RAISE(ABORT, 'second_ratings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `second_ratings_no_delete` BEFORE DELETE ON `second_ratings` BEGIN SELECT RAISE(ABORT, 'second_ratings is append-only'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `guide_search` USING fts5(title, body);
