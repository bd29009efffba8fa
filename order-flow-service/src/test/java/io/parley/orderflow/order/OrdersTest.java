package io.parley.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.order.OrderLine;
import io.parley.contracts.order.OrderPlaced;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrdersTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JdbcDataSource source = new JdbcDataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final Orders orders = OrdersIn.database(source);
    private final PaymentProvider sandbox = new SandboxPaymentProvider(database, Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void createSchema() {
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
    }

    @Test
    void givenAPlacedOrder_whenRead_thenNothingIsLost() {
        orders.place(order("P-1", false));

        assertThat(orders.get("P-1")).satisfies(order -> {
            assertThat(order.total()).isEqualTo(new BigDecimal("60.00"));
            assertThat(order.placedAt()).isEqualTo(NOON);
            assertThat(order.slots()).containsEntry("buyer_name", List.of("Jane Roe"));
            assertThat(order.lines()).containsExactly(line());
            assertThat(order.paymentReference()).isEqualTo("sandbox-P-1-1111");
        });
        assertThat(orders.latest()).hasSize(1);
    }

    @Test
    void givenAPlacedOrder_whenPlacedAgain_thenThereIsStillOneAndItIsPublishedOnce() {
        assertThat(orders.place(order("P-1", false))).isTrue();
        assertThat(orders.place(order("P-1", false))).isFalse();

        assertThat(orders.latest()).hasSize(1);
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void givenAnOrderOfATest_whenPlaced_thenItIsNeitherListedNorPublished() {
        orders.place(order("P-1", true));

        assertThat(orders.latest()).isEmpty();
        assertThat(waiting()).isZero();
        assertThat(orders.find("P-1")).isPresent();
    }

    @Test
    void givenNoSuchOrder_whenRead_thenTheFaultSaysSo() {
        assertThatThrownBy(() -> orders.get("P-9"))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.ORDER_NOT_FOUND));
    }

    @Test
    void givenAnApprovedPayment_whenChargedAgainEvenWithAnotherCard_thenItIsTheSameApproval() {
        PaymentResult first = sandbox.charge(charge("P-1", "4111111111111111"));
        PaymentResult again = sandbox.charge(charge("P-1", "4000000000000002"));

        assertThat(first)
                .isEqualTo(new PaymentResult.Approved("sandbox-P-1-1111"))
                .isEqualTo(again);
        assertThat(database.sql("select count(*) from sandbox_payments")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void givenTheSandboxsSpecialCards_whenCharged_thenTheyAreDeclinedOrTimeOut() {
        assertThat(sandbox.charge(charge("P-1", "4000000000000002"))).isEqualTo(new PaymentResult.Declined());
        assertThat(sandbox.charge(charge("P-1", "4000000000000119"))).isEqualTo(new PaymentResult.TimedOut());
        assertThat(sandbox.charge(charge("P-1", "5555555555554444")))
                .isEqualTo(new PaymentResult.Approved("sandbox-P-1-4444"));
    }

    @Test
    void givenACharge_whenPrinted_thenItsCardIsNotThere() {
        assertThat(charge("P-1", "4111111111111111").toString()).doesNotContain("4111");
    }

    private int waiting() {
        return database.sql("select count(*) from order_outbox")
                .query(Integer.class)
                .single();
    }

    private static Charge charge(String order, String card) {
        return new Charge(order, new BigDecimal("60.00"), Currency.getInstance("USD"), Optional.of(card));
    }

    private static NewOrder order(String id, boolean rehearsal) {
        OrderPlaced placed = new OrderPlaced(
                id,
                "c-" + id,
                "gift-card",
                NOON,
                List.of(line()),
                Map.of("design", List.of("rocket")),
                new BigDecimal("60.00"),
                "USD",
                "sandbox-" + id + "-1111");
        return new NewOrder(placed, Map.of("design", List.of("rocket"), "buyer_name", List.of("Jane Roe")), rehearsal);
    }

    private static OrderLine line() {
        return new OrderLine("rocket", "a rocket", 2, new BigDecimal("30.00"), new BigDecimal("60.00"));
    }

    @Test
    void givenAChargeWithoutAnOrder_whenTheCustomerGivesUp_thenItIsGivenBackAndTheNextOneIsNew() {
        Charge charge = new Charge(
                "P-7", new BigDecimal("60.00"), Currency.getInstance("USD"), Optional.of("4111111111111111"));
        sandbox.charge(charge);

        new Refunds(orders, sandbox).unlessPlaced("P-7");

        assertThat(payments("P-7")).isZero();
        new Refunds(orders, sandbox).unlessPlaced("P-7");
        assertThat(sandbox.charge(charge)).isInstanceOf(PaymentResult.Approved.class);
    }

    @Test
    void givenAPlacedOrder_whenItsConversationEnds_thenItsMoneyStays() {
        sandbox.charge(new Charge(
                "P-1", new BigDecimal("60.00"), Currency.getInstance("USD"), Optional.of("4111111111111111")));
        orders.place(order("P-1", false));

        new Refunds(orders, sandbox).unlessPlaced("P-1");

        assertThat(payments("P-1")).isEqualTo(1);
    }

    private int payments(String order) {
        return database.sql("select count(*) from sandbox_payments where order_id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }
}
