-- Which fact was told in which turn, and the pitch that was said with it: nobody's words but the campaign's.
create table facts_told (
    conversation_id varchar(64) not null,
    turn            integer     not null,
    campaign        varchar(64) not null,
    fact            varchar(64) not null,
    pitch           varchar(12),
    told_at         timestamp with time zone not null,
    -- Whether the conversation is over; that it ended in an order is told by the orders.
    ended           boolean     not null,
    primary key (conversation_id, turn)
);
create index facts_told_by_fact on facts_told (campaign, fact, pitch);
create index facts_told_by_time on facts_told (told_at);
create index orders_by_conversation on orders (conversation_id);
