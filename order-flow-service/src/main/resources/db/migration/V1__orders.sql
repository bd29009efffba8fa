create table orders (
    id                varchar(32)    primary key,
    conversation_id   varchar(64)    not null,
    campaign          varchar(64)    not null,
    placed_at         timestamp with time zone not null,
    slots             varchar(20000) not null,
    total             numeric(15, 4) not null,
    currency          varchar(3)     not null,
    payment_reference varchar(128),
    rehearsal         boolean        not null
);
create index orders_by_time on orders (placed_at);

create table order_lines (
    order_id varchar(32)    not null references orders (id),
    place    integer        not null,
    item     varchar(64)    not null,
    say      varchar(400)   not null,
    quantity bigint         not null,
    price    numeric(15, 4) not null,
    amount   numeric(15, 4) not null,
    primary key (order_id, place)
);

-- Orders that still have to be published on orders.v1; written with the order, deleted when Kafka has it.
create table order_outbox (
    order_id varchar(32)    primary key references orders (id),
    payload  varchar(40000) not null
);

-- The sandbox provider's own book: at most one approval an order.
create table sandbox_payments (
    order_id    varchar(32)    primary key,
    amount      numeric(15, 4) not null,
    reference   varchar(128)   not null,
    approved_at timestamp with time zone not null
);

create table call_backs (
    id              varchar(64)  primary key,
    conversation_id varchar(64)  not null,
    campaign        varchar(64)  not null,
    phone           varchar(400) not null,
    name            varchar(400),
    note            varchar(4000),
    reason          varchar(64)  not null,
    requested_at    timestamp with time zone not null
);
