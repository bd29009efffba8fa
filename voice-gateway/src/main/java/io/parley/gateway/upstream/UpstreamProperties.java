package io.parley.gateway.upstream;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services behind the gateway are, and how long it waits for them.
 *
 * @param orderFlowUrl the order-flow-service
 * @param nextStateUrl the intent-model-service
 * @param answersUrl the qa-memory-service
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long the whole answer may take, from the request on
 * @param longTimeout the same for what takes minutes by its nature: uploads, evaluations, conversation tests
 * @param healthTimeout how long a health check waits for a service
 */
@Validated
@ConfigurationProperties("parley.gateway")
public record UpstreamProperties(
        @DefaultValue("http://localhost:8081") @NotNull URI orderFlowUrl,
        @DefaultValue("http://localhost:8082") @NotNull URI nextStateUrl,
        @DefaultValue("http://localhost:8083") @NotNull URI answersUrl,

        @DefaultValue("1s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration readTimeout,
        @DefaultValue("5m") @DurationMin(millis = 1) Duration longTimeout,
        @DefaultValue("3s") @DurationMin(millis = 1) Duration healthTimeout) {}
