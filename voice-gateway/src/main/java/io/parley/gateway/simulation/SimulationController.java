package io.parley.gateway.simulation;

import io.parley.contracts.simulation.SimulatedRow;
import io.parley.contracts.simulation.SimulationView;
import io.parley.contracts.simulation.SimulationWish;
import io.parley.gateway.upstream.OrderFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

@RestController
@RequestMapping("/api/campaigns/{campaign}/simulations")
@Tag(name = "Simulations", description = "Customers of several kinds, played against the real service.")
final class SimulationController {

    private final OrderFlow orderFlow;

    SimulationController(OrderFlow orderFlow) {
        this.orderFlow = orderFlow;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Simulate customers",
            description = "Begins; follow it at its address. Their orders are kept apart and nobody is called. One at a"
                    + " time.")
    SimulationView begin(@PathVariable String campaign, @RequestBody SimulationWish wish) {
        return orderFlow.simulate(campaign, wish);
    }

    @GetMapping("/{simulation}")
    @Operation(summary = "A simulation as it stands", description = "The report is complete when it is completed.")
    SimulationView view(@PathVariable String campaign, @PathVariable String simulation) {
        return orderFlow.simulation(campaign, simulation);
    }

    @GetMapping("/{simulation}/rows")
    @Operation(
            summary = "What was said, as rows for training",
            description = "Empty unless rows were wished for. Their wordings are not those that other simulations test"
                    + " with.")
    List<SimulatedRow> rows(@PathVariable String campaign, @PathVariable String simulation) {
        return orderFlow.simulatedRows(campaign, simulation);
    }

    @DeleteMapping("/{simulation}")
    @Operation(summary = "Cancel a simulation", description = "Conversations under way end; what was found stays.")
    SimulationView cancel(@PathVariable String campaign, @PathVariable String simulation) {
        return orderFlow.cancelSimulation(campaign, simulation);
    }
}
