-- Customers who want a person, from the queue to whatever end it takes. What is said is in the session alone.
create table hand_offs (
    id              varchar(80)  primary key,
    conversation_id varchar(64)  not null,
    campaign        varchar(64)  not null,
    -- waiting, taken, returned, closed, withdrawn, timed-out
    state           varchar(16)  not null,
    asked_at        timestamp with time zone not null,
    -- Whose person had to leave goes before everybody else.
    freed_at        timestamp with time zone,
    agent           varchar(64),
    -- When a person came first, and how long that took.
    taken_at        timestamp with time zone,
    waited_millis   bigint,
    ended_at        timestamp with time zone,
    outcome         varchar(16)
);
create index hand_offs_by_state on hand_offs (state, asked_at);
create index hand_offs_by_taking on hand_offs (taken_at);

-- Who said that they are there, and until when that holds.
create table desk_agents (
    name       varchar(64) primary key,
    until_time timestamp with time zone not null
);
