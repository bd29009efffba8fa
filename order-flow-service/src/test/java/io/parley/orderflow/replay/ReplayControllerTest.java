package io.parley.orderflow.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.orderflow.archive.ArchiveDatabase;
import io.parley.orderflow.archive.ArchiveRelay;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.turn.RecordedPurchase;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is read. */
class ReplayControllerTest {

    private final ArchiveDatabase database = new ArchiveDatabase();
    private final ArchiveRelay relay = database.relay(new SimpleMeterRegistry());
    private final ReplayController controller = new ReplayController(
            relay,
            new Replays(
                    database.archive(),
                    RecordedPurchase.seal(1),
                    RecordedPurchase.retake(CampaignFolders.giftCard()),
                    RecordedPurchase.models()));

    @ParameterizedTest
    @ValueSource(strings = {"first", "-1", "", "1234567"})
    void givenNoNumberOfATurn_whenAskedForIt_thenItIsRefused(String turn) {
        assertRefused(() -> controller.explain("c-1", turn), "by its number, from 1");
        assertRefused(() -> controller.replay("c-1", turn), "by its number, from 1");
    }

    @Test
    void givenTooManyOrNoTime_whenAllAreReplayed_thenItIsRefused() {
        Optional<String> any = Optional.empty();

        assertRefused(() -> controller.replayAll(any, any, false, "", 0), "1 to 500");
        assertRefused(() -> controller.replayAll(any, any, false, "", 501), "1 to 500");
        assertRefused(() -> controller.replayAll(any, Optional.of("yesterday"), false, "", 50), "2026-03-02T12:00:00Z");
    }

    private static void assertRefused(ThrowingCallable call, String saying) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FaultException.class, e -> {
            assertThat(e.fault()).isEqualTo(Fault.REQUEST_INVALID);
            assertThat(e).hasMessageContaining(saying);
        });
    }
}
