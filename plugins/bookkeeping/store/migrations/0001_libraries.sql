-- 摘要库: phrases that the summary box offers.
CREATE TABLE bk_summary_phrase (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    code TEXT NOT NULL,
    category TEXT NOT NULL,
    text TEXT NOT NULL,
    text_pinyin TEXT NOT NULL,
    text_sort BYTES NOT NULL,
    version BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by BIGINT NOT NULL,
    UNIQUE (book, code)
);

-- 模式凭证: what a voucher of one business looks like. Accounts and items are kept by code, so that
-- a template outlives the account it was made for.
CREATE TABLE bk_template (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    word TEXT NOT NULL,
    summary TEXT NOT NULL,
    attachments INTEGER,
    questions TEXT NOT NULL,
    version BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by BIGINT NOT NULL,
    UNIQUE (book, code)
);

CREATE TABLE bk_template_line (
    template BIGINT NOT NULL REFERENCES bk_template (id),
    line INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('debit', 'credit')),
    account TEXT NOT NULL,
    otherwise TEXT NOT NULL,
    amount TEXT NOT NULL,
    item TEXT NOT NULL,
    otherwise_item TEXT NOT NULL,
    PRIMARY KEY (template, line)
) CLUSTERED;

-- Who ate in a month, and what a person-day may cost.
CREATE TABLE bk_canteen_month (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    year INTEGER NOT NULL,
    period INTEGER NOT NULL CHECK (period BETWEEN 1 AND 12),
    standard_fen BIGINT CHECK (standard_fen >= 0),
    version BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by BIGINT NOT NULL,
    UNIQUE (book, year, period)
);

CREATE TABLE bk_headcount (
    canteen_month BIGINT NOT NULL REFERENCES bk_canteen_month (id),
    line INTEGER NOT NULL,
    category TEXT NOT NULL,
    persons INTEGER NOT NULL CHECK (persons >= 0),
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 31),
    PRIMARY KEY (canteen_month, line)
) CLUSTERED;
