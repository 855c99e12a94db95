-- 对账: what was compared, when and by whom, and what differed (JSON).
CREATE TABLE bk_agreement (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    year INTEGER NOT NULL,
    first_period INTEGER NOT NULL CHECK (first_period BETWEEN 1 AND 13),
    last_period INTEGER NOT NULL CHECK (last_period BETWEEN first_period AND 13),
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)),
    content TEXT NOT NULL,
    version BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by BIGINT NOT NULL
);

CREATE INDEX bk_agreement_by_book ON bk_agreement (book, id);
