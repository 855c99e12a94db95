-- What a workspace knows of itself: one row.
CREATE TABLE zf_workspace (
    one SMALLINT PRIMARY KEY CHECK (one = 1),
    uid TEXT NOT NULL CHECK (length(uid) = 32),
    created_at TEXT NOT NULL
);

-- Which collation the stored sort keys of a table were made with.
CREATE TABLE zf_search_key (
    table_name TEXT PRIMARY KEY,
    made_by TEXT NOT NULL
) CLUSTERED;
