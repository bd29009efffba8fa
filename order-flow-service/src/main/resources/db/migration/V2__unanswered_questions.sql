create table unanswered_questions (
    id              bigint         generated always as identity primary key,
    conversation_id varchar(64)    not null,
    turn_id         varchar(64)    not null,
    campaign        varchar(64)    not null,
    state           varchar(64)    not null,
    -- The masked words, encrypted under the installation's key.
    sealed_text     varchar(12000) not null,
    asked_at        timestamp with time zone not null,
    unique (conversation_id, turn_id)
);
create index unanswered_questions_by_time on unanswered_questions (campaign, asked_at);
