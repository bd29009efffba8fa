package io.parley.orderflow.simulation;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.simulation.SimulationView;
import io.parley.contracts.simulation.SimulationWish;
import io.parley.orderflow.background.LatestRuns;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.order.Orders;
import io.parley.orderflow.turn.Conversations;
import io.parley.orderflow.turn.TurnService;
import io.parley.session.RedisSessionStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The latest simulations. One runs at a time; they are forgotten when the service ends. */
@Service
final class Simulations {

    private static final int MOST = 1_000_000;

    private final Campaigns campaigns;
    private final Encounter.Services services;
    private final MeterRegistry meters;
    private final SimulationProperties properties;
    private final Clock clock;
    private final LatestRuns<Simulation> latest =
            new LatestRuns<>("simulation", Fault.SIMULATION_RUNNING, Fault.SIMULATION_NOT_FOUND);

    Simulations(
            Campaigns campaigns,
            Conversations conversations,
            TurnService turns,
            RedisSessionStore sessions,
            Orders orders,
            MeterRegistry meters,
            SimulationProperties properties,
            Clock clock) {
        this.campaigns = campaigns;
        this.services = new Encounter.Services(conversations, turns, sessions, orders);
        this.meters = meters;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Begins one.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}, {@link Fault#CAMPAIGN_INVALID},
     *     {@link Fault#REQUEST_INVALID}, {@link Fault#SIMULATION_RUNNING}
     */
    SimulationView begin(String campaign, SimulationWish wish) {
        require(wish);
        return latest.begin(() -> new Simulation(
                        UUID.randomUUID().toString(),
                        campaigns.offered(campaign),
                        campaigns.reading(campaign),
                        wish.complete(),
                        properties.customers(),
                        services,
                        meters,
                        clock))
                .view();
    }

    /**
     * @throws FaultException {@link Fault#SIMULATION_NOT_FOUND}
     */
    Simulation get(String campaign, String id) {
        return latest.get(campaign, id);
    }

    private static void require(SimulationWish wish) {
        List<String> problems = new ArrayList<>();
        if (wish.conversations() < 1 || wish.conversations() > MOST) {
            problems.add("conversations is " + wish.conversations() + "; give 1 to " + MOST);
        }
        requireShare("typos", wish.typos(), problems);
        requireShare("noise", wish.noise(), problems);
        @Nullable String persona = wish.persona();
        if (persona != null && Persona.of(persona).isEmpty()) {
            problems.add("there is no persona '" + persona + "'; there are " + String.join(", ", Persona.labels()));
        }
        if (!problems.isEmpty()) {
            throw new FaultException(Fault.REQUEST_INVALID, String.join("; ", problems), problems);
        }
    }

    private static void requireShare(String name, @Nullable Double share, List<String> problems) {
        if (share != null && !(share >= 0 && share <= 1)) {
            problems.add(name + " is " + share + "; give a share between 0 and 1");
        }
    }
}
