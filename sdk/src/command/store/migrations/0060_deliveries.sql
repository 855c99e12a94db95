-- Files on their way out. A row is there before the file is begun and goes when it has its final
-- name, so that the next start finishes or removes what a killed process left behind.
CREATE TABLE zf_delivery (
    id ID_KEY,
    host TEXT NOT NULL,
    process BIGINT NOT NULL,
    part_path TEXT NOT NULL,
    final_path TEXT NOT NULL,
    may_replace BIGINT NOT NULL CHECK (may_replace IN (0, 1)),
    sha256 TEXT NOT NULL,           -- hex; '' while it is being written
    begun_at TEXT NOT NULL
);

-- One row a document and print: reprints are counted and marked.
CREATE TABLE zf_print (
    id ID_KEY,
    what TEXT NOT NULL,             -- 'bk.voucher'
    document_id BIGINT NOT NULL,
    copy BIGINT NOT NULL,           -- 1 is the first
    report TEXT NOT NULL,
    sha256 TEXT NOT NULL,           -- of the file that holds it
    printed_at TEXT NOT NULL,
    operator_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,       -- of the trail's entry
    UNIQUE (what, document_id, copy)
);
