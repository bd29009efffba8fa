package io.parley.orderflow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.orderflow.GiftCards;
import io.parley.session.Session;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WishTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T10:00:00-05:00[America/New_York]");

    private final Campaign campaign = GiftCards.campaign();
    private final Wish wish = new Wish(campaign, NOW);

    @Test
    void givenATypingError_whenAnOptionWasMeant_thenTheOptionIsWhatTheCustomerWants() {
        wish.say(in("ask-design", Map.of()), "the rocket please", "the rokcet please", false);

        assertThat(wish.of("design")).contains(List.of("rocket"));
    }

    @Test
    void givenANonsenseWhereANameIsAsked_whenItIsTaken_thenItIsTheNameThatWasGiven() {
        Wish traveller = wishIn("space-trip");

        traveller.write(in("ask-dates", Map.of()), "I am Jane Roe");
        assertThat(traveller.neverSaid(Map.of("name", List.of("Jane Roe")))).containsExactly("name");

        traveller.write(in("ask-name", Map.of()), "Blah blah");

        assertThat(traveller.neverSaid(Map.of("name", List.of("Blah Blah")))).isEmpty();
    }

    @Test
    void givenAQuestionWhereAnAddressIsAsked_whenItWasNotTaken_thenNobodyInsistsOnIt() {
        Wish guest = wishIn("kaffee-bestellung");

        guest.write(in("frage-adresse", Map.of()), "Trinke ich das lauwarm, wenn Sie es bringen");

        assertThat(guest.of("adresse")).isEmpty();
    }

    @Test
    void givenASessionThatHeardOtherwise_whenCompared_thenTheSlotIsMisheard() {
        wish.say(in("ask-design", Map.of()), "the rocket please", "the rocket please", false);

        assertThat(wish.misheard(in("confirm-order", Map.of("design", List.of("flowers")))))
                .containsExactly("design");
        assertThat(wish.misheard(in("confirm-order", Map.of("design", List.of("rocket")))))
                .isEmpty();
    }

    @Test
    void givenAList_whenItIsTakenInAnotherOrder_thenItIsTheSame() {
        wish.change("extras", List.of("note", "seal"));

        Session taken = in("confirm-order", Map.of("extras", List.of("seal", "note")));

        assertThat(wish.misheard(taken)).isEmpty();
        assertThat(wish.neverSaid(taken.slots())).isEmpty();
        assertThat(wish.neverSaid(Map.of("extras", List.of("seal")))).containsExactly("extras");
    }

    @Test
    void givenAnOrderThatHasNoPlaceForIt_whenCompared_thenOnlyWhatMayBeAddedIsMissed() {
        Wish guest = wishIn("kaffee-bestellung");
        guest.change("adresse", List.of("Marktplatz 1"));
        guest.change("zusaetze", List.of("vanille"));

        assertThat(guest.misheard(in("bestaetigung", Map.of("uebergabe", List.of("abholung")))))
                .containsExactly("zusaetze");
    }

    @Test
    void givenAnOrder_whenItHasWhatNobodySaid_thenThatIsFoundButNotADefault() {
        wish.say(in("ask-design", Map.of()), "the rocket please", "the rocket please", false);

        assertThat(wish.neverSaid(Map.of("design", List.of("flowers"), "quantity", List.of("1"))))
                .containsExactly("design");
        assertThat(wish.neverSaid(Map.of("design", List.of("rocket"), "quantity", List.of("7"))))
                .containsExactly("quantity");
        assertThat(wish.neverSaid(Map.of("design", List.of("rocket"), "card_number", List.of("•••• 4242"))))
                .isEmpty();
    }

    @Test
    void givenTwoDays_whenTheFirstMovesPastTheSecond_thenTheSecondIsChosenAnew() {
        Wish traveller = wishIn("plane-ticket");
        traveller.change("departure_date", List.of("2026-04-01"));
        traveller.change("return_date", List.of("2026-04-20"));

        traveller.change("departure_date", List.of("2026-04-10"));
        assertThat(traveller.of("return_date")).contains(List.of("2026-04-20"));
        traveller.change("departure_date", List.of("2026-04-20"));
        assertThat(traveller.of("return_date")).isEmpty();
    }

    @Test
    void givenSomethingSaidBefore_whenOtherWordsSayOtherwise_thenTheyDoNotAgree() {
        wish.change("quantity", List.of("2"));

        assertThat(wish.agreesWith(Map.of("quantity", List.of("3")))).isFalse();
        assertThat(wish.agreesWith(Map.of("quantity", List.of("2"), "design", List.of("rocket"))))
                .isTrue();
    }

    private static Wish wishIn(String shipped) {
        return new Wish(
                CampaignReader.read(Path.of("..", "training-data", shipped))
                        .campaign()
                        .orElseThrow(),
                NOW);
    }

    private Session in(String state, Map<String, List<String>> slots) {
        return Sessions.in(campaign, state, slots);
    }
}
