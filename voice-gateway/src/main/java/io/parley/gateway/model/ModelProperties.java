package io.parley.gateway.model;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What operators may send to the model services.
 *
 * @param uploadLimit how large an upload of training data may be; the model services take as much and no more
 */
@Validated
@ConfigurationProperties("parley.gateway.models")
public record ModelProperties(@DefaultValue("32MB") @NotNull DataSize uploadLimit) {}
