package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.simulation.SimulatedRow;
import io.parley.contracts.simulation.SimulationReport;
import io.parley.contracts.simulation.SimulationView;
import io.parley.contracts.simulation.SimulationWish;
import io.parley.standalone.client.GatewayProblem;
import io.parley.standalone.client.SimulationsClient;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Simulated customers of every kind buy tea. */
@Timeout(240)
class SimulatedCustomersIT {

    private static final int POLL_MILLIS = 200;

    @RegisterExtension
    static final RunningTeaBox PARLEY = new RunningTeaBox();

    private static SimulationsClient simulations;

    @BeforeAll
    static void start() {
        simulations = PARLEY.gateway().simulations(TeaBox.ID);
    }

    @Test
    void givenCustomersOfEveryKind_whenTheyBuy_thenNobodyIsTrappedAndNoOrderIsLostOrListed() throws Exception {
        SimulationReport report =
                play(new SimulationWish(48, null, 0.05, 0.2, 3L, false)).report();

        assertThat(report.conversations()).isEqualTo(48);
        assertThat(report.personas()).hasSize(6).allSatisfy((persona, figures) -> {
            assertThat(figures.conversations()).isEqualTo(8);
            assertThat(figures.turns()).isGreaterThan(8 * 3);
        });
        assertThat(List.of(report.traps(), report.errors(), report.lostOrders(), report.doubleOrders()))
                .as("%s", report.troubles())
                .containsOnly(0);
        assertThat(report.personReached()).isEqualTo(report.personAsked());
        assertThat(report.completionRate().get("decided")).isGreaterThan(0.5);
        assertThat(report.personas())
                .hasEntrySatisfying(
                        "hostile", figures -> assertThat(figures.refused()).isPositive())
                .hasEntrySatisfying(
                        "corrector",
                        figures -> assertThat(figures.corrections()).isPositive());
        assertThat(PARLEY.gateway().orders()).isEmpty();
    }

    @Test
    void givenTheSameSeed_whenPlayedTwice_thenTheSameCustomersFareTheSame() throws Exception {
        SimulationWish wish = new SimulationWish(6, "decided", 0.1, 0.0, 5L, false);

        assertThat(play(wish).report().personas()).isEqualTo(play(wish).report().personas());
    }

    @Test
    void givenRowsAreWishedFor_whenCustomersTalk_thenTheyAreLabelledAndMasked() throws Exception {
        List<SimulatedRow> rows = simulations.rows(
                play(new SimulationWish(6, "decided", 0.0, 0.0, 9L, true)).id());

        assertThat(rows).hasSizeGreaterThan(12).allSatisfy(row -> {
            assertThat(row.label()).isNotEmpty();
            assertThat(row.text()).doesNotContain("4242", "@");
        });
        assertThat(rows)
                .anyMatch(row -> row.state().equals("payment") && row.text().contains("<card>"));
    }

    @Test
    void givenAWishThatCannotBe_whenAsked_thenEveryProblemIsNamed() {
        GatewayProblem problem = Assertions.catchThrowableOfType(
                GatewayProblem.class, () -> simulations.begin(new SimulationWish(0, "angry", 2.0, null, null, null)));

        assertThat(problem.problems()).hasSize(3).anyMatch(one -> one.contains("decided, hesitant"));
    }

    private static SimulationView play(SimulationWish wish) throws InterruptedException {
        SimulationView view = simulations.begin(wish);
        while (!view.isOver()) {
            Thread.sleep(POLL_MILLIS);
            view = simulations.view(view.id());
        }
        assertThat(view.status()).isEqualTo("completed");
        return view;
    }
}
