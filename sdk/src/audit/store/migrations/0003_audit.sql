-- The trail (操作日志): one chain of entries, each bound to the one before it.
CREATE TABLE zf_audit_entry (
    sequence ID_KEY,
    at TEXT NOT NULL,
    operator_id BIGINT NOT NULL,
    operator_name TEXT NOT NULL,
    station TEXT NOT NULL,
    session TEXT NOT NULL,
    command TEXT NOT NULL,
    request_id TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'denied', 'refused', 'failed')),
    payload TEXT NOT NULL,
    payload_hash BYTES NOT NULL CHECK (length(payload_hash) = 32),
    entry_hash BYTES NOT NULL CHECK (length(entry_hash) = 32),
    mac BYTES,
    result TEXT NOT NULL
);

-- Only what was done is remembered and returned again.
CREATE UNIQUE INDEX zf_audit_entry_request ON zf_audit_entry (request_id)
    WHERE outcome = 'done' AND request_id <> '';

-- The newest entry: seats take turns on this row, for an instant each.
CREATE TABLE zf_audit_head (
    one SMALLINT PRIMARY KEY CHECK (one = 1),
    sequence BIGINT NOT NULL,
    entry_hash BYTES NOT NULL CHECK (length(entry_hash) = 32)
);
