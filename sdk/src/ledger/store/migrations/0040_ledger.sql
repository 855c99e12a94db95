-- Books, accounts, vouchers and their kept sums. Amounts are whole numbers of a measure's
-- smallest unit (_minor).

CREATE TABLE zf_book (
    id ID_KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    method TEXT NOT NULL,
    standard TEXT NOT NULL,
    base_currency TEXT NOT NULL,
    code_levels TEXT NOT NULL,
    control_level TEXT NOT NULL CHECK (control_level IN ('teaching', 'traced', 'strict')),
    start_year INTEGER NOT NULL,
    start_period INTEGER NOT NULL CHECK (start_period BETWEEN 1 AND 12),
    finance_head TEXT NOT NULL,
    industry TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('initialising', 'active', 'archived')),
    options TEXT NOT NULL,
    keeps_reverse_voucher SMALLINT NOT NULL CHECK (keeps_reverse_voucher IN (0, 1)),
    content_hash BYTES NOT NULL,
    version BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by BIGINT NOT NULL
);

-- The first of a book is its base currency.
CREATE TABLE zf_measure (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    decimals INTEGER NOT NULL,
    shown_decimals INTEGER NOT NULL,
    UNIQUE (book, code)
);

CREATE TABLE zf_account (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    content_hash BYTES NOT NULL,
    version BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by BIGINT NOT NULL
);
CREATE INDEX zf_account_book ON zf_account (book);

-- What an account is called and how it behaves, from a year on, until (not in) another.
CREATE TABLE zf_account_year (
    account BIGINT NOT NULL REFERENCES zf_account (id),
    from_year INTEGER NOT NULL,
    to_year INTEGER NOT NULL,
    book BIGINT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    mnemonic TEXT NOT NULL,
    parent BIGINT,
    account_class TEXT NOT NULL,
    normal_side TEXT NOT NULL CHECK (normal_side IN ('debit', 'credit')),
    feature TEXT NOT NULL,
    is_journal SMALLINT NOT NULL CHECK (is_journal IN (0, 1)),
    takes_manual_entries SMALLINT NOT NULL CHECK (takes_manual_entries IN (0, 1)),
    is_enabled SMALLINT NOT NULL CHECK (is_enabled IN (0, 1)),
    PRIMARY KEY (account, from_year),
    CHECK (from_year < to_year)
) CLUSTERED;
CREATE INDEX zf_account_year_code ON zf_account_year (book, code, from_year);
CREATE INDEX zf_account_year_parent ON zf_account_year (parent, from_year);

CREATE TABLE zf_dimension_kind (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (book, code)
);

