package io.parley.gateway.model;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What operators may send to the model services.
 *
 * @param uploadLimit how large a file of training data may be
 */
@Validated
@ConfigurationProperties("parley.gateway.models")
public record ModelProperties(@DefaultValue("50MB") @NotNull DataSize uploadLimit) {}
