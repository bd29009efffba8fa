package io.parley.orderflow.order;

import io.parley.contracts.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves placed orders from the outbox to {@code orders.v1}: at least once, oldest first. */
@Component
final class OrderRelay {

    private static final Logger log = LoggerFactory.getLogger(OrderRelay.class);
    private static final int BATCH = 50;
    private static final int PUBLISH_SECONDS = 5;

    private final JdbcClient database;
    private final KafkaTemplate<String, String> kafka;

    OrderRelay(JdbcClient database, KafkaTemplate<String, String> kafka) {
        this.database = database;
        this.kafka = kafka;
    }

    private record Waiting(String orderId, String payload) {}

    @Scheduled(fixedDelay = 500)
    void publishWaiting() {
        List<Waiting> waiting =
                database.sql("""
                        select o.order_id, o.payload from order_outbox o join orders on orders.id = o.order_id
                        order by orders.placed_at limit ?""").param(BATCH).query(Waiting.class).list();
        for (Waiting order : waiting) {
            if (!publish(order)) {
                return;
            }
        }
    }

    private boolean publish(Waiting order) {
        try {
            kafka.send(Topics.ORDERS.name(), order.orderId(), order.payload()).get(PUBLISH_SECONDS, TimeUnit.SECONDS);
            database.sql("delete from order_outbox where order_id = ?")
                    .param(order.orderId())
                    .update();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            log.atWarn()
                    .addKeyValue("order", order.orderId())
                    .log("an order waits in the outbox: Kafka does not take it");
            return false;
        }
    }
}
