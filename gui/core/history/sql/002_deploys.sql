-- What was deployed, by whom, and how it ended.
CREATE TABLE deploys (
    time_ms BIGINT NOT NULL,
    cluster TEXT NOT NULL,
    person TEXT NOT NULL,
    title TEXT NOT NULL,
    nodes TEXT NOT NULL,
    ok INTEGER NOT NULL,
    summary TEXT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX deploys_by_time ON deploys (time_ms);
