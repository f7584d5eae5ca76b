-- Five column words only (text, big integer, bytes, and JSON kept as text), so that one text serves both engines.
-- Times are milliseconds since 1970 UTC (_ms) or seconds where the wire says so (_s). A date of revocation instead of a flag.

CREATE TABLE official (
    id             TEXT PRIMARY KEY,  -- UUIDv7, ours
    login          TEXT NOT NULL UNIQUE,
    name           TEXT NOT NULL,     -- shown inside this node only, never sent
    post           TEXT NOT NULL,     -- JSON text in en, ru, kk; the post is what neighbours see
    body           TEXT NOT NULL,     -- body the official serves in
    role           TEXT NOT NULL,     -- officer | head | registrar | auditor | administrator | adviser
    password_hash  TEXT NOT NULL,     -- Argon2id, PHC string
    lang           TEXT NOT NULL,     -- en | ru | kk
    theme          TEXT NOT NULL,     -- device | light | dim
    keys_on        BIGINT NOT NULL,   -- 1 when single-letter keys act
    failed_count   BIGINT NOT NULL DEFAULT 0, -- wrong passwords since the last right one
    locked_until_ms BIGINT,           -- NULL while not locked
    left_at_ms     BIGINT             -- NULL while in post
);

CREATE TABLE session (
    token_hash     TEXT PRIMARY KEY,  -- SHA-256 of the opaque token, hex; the token itself is kept nowhere
    official       TEXT NOT NULL REFERENCES official (id),
    csrf           TEXT NOT NULL,     -- token every form of this session carries
    began_at_ms    BIGINT NOT NULL,
    seen_at_ms     BIGINT NOT NULL,
    until_ms       BIGINT NOT NULL,   -- first moment it no longer holds
    ended_at_ms    BIGINT             -- NULL while open
);

CREATE TABLE mandate (
    id             TEXT PRIMARY KEY,  -- mandate id of the signed chain, hex
    hash           TEXT NOT NULL UNIQUE, -- hash of the chain's last link, hex: by it envelopes name the mandate
    official       TEXT NOT NULL REFERENCES official (id),
    body           TEXT NOT NULL,
    chain          BLOB NOT NULL,     -- signed chain, as issued
    acts           TEXT NOT NULL,     -- JSON list of powers, copied from the chain for lists on pages
    from_ms        BIGINT NOT NULL,
    until_ms       BIGINT NOT NULL,
    revoked_at_ms  BIGINT             -- NULL while not revoked
);

CREATE TABLE neighbour (
    id             TEXT PRIMARY KEY,  -- node id, as in its signed record
    state          TEXT NOT NULL,
    url            TEXT NOT NULL,     -- https address of its peer door
    record         BLOB NOT NULL,     -- signed neighbour record, as received
    certificate    BLOB NOT NULL,     -- its TLS certificate (DER), pinned
    linked_at_ms   BIGINT NOT NULL,
    answered_at_ms BIGINT,            -- last time it answered us
    answer_ms      BIGINT,            -- how long that took
    failing_since_ms BIGINT,          -- NULL while it answers
    failure        TEXT,              -- what the last failed attempt said
    retry_at_ms    BIGINT NOT NULL DEFAULT 0, -- no attempt before this moment
    attempt_count  BIGINT NOT NULL DEFAULT 0  -- failed attempts in a row
);

CREATE TABLE matter (
    id             TEXT PRIMARY KEY,  -- UUIDv7 made by the requesting side, the same on both sides
    side           TEXT NOT NULL,     -- ours (we asked) | theirs (they asked)
    ref            TEXT UNIQUE,       -- our register number, NULL while a draft has none
    peer_ref       TEXT,              -- the other side's register number
    thread         TEXT NOT NULL,     -- the asker's case id, which every message about it carries
    neighbour      TEXT,              -- NULL while a draft has no addressee
    body           TEXT NOT NULL,     -- our body that answers for it
    for_body       TEXT,              -- our body on whose behalf it goes
    author         TEXT,              -- official who drafted it (ours) or took charge (theirs)
    form           TEXT NOT NULL,
    title          TEXT NOT NULL,     -- one line for lists
    stage          TEXT NOT NULL,     -- code of the stage, from casework
    urgent         BIGINT NOT NULL,
    doc            TEXT NOT NULL,     -- the whole case as casework keeps it, JSON
    due_ms         BIGINT,            -- next due time of a running clock, NULL when none runs
    version        BIGINT NOT NULL,   -- grows by one with each change; a stale writer is refused
    opened_at_ms   BIGINT NOT NULL,
    changed_at_ms  BIGINT NOT NULL,
    search         TEXT NOT NULL      -- title and numbers in lower case
);
CREATE UNIQUE INDEX matter_by_thread ON matter (side, COALESCE(neighbour, ''), thread);
CREATE INDEX matter_by_stage ON matter (side, stage, due_ms);

