package io.parley.orderflow.order;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves no money. Approves every card but two: {@code 4000 0000 0000 0002} is declined, {@code 4000 0000 0000 0119} times
 * out. Its book is in the database, so an approval survives a crash as a real provider's would.
 */
@Component
final class SandboxPaymentProvider implements PaymentProvider {

    private static final String DECLINED_CARD = "4000000000000002";
    private static final String SILENT_CARD = "4000000000000119";
    private static final int SHOWN_DIGITS = 4;

    private final JdbcClient database;
    private final Clock clock;

    SandboxPaymentProvider(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public PaymentResult charge(Charge charge) {
        Optional<String> earlier = approved(charge.orderId());
        if (earlier.isPresent()) {
            return new PaymentResult.Approved(earlier.get());
        }
        String card = charge.card().orElse("");
        return switch (card) {
            case DECLINED_CARD -> new PaymentResult.Declined();
            case SILENT_CARD -> new PaymentResult.TimedOut();
            default -> approve(charge, card);
        };
    }

    @Override
    public void release(String orderId) {
        database.sql("delete from sandbox_payments where order_id = ?")
                .param(orderId)
                .update();
    }

    private PaymentResult approve(Charge charge, String card) {
        String shown = card.isEmpty() ? "" : "-" + card.substring(card.length() - SHOWN_DIGITS);
        String reference = "sandbox-" + charge.orderId() + shown;
        try {
            database.sql("insert into sandbox_payments (order_id, amount, reference, approved_at) values (?, ?, ?, ?)")
                    .params(
                            charge.orderId(),
                            charge.amount(),
                            reference,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return new PaymentResult.Approved(reference);
        } catch (DuplicateKeyException e) {
            return new PaymentResult.Approved(approved(charge.orderId()).orElse(reference));
        }
    }

    private Optional<String> approved(String orderId) {
        return database.sql("select reference from sandbox_payments where order_id = ?")
                .param(orderId)
                .query(String.class)
                .optional();
    }
}