CREATE TABLE zf_dimension_item (
    id ID_KEY,
    kind BIGINT NOT NULL REFERENCES zf_dimension_kind (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    direction TEXT NOT NULL,
    is_enabled SMALLINT NOT NULL CHECK (is_enabled IN (0, 1)),
    content_hash BYTES NOT NULL,
    UNIQUE (kind, code)
);

CREATE TABLE zf_account_dimension (
    account BIGINT NOT NULL REFERENCES zf_account (id),
    kind BIGINT NOT NULL REFERENCES zf_dimension_kind (id),
    from_year INTEGER NOT NULL,
    to_year INTEGER NOT NULL,
    use TEXT NOT NULL CHECK (use IN ('balance', 'analysis')),
    is_required SMALLINT NOT NULL CHECK (is_required IN (0, 1)),
    PRIMARY KEY (account, kind, from_year)
) CLUSTERED;

-- A combination of items, once for good; the key lists their ids in order.
CREATE TABLE zf_tuple (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    items TEXT NOT NULL,
    UNIQUE (book, items)
);
CREATE TABLE zf_tuple_item (
    tuple BIGINT NOT NULL REFERENCES zf_tuple (id),
    item BIGINT NOT NULL REFERENCES zf_dimension_item (id),
    PRIMARY KEY (tuple, item)
) CLUSTERED;
CREATE INDEX zf_tuple_item_item ON zf_tuple_item (item, tuple);

-- A period that has no row is open and untouched. `touched` counts the changes of its vouchers,
-- so that a proof knows whether it still holds.
CREATE TABLE zf_period (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    year INTEGER NOT NULL,
    period INTEGER NOT NULL CHECK (period BETWEEN 1 AND 13),
    state TEXT NOT NULL CHECK (state IN ('open', 'frozen', 'closed')),
    touched BIGINT NOT NULL,
    closed_at TEXT,
    closed_by BIGINT,
    close_hash TEXT NOT NULL,
    content_hash BYTES NOT NULL,
    UNIQUE (book, year, period)
);

CREATE TABLE zf_period_proof (
    book BIGINT NOT NULL REFERENCES zf_book (id),
    year INTEGER NOT NULL,
    period INTEGER NOT NULL,
    touched BIGINT NOT NULL,
    vouchers BIGINT NOT NULL,
    lines BIGINT NOT NULL,
    previous_hash TEXT NOT NULL,
    close_hash TEXT NOT NULL,
    has_alerts SMALLINT NOT NULL CHECK (has_alerts IN (0, 1)),
    trail_sequence BIGINT NOT NULL,
    proved_at TEXT NOT NULL,
    proved_by BIGINT NOT NULL,
    PRIMARY KEY (book, year, period)
) CLUSTERED;

-- A year that was opened. carry: its openings are wanted from the year before; is_carried: they
-- were written, that year being closed.
CREATE TABLE zf_book_year (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    year INTEGER NOT NULL,
    carry SMALLINT NOT NULL CHECK (carry IN (0, 1)),
    is_carried SMALLINT NOT NULL CHECK (is_carried IN (0, 1)),
    opened_at TEXT NOT NULL,
    opened_by BIGINT NOT NULL,
    content_hash BYTES NOT NULL,
    UNIQUE (book, year)
);

-- Its book is locked by whoever writes: no foreign key asks for it once a voucher.
CREATE TABLE zf_voucher (
    id ID_KEY,
    book BIGINT NOT NULL,
    year INTEGER NOT NULL,
    period INTEGER NOT NULL CHECK (period BETWEEN 1 AND 13),
    day INTEGER NOT NULL,
    word TEXT NOT NULL,
    number INTEGER,
    attachments INTEGER,
    summary TEXT NOT NULL,
    reference TEXT,
    origin TEXT NOT NULL,
    origin_reference TEXT,
    reverses BIGINT,
    corrects BIGINT,
    remark TEXT,
    prepared_by BIGINT NOT NULL,
    content_hash BYTES NOT NULL
);
CREATE UNIQUE INDEX zf_voucher_number ON zf_voucher (book, year, period, word, number);
CREATE INDEX zf_voucher_reverses ON zf_voucher (reverses) WHERE reverses IS NOT NULL;

-- What moves while the content stays. Narrow, because whole months move at once: state is 0 held,
-- 1 entered, 2 reviewed, 3 posted, 4 voided; instants are seconds since 1970.
CREATE TABLE zf_voucher_state (
    voucher OWNER_KEY,
    state SMALLINT NOT NULL CHECK (state BETWEEN 0 AND 4),
    version BIGINT NOT NULL,
    changed_by BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    reviewed_by BIGINT,
    reviewed_at BIGINT,
    posted_by BIGINT,
    posted_at BIGINT,
    signed_by BIGINT,
    print_count INTEGER NOT NULL,
    unposted_count INTEGER NOT NULL,
    marked_wrong TEXT
);

-- A voucher as people see it, its state in words.
CREATE VIEW zf_voucher_whole AS
SELECT v.id, v.book, v.year, v.period, v.day, v.word, v.number, v.attachments, v.summary,
    v.reference, v.origin, v.origin_reference, v.reverses, v.corrects, v.remark, v.prepared_by,
    v.content_hash,
    CASE s.state WHEN 0 THEN 'held' WHEN 1 THEN 'entered' WHEN 2 THEN 'reviewed'
        WHEN 3 THEN 'posted' ELSE 'voided' END AS state,
    s.version, s.changed_by, s.changed_at, s.reviewed_by, s.reviewed_at, s.posted_by, s.posted_at,
    s.signed_by, s.print_count, s.unposted_count, s.marked_wrong
FROM zf_voucher AS v JOIN zf_voucher_state AS s ON s.voucher = v.id;

-- Narrow, in the order of the vouchers. A summary that is absent is the voucher's; period is
-- year × 100 + number.
CREATE TABLE zf_entry (
    voucher BIGINT NOT NULL,
    line INTEGER NOT NULL,
    account BIGINT NOT NULL,
    tuple BIGINT,
    measure BIGINT NOT NULL,
    side SMALLINT NOT NULL CHECK (side IN (0, 1)),
    amount_minor BIGINT NOT NULL,
    day INTEGER NOT NULL,
    period INTEGER NOT NULL,
    summary TEXT,
    PRIMARY KEY (voucher, line)
) CLUSTERED;
CREATE INDEX zf_entry_account ON zf_entry (account, day, voucher, line, side, amount_minor);
CREATE INDEX zf_entry_tuple ON zf_entry (tuple, day, voucher, line) WHERE tuple IS NOT NULL;

CREATE TABLE zf_entry_detail (
    voucher BIGINT NOT NULL,
    line INTEGER NOT NULL,
    currency TEXT NOT NULL,
    foreign_minor BIGINT NOT NULL,
    rate_e8 BIGINT NOT NULL,
    quantity_micro BIGINT NOT NULL,
    unit TEXT NOT NULL,
    price_e8 BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    PRIMARY KEY (voucher, line)
) CLUSTERED;

-- Turnovers only; period 0 is the year's opening. Tuple 0 is none, currency '' the base
-- currency.
CREATE TABLE zf_balance (
    book BIGINT NOT NULL,
    year INTEGER NOT NULL,
    account BIGINT NOT NULL,
    tuple BIGINT NOT NULL,
    currency TEXT NOT NULL,
    measure BIGINT NOT NULL,
    period INTEGER NOT NULL,
    debit_minor BIGINT NOT NULL,
    credit_minor BIGINT NOT NULL,
    debit_foreign_minor BIGINT NOT NULL,
    credit_foreign_minor BIGINT NOT NULL,
    debit_micro BIGINT NOT NULL,
    credit_micro BIGINT NOT NULL,
    pending_debit_minor BIGINT NOT NULL,
    pending_credit_minor BIGINT NOT NULL,
    pending_debit_foreign_minor BIGINT NOT NULL,
    pending_credit_foreign_minor BIGINT NOT NULL,
    pending_debit_micro BIGINT NOT NULL,
    pending_credit_micro BIGINT NOT NULL,
    PRIMARY KEY (book, year, account, tuple, currency, measure, period)
) CLUSTERED;

CREATE TABLE zf_day_turnover (
    account BIGINT NOT NULL,
    measure BIGINT NOT NULL,
    day INTEGER NOT NULL,
    lines BIGINT NOT NULL,
    debit_minor BIGINT NOT NULL,
    credit_minor BIGINT NOT NULL,
    pending_lines BIGINT NOT NULL,
    pending_debit_minor BIGINT NOT NULL,
    pending_credit_minor BIGINT NOT NULL,
    PRIMARY KEY (account, measure, day)
) CLUSTERED;

CREATE TABLE zf_series (
    book BIGINT NOT NULL REFERENCES zf_book (id),
    name TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (book, name)
) CLUSTERED;

CREATE TABLE zf_voucher_version (
    voucher BIGINT NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    content_hash BYTES NOT NULL,
    cause TEXT NOT NULL,
    reason TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    replaced_by BIGINT NOT NULL,
    PRIMARY KEY (voucher, number)
) CLUSTERED;

-- Opening balances as typed, until the book goes into use; balance is debit-positive at the
-- start period.
CREATE TABLE zf_opening (
    id ID_KEY,
    book BIGINT NOT NULL REFERENCES zf_book (id),
    account BIGINT NOT NULL REFERENCES zf_account (id),
    tuple BIGINT NOT NULL,
    currency TEXT NOT NULL,
    measure BIGINT NOT NULL REFERENCES zf_measure (id),
    balance_minor BIGINT NOT NULL,
    year_debit_minor BIGINT NOT NULL,
    year_credit_minor BIGINT NOT NULL,
    foreign_minor BIGINT NOT NULL,
    quantity_micro BIGINT NOT NULL,
    content_hash BYTES NOT NULL,
    UNIQUE (book, account, tuple, currency, measure)
);
