-- Written by hand: nobody changes what the audit says, or takes a line out of it.
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
BEGIN
	SELECT RAISE(ABORT, 'the audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_never_shortened BEFORE DELETE ON audit
BEGIN
	SELECT RAISE(ABORT, 'the audit is append-only');
END;