CREATE TABLE fact (
    matter         TEXT NOT NULL REFERENCES matter (id),
    n              BIGINT NOT NULL,   -- order within the matter
    at_ms          BIGINT NOT NULL,
    what           TEXT NOT NULL,     -- the fact, JSON
    PRIMARY KEY (matter, n)
);

CREATE TABLE decision (
    id             TEXT PRIMARY KEY,
    matter         TEXT NOT NULL REFERENCES matter (id),
    step           TEXT NOT NULL,     -- submit | approve | register | answer
    at_ms          BIGINT NOT NULL,
    verdict        TEXT NOT NULL,
    framework      TEXT NOT NULL,     -- identity of the law it was decided under
    doc            TEXT NOT NULL      -- the decision, JSON, replayable
);
CREATE INDEX decision_of ON decision (matter, at_ms);

CREATE TABLE confirmation (
    id             TEXT PRIMARY KEY,
    body           TEXT NOT NULL,     -- body whose adviser confirmed
    instrument     TEXT NOT NULL,
    doc            TEXT NOT NULL,     -- the confirmation as the law crate reads it, JSON
    at_ms          BIGINT NOT NULL,
    revoked_at_ms  BIGINT             -- NULL while it stands
);

CREATE TABLE lane (
    neighbour      TEXT NOT NULL,
    direction      TEXT NOT NULL,     -- out | in
    lane           TEXT NOT NULL,     -- from-body > to-body
    last_seq       BIGINT NOT NULL,   -- out: last number given; in: last number with no gap before it
    frozen_at_ms   BIGINT,            -- NULL unless two envelopes claimed one number
    PRIMARY KEY (neighbour, direction, lane)
);

CREATE TABLE outbox (
    msg_id         TEXT PRIMARY KEY,  -- hex
    neighbour      TEXT NOT NULL,
    lane           TEXT NOT NULL,
    seq            BIGINT NOT NULL,
    matter         TEXT NOT NULL,
    kind           TEXT NOT NULL,     -- what the message says, for people
    message        TEXT NOT NULL,     -- id of the message inside, as casework knows it
    content_key    BLOB,              -- opens the content, to disclose it to a court; destroyed with the content
    envelope       BLOB NOT NULL,     -- sealed bytes, never re-encoded
    sent_leaf      BIGINT NOT NULL,   -- index of the SENT leaf in our log towards this neighbour
    created_at_ms  BIGINT NOT NULL,
    due_at_ms      BIGINT NOT NULL,   -- not posted before this moment
    leased_until_ms BIGINT NOT NULL DEFAULT 0, -- a worker holds it until then
    attempt_count  BIGINT NOT NULL DEFAULT 0,
    settled_at_ms  BIGINT,            -- receipt stored: accepted or rejected
    settled_code   TEXT,              -- accepted | rejection code
    UNIQUE (neighbour, lane, seq)
);
CREATE INDEX outbox_due ON outbox (neighbour, settled_at_ms, due_at_ms);

