package io.parley.gateway.sip;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether and where telephones call by SIP.
 *
 * @param enabled whether they can
 * @param host the numeric address that is listened at, for SIP and for sound; {@code 0.0.0.0} for all of this machine's
 * @param port for SIP, over UDP and TCP
 * @param publicAddress the numeric address callers reach this machine at, where that is another one; null for {@code host}
 * @param rtpPorts for the calls' sound, over UDP
 * @param allowedNetworks whose calls are taken, such as {@code 192.168.0.0/16}; others are refused with 403
 * @param invitesPerSecond how many calls a second one address may try, with bursts of twice that; the rest gets 503
 * @param ringFor how long it rings before we answer
 * @param silenceAfter a caller of whom nothing came for so long is gone
 * @param holdAtMost a caller who holds for longer is hung up on
 * @param registrar where we make ourselves known as a telephone of a PBX; null for nowhere
 */
@Validated
@ConfigurationProperties("parley.sip")
public record SipProperties(
        @DefaultValue("false") boolean enabled,

        @DefaultValue("127.0.0.1") @Pattern(regexp = NUMERIC, message = NOT_NUMERIC)
        String host,

        @DefaultValue("5060") @Min(1) @Max(65535) int port,

        @Pattern(regexp = NUMERIC, message = NOT_NUMERIC) @Nullable
        String publicAddress,

        @DefaultValue @Valid RtpPortRange rtpPorts,

        @DefaultValue({"127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"}) @NotNull
        List<String> allowedNetworks,

        @DefaultValue("10") @Min(1) int invitesPerSecond,
        @DefaultValue("0s") @DurationMax(minutes = 1) Duration ringFor,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration silenceAfter,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration holdAtMost,
        @Valid @Nullable RegistrarProperties registrar) {

    private static final String NUMERIC = "[0-9.]+|[0-9a-fA-F:.]+";
    private static final String NOT_NUMERIC = "must be a numeric address such as 192.168.1.20, not a name";

    public SipProperties {
        allowedNetworks = List.copyOf(allowedNetworks);
    }

    @AssertTrue(message = "allowedNetworks must be networks such as 192.168.0.0/16 or addresses such as 192.168.1.20")
    boolean isAllowedNetworksReadable() {
        return allowedNetworks.stream().allMatch(Networks::isNetwork);
    }

    /**
     * Two ports a call.
     *
     * @param from the first
     * @param to the last
     */
    public record RtpPortRange(
            @DefaultValue("30000") @Min(1024) @Max(65534) int from,
            @DefaultValue("30199") @Min(1025) @Max(65535) int to) {

        @AssertTrue(message = "rtpPorts.to must leave room for two ports after rtpPorts.from")
        boolean isOfRoomForACall() {
            return to > from + 1;
        }
    }

    /**
     * A PBX that passes calls on to us.
     *
     * @param uri such as {@code sip:pbx.example.com}
     * @param user our name there
     * @param password for it
     * @param expires how long it shall know us; we tell it again in time
     */
    public record RegistrarProperties(
            @Pattern(regexp = "sip:[^@]+", message = "must be such as sip:pbx.example.com") @NotNull
            String uri,

            @NotNull String user,
            @NotNull String password,
            @DefaultValue("5m") @DurationMin(seconds = 10) Duration expires) {

        /** Never with the password. */
        @Override
        public String toString() {
            return user + " at " + uri;
        }
    }
}
