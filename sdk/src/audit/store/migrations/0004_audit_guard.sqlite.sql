-- The trail only grows, whoever asks.
INSERT INTO zf_audit_head (one, sequence, entry_hash) VALUES (1, 0, zeroblob(32));

CREATE TRIGGER zf_audit_entry_no_update BEFORE UPDATE ON zf_audit_entry
BEGIN
    SELECT RAISE(ABORT, 'zf_audit_entry only grows');
END;

CREATE TRIGGER zf_audit_entry_no_delete BEFORE DELETE ON zf_audit_entry
BEGIN
    SELECT RAISE(ABORT, 'zf_audit_entry only grows');
END;

-- An empty trail may take over that of a backup, whose head lies further on.
CREATE TRIGGER zf_audit_head_advances BEFORE UPDATE ON zf_audit_head
WHEN OLD.sequence > 0 AND NEW.sequence <> OLD.sequence + 1
BEGIN
    SELECT RAISE(ABORT, 'zf_audit_head only advances');
END;

CREATE TRIGGER zf_audit_head_no_delete BEFORE DELETE ON zf_audit_head
BEGIN
    SELECT RAISE(ABORT, 'zf_audit_head only advances');
END;