CREATE TABLE inbox (
    digest         TEXT PRIMARY KEY,  -- SHA-256 of all bytes, hex: the same bytes again get the same receipt again
    msg_id         TEXT NOT NULL,     -- hex; the digest again for bytes that are no message
    neighbour      TEXT NOT NULL,
    lane           TEXT NOT NULL,     -- empty for bytes that are no message
    seq            BIGINT NOT NULL,
    takes_number   BIGINT NOT NULL,   -- 1 when the number of the lane is used up by it
    envelope       BLOB,              -- as received; NULL for a refused one
    leaf           BIGINT NOT NULL,   -- index of the ACCEPTED or REJECTED leaf
    receipt        BLOB NOT NULL,     -- our answer
    code           TEXT NOT NULL,     -- accepted | rejection code
    received_at_ms BIGINT NOT NULL,
    taken_at_ms    BIGINT,            -- worked on by the register job
    matter         TEXT,
    message        TEXT,              -- id of the message inside, as casework knows it; NULL until it was opened
    mandate        TEXT               -- hash of the signer's mandate, to count its daily quota
);
CREATE INDEX inbox_waiting ON inbox (taken_at_ms, neighbour, lane, seq);
CREATE INDEX inbox_by_message ON inbox (msg_id);
CREATE INDEX inbox_by_mandate ON inbox (mandate, received_at_ms);
CREATE INDEX inbox_by_number ON inbox (neighbour, lane, seq);

CREATE TABLE chain (
    mandate        TEXT PRIMARY KEY,  -- hash of the last link, hex
    neighbour      TEXT NOT NULL,     -- who showed it
    chain          BLOB NOT NULL      -- as shown; checked at every use
);

CREATE TABLE receipt (
    neighbour      TEXT NOT NULL,     -- whose log the leaf is in: their node id, or ours for what we signed
    leaf           BIGINT NOT NULL,
    msg_id         TEXT NOT NULL,     -- message it speaks of
    kind           TEXT NOT NULL,     -- sent, accepted, rejected, delivered, undeliverable, read, …
    direction      TEXT NOT NULL,     -- ours (we signed it) | theirs (they did)
    bytes          BLOB NOT NULL,
    at_ms          BIGINT NOT NULL,
    push_until_ms  BIGINT,            -- ours only: leased for sending until then; NULL when the neighbour holds it
    PRIMARY KEY (neighbour, direction, leaf)
);
CREATE INDEX receipt_of ON receipt (msg_id);

CREATE TABLE log_leaf (
    neighbour      TEXT NOT NULL,     -- one log per neighbour
    n              BIGINT NOT NULL,   -- index from 0
    entry          BLOB NOT NULL,     -- 44 bytes, kept for ever
    salt           BLOB,              -- destroyed with the content it commits to
    body           BLOB,              -- what the entry commits to; destroyed with the salt
    PRIMARY KEY (neighbour, n)
);

CREATE TABLE log_node (
    neighbour      TEXT NOT NULL,
    level          BIGINT NOT NULL,
    n              BIGINT NOT NULL,
    hash           BLOB NOT NULL,     -- RFC 6962 subtree hash
    PRIMARY KEY (neighbour, level, n)
);

CREATE TABLE checkpoint (
    neighbour      TEXT NOT NULL,
    whose          TEXT NOT NULL,     -- ours | theirs
    size           BIGINT NOT NULL,
    note           TEXT NOT NULL,     -- signed note; with the other side's cosignature once it is known
    cosigned_at_ms BIGINT,            -- NULL while one-sided
    PRIMARY KEY (neighbour, whose, size)
);

CREATE TABLE task (
    matter         TEXT NOT NULL REFERENCES matter (id),
    kind           TEXT NOT NULL,     -- what is to be done, JSON as casework writes it
    desk           TEXT NOT NULL,     -- official | heads | registrars | officers
    whose          TEXT NOT NULL,     -- official id for the first, body for the others
    due_ms         BIGINT,
    opened_at_ms   BIGINT NOT NULL,
    ended_at_ms    BIGINT,            -- NULL while open
    PRIMARY KEY (matter, kind)
);
CREATE INDEX task_open ON task (desk, whose, ended_at_ms);

CREATE TABLE counter (
    name           TEXT PRIMARY KEY,  -- what is counted, e.g. ref OMS-2026
    last           BIGINT NOT NULL
);

CREATE TABLE audit (
    n              INTEGER PRIMARY KEY, -- order of writing
    at_ms          BIGINT NOT NULL,
    official       TEXT,              -- NULL when the node itself acted
    act            TEXT NOT NULL,     -- sign-in, read request, approve request, …
    reads          BIGINT NOT NULL,   -- 1 for a read, 0 for a change
    matter         TEXT,
    reason         TEXT,              -- reads of persons' data always carry one
    outcome        TEXT NOT NULL      -- done | refused: code
);
CREATE INDEX audit_by_time ON audit (at_ms);
