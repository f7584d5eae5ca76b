-- Checks at crossings. Alerts themselves are matters (side alert-ours or alert-theirs), with their facts, decisions and tasks.
-- What is kept of a traveller stands in one column and is erased when its time is over; the line that stays says who
-- checked, where, why and with what outcome, and names nobody.

CREATE TABLE passage (
    id             TEXT PRIMARY KEY,  -- UUIDv7, ours
    at_ms          BIGINT NOT NULL,
    official       TEXT NOT NULL,     -- who checked
    body           TEXT NOT NULL,     -- body where that official serves
    crossing       TEXT NOT NULL,     -- id of the crossing point, from the configuration
    lane           TEXT NOT NULL,
    direction      TEXT NOT NULL,     -- entering | leaving
    reason         TEXT NOT NULL,     -- why the check was made
    list           TEXT,              -- id of the list it came with, e.g. of a bus; NULL for a single traveller
    line           BIGINT NOT NULL,   -- line in that list, from 1
    verdict        TEXT NOT NULL,     -- clear | cleared-before | namesake | hit
    alert          TEXT,              -- the matter it met; NULL for none
    traveller      TEXT,              -- JSON; NULL once it is erased
    forget_at_ms   BIGINT NOT NULL,   -- from this moment the traveller must be gone
    later_at_ms    BIGINT,            -- an alert that came afterwards met this traveller then; NULL for none
    settled_at_ms  BIGINT             -- somebody confirmed or released; NULL while open or when nothing was to do
);
CREATE INDEX passage_by_time ON passage (body, at_ms);
CREATE INDEX passage_to_forget ON passage (forget_at_ms);

-- Which version of an alert the checks of the last hours were compared with again.
CREATE TABLE looked_back (
    alert          TEXT NOT NULL,     -- matter
    version        BIGINT NOT NULL,
    at_ms          BIGINT NOT NULL,
    PRIMARY KEY (alert, version)
);
