package io.parley.orderflow.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.campaign.Fact;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.fact.FactChange;
import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactStatus;
import io.parley.contracts.fact.FactVersion;
import io.parley.contracts.fact.FactView;
import io.parley.orderflow.campaign.CampaignFolders;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On the campaign {@code gift-card}, whose folder has the one fact {@code delivery-time}. */
class FactsControllerTest {

    private static final String GIFT_CARD = "gift-card";
    private static final String FOLDERS = "Cards leave the same day and take two to three days.";

    private final FactDatabase database = new FactDatabase();
    private final FactDatabase.Instance here = database.instance(CampaignFolders.giftCard());
    private final FactDatabase.Instance there = database.instance(CampaignFolders.giftCard());
    private final FactsController facts = here.facts();

    @Test
    void givenANewFact_whenWritten_thenCustomersAreToldItAtOnceAndAtOtherInstancesAMomentLater() {
        FactView written = facts.put(GIFT_CARD, "pets", pets("Yes."), null);

        assertThat(written.current())
                .isEqualTo(new FactVersion(
                        1,
                        FactStatus.EDITED,
                        new FactContent(
                                "pets", "question", List.of("Is it safe for pets?"), "Yes.", List.of(), List.of()),
                        FactDatabase.NOON));
        assertThat(written.earlier()).isEmpty();
        assertThat(answer(here, "pets")).contains("Yes.");
        there.onSale().look();
        assertThat(answer(there, "pets")).contains("Yes.");
        assertThat(answer(database.instance(CampaignFolders.giftCard()), "pets"))
                .as("after a start")
                .contains("Yes.");
    }

    @Test
    void givenAFactOfTheFolder_whenReplacedAndDeleted_thenTheFolderCountsAgainOnceRolledBackToZero() {
        facts.put(GIFT_CARD, "delivery-time", delivery("A week."), null);
        assertThat(answer(here, "delivery-time")).contains("A week.");

        facts.delete(GIFT_CARD, "delivery-time", null);
        assertThat(answer(here, "delivery-time")).isEmpty();

        FactView back = facts.rollBack(GIFT_CARD, "delivery-time", 0, null);
        assertThat(answer(here, "delivery-time")).contains(FOLDERS);
        assertThat(back.current().version()).isEqualTo(3);
        assertThat(back.earlier())
                .extracting(FactVersion::version, FactVersion::status)
                .containsExactly(
                        tuple(2, FactStatus.DELETED), tuple(1, FactStatus.EDITED), tuple(0, FactStatus.FOLDER));
    }

    @Test
    void givenSeveralVersions_whenRolledBack_thenTheEarlierOneIsToldAsANewVersion() {
        facts.put(GIFT_CARD, "pets", pets("Yes."), null);
        facts.put(GIFT_CARD, "pets", pets("No."), null);

        FactView back = facts.rollBack(GIFT_CARD, "pets", 1, null);

        assertThat(back.current().version()).isEqualTo(3);
        assertThat(answer(here, "pets")).contains("Yes.");
    }

    @Test
    void givenTheSameFactAgain_whenWritten_thenThereIsNoNewVersion() {
        facts.put(GIFT_CARD, "pets", pets("Yes."), null);

        assertThat(facts.put(GIFT_CARD, "pets", pets("Yes."), null).current().version())
                .isEqualTo(1);
    }

    @Test
    void givenAnotherOperatorWasFaster_whenWrittenDeletedOrRolledBack_thenNothingIsChanged() {
        facts.put(GIFT_CARD, "pets", pets("Yes."), 0);
        there.facts().put(GIFT_CARD, "pets", pets("No."), 1);

        assertFault(Fault.FACT_CHANGED, () -> facts.put(GIFT_CARD, "pets", pets("Perhaps."), 1));
        assertFault(Fault.FACT_CHANGED, () -> facts.delete(GIFT_CARD, "pets", 1));
        assertFault(Fault.FACT_CHANGED, () -> facts.rollBack(GIFT_CARD, "pets", 1, 1));
        assertThat(facts.one(GIFT_CARD, "pets").current().version()).isEqualTo(2);
        assertThat(answer(here, "pets")).contains("No.");
        assertThat(facts.put(GIFT_CARD, "pets", pets("Perhaps."), 2).current().version())
                .isEqualTo(3);
    }

