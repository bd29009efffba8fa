package io.parley.orderflow.order;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refunds of other packages' tests. */
public final class RefundsIn {

    private RefundsIn() {}

    /** @param source a database with the schema in it */
    public static Refunds database(DataSource source, Clock clock) {
        return new Refunds(OrdersIn.database(source), new SandboxPaymentProvider(JdbcClient.create(source), clock));
    }
}
