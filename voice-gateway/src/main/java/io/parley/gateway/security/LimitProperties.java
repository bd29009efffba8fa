package io.parley.gateway.security;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one may ask for.
 *
 * @param bodyLimit how large a request's body may be; whole files, for models and as versions of campaigns,
 *     have a limit of their own
 * @param customerRequestsPerSecond how many customer requests and turns an address may send a second, with bursts of
 *     twice that; 0 for as many as it likes
 */
@Validated
@ConfigurationProperties("parley.gateway")
public record LimitProperties(
        @DefaultValue("64KB") @NotNull DataSize bodyLimit,
        @DefaultValue("0") @Min(0) int customerRequestsPerSecond) {}
