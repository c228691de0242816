-- Every event a node told, once. Ids start anew when a node loses its journal, hence the time in the key.
CREATE TABLE events (
    node TEXT NOT NULL,
    id BIGINT NOT NULL,
    time_ms BIGINT NOT NULL,
    monotonic_ns BIGINT NOT NULL,
    boot_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    subject TEXT NOT NULL,
    cause TEXT NOT NULL,
    body TEXT NOT NULL,
    details TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (node, id, time_ms)
);
CREATE INDEX events_by_time ON events (time_ms);
CREATE INDEX events_by_seq ON events (seq);
