package io.parley.gateway.security;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How operators prove who they are.
 *
 * @param operatorPassword of the user {@code operator}; there is no default
 * @param failedLoginsPerMinute after how many wrong passwords in a minute an address is refused for the rest of it
 * @param metricsOpen whether {@code /actuator/prometheus} needs no credential, for a network of one's own
 */
@Validated
@ConfigurationProperties("parley.gateway")
public record OperatorProperties(
        @NotBlank(
                message = "is not set; give operators a password by the environment variable"
                        + " PARLEY_GATEWAY_OPERATOR_PASSWORD")
        @Nullable
        String operatorPassword,

        @DefaultValue("20") @Min(1) int failedLoginsPerMinute,
        @DefaultValue("false") boolean metricsOpen) {

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return "OperatorProperties[failedLoginsPerMinute=" + failedLoginsPerMinute + ", metricsOpen=" + metricsOpen
                + "]";
    }
}
