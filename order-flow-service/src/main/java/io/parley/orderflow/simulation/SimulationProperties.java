package io.parley.orderflow.simulation;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How customers are simulated.
 *
 * @param customers how many talk at the same time
 */
@Validated
@ConfigurationProperties("parley.simulation")
record SimulationProperties(@DefaultValue("4") @Min(1) int customers) {}
