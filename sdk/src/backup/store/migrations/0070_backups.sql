-- What was backed up where, and what became of it: the backup centre and the check before closing.
CREATE TABLE zf_backup (
    id ID_KEY,
    made_at TEXT NOT NULL,
    path TEXT NOT NULL,
    reason TEXT NOT NULL,
    label TEXT NOT NULL,
    bytes BIGINT NOT NULL CHECK (bytes >= 0),
    chain_sequence BIGINT NOT NULL CHECK (chain_sequence >= 0),
    verified_at TEXT NOT NULL,
    drilled_at TEXT NOT NULL
);
