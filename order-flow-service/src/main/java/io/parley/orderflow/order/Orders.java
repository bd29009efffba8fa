package io.parley.orderflow.order;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.OrderView;
import io.parley.contracts.order.OrderLine;
import io.parley.contracts.order.OrderPlaced;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The completed orders, in the database. */
@Component
public final class Orders {

    private static final TypeReference<Map<String, List<String>>> SLOTS = new TypeReference<>() {};
    private static final int LISTED = 500;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Orders(JdbcClient database, TransactionTemplate transaction, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Places an order together with its outbox entry.
     *
     * @return false if it was placed before; then nothing changed
     */
    public boolean place(NewOrder order) {
        try {
            transaction.executeWithoutResult(status -> insert(order));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The latest orders, newest first. */
    public List<OrderView> latest() {
        return database.sql("select * from orders where not rehearsal order by placed_at desc limit ?")
                .param(LISTED)
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * @throws FaultException {@link Fault#ORDER_NOT_FOUND}
     */
    public OrderView get(String id) {
        return find(id).orElseThrow(() -> new FaultException(Fault.ORDER_NOT_FOUND, "No order has the id " + id + "."));
    }

    public Optional<OrderView> find(String id) {
        return database.sql("select * from orders where id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Conversations of tests with more than one order, which there must not be. */
    public List<String> rehearsedTwice() {
        return database.sql(
                        "select conversation_id from orders where rehearsal group by conversation_id having count(*) > 1")
                .query(String.class)
                .list();
    }

    private void insert(NewOrder order) {
        OrderPlaced placed = order.placed();
        database.sql("""
                        insert into orders (id, conversation_id, campaign, placed_at, slots, total, currency,
                                            payment_reference, rehearsal)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        placed.orderId(),
                        placed.conversationId(),
                        placed.campaign(),
                        placed.placedAt().atOffset(ZoneOffset.UTC),
                        json.writeValueAsString(order.slots()),
                        placed.total(),
                        placed.currency())
                .param(placed.paymentReference())
                .param(order.rehearsal())
                .update();
        for (int place = 0; place < placed.lines().size(); place++) {
            OrderLine line = placed.lines().get(place);
            database.sql("""
                            insert into order_lines (order_id, place, item, say, quantity, price, amount)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            placed.orderId(),
                            place,
                            line.id(),
                            line.say(),
                            line.quantity(),
                            line.price(),
                            line.amount())
                    .update();
        }
        if (!order.rehearsal()) {
            database.sql("insert into order_outbox (order_id, payload) values (?, ?)")
                    .params(placed.orderId(), json.writeValueAsString(placed))
                    .update();
        }
    }

    private OrderView read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new OrderView(
                id,
                row.getString("conversation_id"),
                row.getString("campaign"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                lines(id),
                json.readValue(row.getString("slots"), SLOTS),
                money(row.getBigDecimal("total")),
                row.getString("currency"),
                row.getString("payment_reference"));
    }

    private List<OrderLine> lines(String orderId) {
        return database.sql("select * from order_lines where order_id = ? order by place")
                .param(orderId)
                .query((row, number) -> new OrderLine(
                        row.getString("item"),
                        row.getString("say"),
                        row.getLong("quantity"),
                        money(row.getBigDecimal("price")),
                        money(row.getBigDecimal("amount"))))
                .list();
    }

    private static BigDecimal money(BigDecimal stored) {
        return stored.stripTrailingZeros().scale() > 2 ? stored.stripTrailingZeros() : stored.setScale(2);
    }
}
