package io.parley.orderflow.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.secret.Vaults;
import io.parley.orderflow.turn.RecordedPurchase;
import io.parley.session.SealedTurn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnArchiveTest {

    private static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), true);

    private final ArchiveDatabase database = new ArchiveDatabase();
    private final TurnArchive archive = database.archive();

    @Test
    void givenTurns_whenKeptAgain_thenEachIsThereOnceAsItWasFirst() {
        archive.keep(List.of(turn("c-1", 1, "first"), turn("c-1", 2, "first")));
        archive.keep(List.of(turn("c-1", 2, "second"), turn("c-1", 3, "second"), turn("c-1", 3, "third")));

        assertThat(archive.of("c-1"))
                .containsExactly(turn("c-1", 1, "first"), turn("c-1", 2, "first"), turn("c-1", 3, "second"));
        assertThat(archive.find("c-1", 2)).contains(turn("c-1", 2, "first"));
        assertThat(archive.find("c-1", 4)).isEmpty();
    }

    @Test
    void givenAPurchase_whenTheWholeDatabaseIsRead_thenNoWordOfTheCustomerIsThere() {
        archive.keep(RecordedPurchase.of(CampaignFolders.giftCard(), "c-1").stream()
                .map(RecordedPurchase::sealed)
                .toList());

        assertThat(Vaults.legible(database.dump()))
                .contains("c-1", "sealed:v1:")
                .doesNotContain("Ada", "Lovelace", RecordedPurchase.EMAIL, "make that five", "friday", "6467");
    }

    @Test
    void givenTurnsOfSeveralConversations_whenSelected_thenTheyComeByIdAndInPages() {
        archive.keep(List.of(
                turn("c-2", 1, "x"),
                turn("c-1", 1, "x"),
                turn("c-1", 2, "x"),
                new SealedTurn("c-3", 1, "gift-card", true, "x"),
                new SealedTurn("c-4", 1, "tea-box", false, "x")));

        assertThat(archive.conversations(ALL, "", 3)).containsExactly("c-1", "c-2", "c-3");
        assertThat(archive.conversations(ALL, "c-3", 3)).containsExactly("c-4");
        assertThat(archive.conversations(new Selection(Optional.of("gift-card"), Optional.empty(), false), "", 9))
                .containsExactly("c-1", "c-2");
        database.archive(ArchiveDatabase.NOON.plusSeconds(60)).keep(List.of(turn("c-5", 1, "x")));
        assertThat(archive.conversations(
                        new Selection(Optional.empty(), Optional.of(ArchiveDatabase.NOON.plusSeconds(60)), true),
                        "",
                        9))
                .containsExactly("c-5");
    }

    @Test
    void givenOldTurns_whenTheirTimeIsOver_thenTheyAreDeletedAndYoungerOnesStay() {
        archive.keep(List.of(turn("c-1", 1, "old")));
        database.archive(ArchiveDatabase.NOON.plus(Duration.ofDays(1))).keep(List.of(turn("c-2", 1, "new")));

        database.archive(ArchiveDatabase.NOON.plus(Duration.ofDays(30))).forgetOld();
        assertThat(archive.conversations(ALL, "", 9)).containsExactly("c-1", "c-2");
        database.archive(ArchiveDatabase.NOON.plus(Duration.ofDays(30)).plusSeconds(1))
                .forgetOld();
        assertThat(archive.conversations(ALL, "", 9)).containsExactly("c-2");
    }

    @Test
    void givenLessThanADay_whenConfigured_thenItIsRefusedByName() {
        assertThatThrownBy(() -> new ArchiveProperties(0)).hasMessageContaining("parley.archive.days is 0");
    }

    private static SealedTurn turn(String conversation, int turn, String record) {
        return new SealedTurn(conversation, turn, "gift-card", false, record);
    }
}
