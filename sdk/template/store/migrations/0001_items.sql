-- What the cupboard holds.
CREATE TABLE st_item (
    id ID_KEY,
    version BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by BIGINT NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (length(name) <= 40),
    price_fen BIGINT NOT NULL CHECK (price_fen >= 0)
);
