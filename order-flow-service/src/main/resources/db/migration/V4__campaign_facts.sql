-- What operators made of the facts of the campaigns' folders. Rows are only ever added; the highest version counts.
create table campaign_facts (
    campaign   varchar(64) not null,
    fact_id    varchar(64) not null,
    version    integer     not null,
    status     varchar(16) not null,
    -- The fact as facts.yaml has it, as JSON; null unless the status is 'edited'.
    content    text,
    changed_at timestamp with time zone not null,
    primary key (campaign, fact_id, version)
);
-- Facts that the topic may not have in their latest version yet.
create table fact_outbox (
    id       bigint      generated always as identity primary key,
    campaign varchar(64) not null,
    fact_id  varchar(64) not null
);
