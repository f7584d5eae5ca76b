-- An alert may be addressed to several bodies of one neighbour: each keeps a copy of its own under the one thread.
DROP INDEX matter_by_thread;
CREATE UNIQUE INDEX matter_by_thread ON matter (
    side, COALESCE(neighbour, ''), thread, (CASE WHEN side = 'alert-theirs' THEN body ELSE '' END)
);
