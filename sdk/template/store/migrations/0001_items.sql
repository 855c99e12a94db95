CREATE TABLE st_item (
    id ID_KEY,
    version BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by BIGINT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_pinyin TEXT NOT NULL,  -- of a searchable field: what is typed to find it
    name_sort BYTES NOT NULL,   -- and the bytes that lists are ordered by
    price_fen BIGINT NOT NULL
);
