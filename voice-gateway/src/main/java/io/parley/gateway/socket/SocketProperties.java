package io.parley.gateway.socket;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How patient a WebSocket is.
 *
 * @param authenticateWithin how long a client may take to say who it is
 * @param pingEvery how often a client is asked whether it is there
 * @param silentAfter how long a client may give no sign before it is closed
 * @param sendWithin how long a client may take to take a frame
 * @param frameLimit how large a client's frame may be
 * @param askAfter how long a customer may be silent in the middle of a conversation before they are asked whether they are there;
 *     0 for ever
 * @param askAtMost how often they are asked before they speak again
 */
@Validated
@ConfigurationProperties("parley.gateway.socket")
public record SocketProperties(
        @DefaultValue("10s") @DurationMin(millis = 1) Duration authenticateWithin,
        @DefaultValue("20s") @DurationMin(millis = 1) Duration pingEvery,
        @DefaultValue("60s") @DurationMin(millis = 1) Duration silentAfter,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration sendWithin,
        @DefaultValue("16KB") @NotNull DataSize frameLimit,
        @DefaultValue("3m") @DurationMin Duration askAfter,
        @DefaultValue("2") @PositiveOrZero int askAtMost) {}
