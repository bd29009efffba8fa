-- Utterances that are worth a look, each wording once in each state.
create table reviews (
    id          bigint         generated always as identity primary key,
    campaign    varchar(64)    not null,
    state       varchar(64)    not null,
    -- Names the wording without telling it: a keyed hash.
    fingerprint varchar(64)    not null,
    -- The masked words, encrypted under the installation's key.
    sealed_text varchar(12000) not null,
    proposed    varchar(64)    not null,
    confidence  double precision not null,
    uncertainty double precision not null,
    reasons     varchar(200)   not null,
    times_said  integer        not null,
    first_at    timestamp with time zone not null,
    last_at     timestamp with time zone not null,
    status      varchar(16)    not null,
    label       varchar(64),
    fact        varchar(64),
    batch       bigint,
    unique (campaign, state, fingerprint)
);
create index reviews_by_status on reviews (campaign, status);

-- Which utterance was queued for which reason, so that it is counted once.
create table review_sightings (
    conversation_id varchar(64) not null,
    turn            integer     not null,
    reason          varchar(16) not null,
    seen_at         timestamp with time zone not null,
    primary key (conversation_id, turn, reason)
);
create index review_sightings_by_time on review_sightings (seen_at);

create table review_batches (
    id                bigint      generated always as identity primary key,
    campaign          varchar(64) not null,
    row_count         integer     not null,
    relabelled        integer     not null,
    exported_at       timestamp with time zone not null,
    version_before    varchar(32),
    in_campaign_since timestamp with time zone
);