    @Test
    void givenAFactWithProblems_whenWritten_thenAllOfThemAreToldAndNothingIsChanged() {
        JsonNode bad = json("""
                {"kind": "questoin", "ask": ["when will it get here"], "answer": "{{desing}}", "states": ["ask-delivry"],
                 "pitch": "<b>now</b>"}""");

        assertThatThrownBy(() -> facts.put(GIFT_CARD, "pets", bad, null))
                .isInstanceOfSatisfying(FaultException.class, e -> {
                    assertThat(e.fault()).isEqualTo(Fault.FACT_INVALID);
                    assertThat(e.problems())
                            .hasSize(5)
                            .anyMatch(problem -> problem.contains("'questoin' is no kind of fact"))
                            .anyMatch(problem -> problem.contains("asked by two facts, 'delivery-time' and 'pets'"))
                            .anyMatch(problem -> problem.contains("Did you mean 'design'?"))
                            .anyMatch(problem -> problem.contains("Did you mean 'ask-delivery'?"))
                            .anyMatch(problem -> problem.contains("HTML"));
                });
        assertFault(Fault.FACT_NOT_FOUND, () -> facts.one(GIFT_CARD, "pets"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"pets\"", "3", "{\"id\": \"dogs\"}", "{}", "{\"kind\": null}"})
    void givenSomethingElseThanThatFact_whenWritten_thenItIsRefused(String body) {
        assertFault(Fault.FACT_INVALID, () -> facts.put(GIFT_CARD, "pets", json(body), null));
    }

    @Test
    void givenTheIdWhoseAddressIsTaken_whenWritten_thenItIsRefused() {
        assertFault(Fault.FACT_INVALID, () -> facts.put(GIFT_CARD, "statistics", pets("Yes."), null));
    }

    @Test
    void givenAQuestionThatAFactOfAnOperatorHas_whenAnotherAsksIt_thenItIsRefusedUntilTheFirstIsDeleted() {
        facts.put(GIFT_CARD, "pets", pets("Yes."), null);
        assertFault(Fault.FACT_INVALID, () -> facts.put(GIFT_CARD, "cats", pets("No."), null));

        facts.delete(GIFT_CARD, "pets", null);
        facts.put(GIFT_CARD, "cats", pets("No."), null);

        assertThat(answer(here, "cats")).contains("No.");
        assertFault(Fault.FACT_INVALID, () -> facts.rollBack(GIFT_CARD, "pets", 1, null));
    }

    @Test
    void givenNoSuchFactOrVersion_whenAskedFor_thenTheFaultSaysSo() {
        facts.put(GIFT_CARD, "pets", pets("Yes."), null);

        assertFault(Fault.FACT_NOT_FOUND, () -> facts.delete(GIFT_CARD, "no-such", null));
        assertFault(Fault.FACT_VERSION_NOT_FOUND, () -> facts.rollBack(GIFT_CARD, "pets", 7, null));
        assertFault(Fault.FACT_VERSION_NOT_FOUND, () -> facts.rollBack(GIFT_CARD, "pets", 0, null));
        assertFault(Fault.CAMPAIGN_NOT_FOUND, () -> facts.all("no-such"));
        facts.delete(GIFT_CARD, "pets", null);
        assertFault(Fault.FACT_NOT_FOUND, () -> facts.delete(GIFT_CARD, "pets", null));
    }

    @Test
    void givenFactsOfFolderAndOperators_whenListed_thenTheyComeByIdAndSayWhereTheyAreFrom() {
        facts.put(GIFT_CARD, "pets", pets("Yes."), null);
        facts.put(GIFT_CARD, "cats", json("{\"kind\":\"question\",\"ask\":[\"cats?\"],\"answer\":\"No.\"}"), null);
        facts.delete(GIFT_CARD, "cats", null);

        assertThat(facts.all(GIFT_CARD)).extracting(FactView::id).containsExactly("cats", "delivery-time", "pets");
        assertThat(facts.all(GIFT_CARD))
                .extracting(view -> view.current().status())
                .containsExactly(FactStatus.DELETED, FactStatus.FOLDER, FactStatus.EDITED);
    }

    @Test
    void givenAFolderThatHasTheSameQuestionByNow_whenStarted_thenTheOperatorsFactIsToldToNobodyAndSaysWhy() {
        database.versions()
                .add(new FactChange(
                        GIFT_CARD,
                        "post",
                        1,
                        FactStatus.EDITED,
                        new FactContent(
                                "post", "question", List.of("when will it get here"), "Soon.", List.of(), List.of()),
                        FactDatabase.NOON));

        FactDatabase.Instance started = database.instance(CampaignFolders.giftCard());

        assertThat(answer(started, "post")).isEmpty();
        assertThat(answer(started, "delivery-time")).contains(FOLDERS);
        assertThat(started.facts().one(GIFT_CARD, "post").problems())
                .singleElement()
                .asString()
                .contains("asked by two facts");
    }

    @Test
    void givenAWarning_whenWritten_thenTheFactIsTakenAndTheWarningShown() {
        FactView view = facts.put(
                GIFT_CARD,
                "pets",
                json("{\"kind\":\"question\",\"ask\":[\"pets?\"],\"answer\":\"Yes, {{buyer_name}}.\"}"),
                null);

        assertThat(view.problems()).singleElement().asString().startsWith("warning: the answer cannot be given before");
        assertThat(answer(here, "pets")).isPresent();
    }

    private static Optional<String> answer(FactDatabase.Instance instance, String fact) {
        return instance.campaigns().offered(GIFT_CARD).campaign().fact(fact).map(Fact::answer);
    }

    private static JsonNode pets(String answer) {
        return json("{\"kind\":\"question\",\"ask\":[\"Is it safe for pets?\"],\"answer\":\"" + answer + "\"}");
    }

    private static JsonNode delivery(String answer) {
        return json("{\"kind\":\"question\",\"ask\":[\"when will it get here\"],\"answer\":\"" + answer + "\"}");
    }

    private static JsonNode json(String text) {
        return Objects.requireNonNull(JsonMapper.shared().readTree(text));
    }

    private static void assertFault(Fault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
