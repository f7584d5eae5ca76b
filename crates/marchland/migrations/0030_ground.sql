-- What decisions stood on, kept once each: editions of the law and registers of bodies. With them a decision of the past can
-- be made again exactly, whatever was loaded or configured since.
CREATE TABLE ground (
    digest         TEXT PRIMARY KEY,  -- of a law: the identity of its framework; of a register: SHA-256 of doc, hex
    kind           TEXT NOT NULL,     -- law | bodies
    doc            TEXT NOT NULL,     -- law: JSON list of files with path and text; bodies: JSON list of bodies
    kept_at_ms     BIGINT NOT NULL
);

-- Both are NULL for decisions made before they were kept.
ALTER TABLE decision ADD COLUMN bodies TEXT;        -- digest of the register of bodies, in ground
ALTER TABLE decision ADD COLUMN confirmations TEXT; -- JSON list of the ids of the confirmations that stood
