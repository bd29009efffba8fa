-- Every turn that was taken, for replay. What was said, asked and decided is in the sealed record alone.
create table turns (
    conversation_id varchar(64)      not null,
    turn            integer          not null,
    campaign        varchar(64)      not null,
    rehearsal       boolean          not null,
    recorded_at     timestamp with time zone not null,
    -- JSON, deflated, encrypted under the installation's key, in base64.
    sealed_record   varchar(1000000) not null,
    primary key (conversation_id, turn)
);
create index turns_by_time on turns (recorded_at);
