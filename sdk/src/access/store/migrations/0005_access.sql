-- Who may sign in. A hash is empty until the secret was set.
CREATE TABLE zf_operator (
    id ID_KEY,
    version BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by BIGINT NOT NULL,
    login TEXT NOT NULL CHECK (length(login) <= 64),
    login_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(name) <= 64),
    person BIGINT NOT NULL,
    is_enabled SMALLINT NOT NULL CHECK (is_enabled IN (0, 1)),
    password_hash TEXT NOT NULL,
    security_code_hash TEXT NOT NULL
);

-- Nothing is granted by default. place is '' for the whole workspace, or 'book:3'.
CREATE TABLE zf_grant (
    operator_id BIGINT NOT NULL REFERENCES zf_operator (id),
    permission TEXT NOT NULL,
    place TEXT NOT NULL,
    whose TEXT NOT NULL CHECK (whose IN ('own', 'group', 'all')),
    up_to_fen BIGINT,
    PRIMARY KEY (operator_id, permission, place)
) CLUSTERED;

-- The token itself is never kept.
CREATE TABLE zf_session (
    id ID_KEY,
    token_hash TEXT NOT NULL UNIQUE,
    operator_id BIGINT NOT NULL REFERENCES zf_operator (id),
    station TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    closed_at TEXT NOT NULL
);

CREATE INDEX zf_session_operator ON zf_session (operator_id, id);

-- Wrong tries of late: of a login (known or not, as its digest), a station, a security code.
CREATE TABLE zf_failed_try (
    subject TEXT PRIMARY KEY,
    tries BIGINT NOT NULL,
    first_second BIGINT NOT NULL,
    last_second BIGINT NOT NULL
) CLUSTERED;
