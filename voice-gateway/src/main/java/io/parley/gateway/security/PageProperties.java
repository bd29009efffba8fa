package io.parley.gateway.security;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From which pages Parley may be used.
 *
 * @param allowedOrigins origins whose pages may embed the widget, {@code https://shop.example.com}; the gateway's own
 *     always may
 * @param frameAncestors who may show our page in a frame, as in the Content-Security-Policy
 */
@Validated
@ConfigurationProperties("parley.gateway")
public record PageProperties(
        @DefaultValue
        List<
                        @Pattern(
                                regexp = "https?://[^/\\s*;,]+",
                                message = "must be an origin such as https://shop.example.com, without a path")
                        String>
                allowedOrigins,

        @DefaultValue("'self'") @NotEmpty
        List<
                        @Pattern(
                                regexp = "[^\\s;,]+",
                                message = "must be one source such as 'self' or https://shop.example.com")
                        String>
                frameAncestors) {

    public PageProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
        frameAncestors = List.copyOf(frameAncestors);
    }
}
