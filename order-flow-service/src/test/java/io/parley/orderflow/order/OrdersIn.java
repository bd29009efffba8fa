package io.parley.orderflow.order;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Orders of other packages' tests. */
public final class OrdersIn {

    private OrdersIn() {}

    /** @param source a database with the schema in it */
    public static Orders database(DataSource source) {
        return new Orders(
                JdbcClient.create(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                new JsonMapper());
    }
}
