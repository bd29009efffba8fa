package io.parley.orderflow.simulation;

import io.parley.contracts.simulation.SimulatedRow;
import io.parley.contracts.simulation.SimulationView;
import io.parley.contracts.simulation.SimulationWish;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Simulated customers over HTTP, for operators. */
@RestController
@RequestMapping("/campaigns/{campaign}/simulations")
final class SimulationController {

    private final Simulations simulations;

    SimulationController(Simulations simulations) {
        this.simulations = simulations;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    SimulationView begin(@PathVariable String campaign, @RequestBody SimulationWish wish) {
        return simulations.begin(campaign, wish);
    }

    @GetMapping("/{id}")
    SimulationView view(@PathVariable String campaign, @PathVariable String id) {
        return simulations.get(campaign, id).view();
    }

    @GetMapping("/{id}/rows")
    List<SimulatedRow> rows(@PathVariable String campaign, @PathVariable String id) {
        return simulations.get(campaign, id).rows();
    }

    @DeleteMapping("/{id}")
    SimulationView cancel(@PathVariable String campaign, @PathVariable String id) {
        Simulation simulation = simulations.get(campaign, id);
        simulation.cancel();
        return simulation.view();
    }
}
