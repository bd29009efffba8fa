package io.parley.gateway.call;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How calls are led.
 *
 * @param campaign sold to callers who do not say what they call for; null where only one is on sale
 * @param maxCalls how many calls may be up at once
 * @param decoders how many utterances can be heard at once, by the embedded recogniser at some 12 MB each; a caller who is asked
 *     for a certain kind of answer takes two while they speak, if there are two
 * @param voskModel the folder of a Vosk model, which then recognises instead of the embedded engine; null for the latter
 * @param voices how many sentences can be spoken at once
 * @param synthesizer the engine that speaks: {@code freetts}, {@code flite} or {@code espeak-ng}
 * @param preload whether the engines are made ready when the gateway has started, so that the first caller need not wait;
 *     else a Parley that nobody calls does without their memory
 * @param endOfTurn how long a caller is silent when they have said what they wanted
 * @param endOfLongTurn the same while a number, a day, a name or an address is given
 * @param bargeInAfter how long a caller must speak before we fall silent for them
 * @param backchannelWithin what is said meanwhile and lasts no longer may be a mere "mhm"
 * @param noInputAfter how long nobody speaks before we ask whether the caller is there
 * @param noInputs how often in a row we ask so before we hang up
 * @param keyPause how long no key is pressed when an entry is complete
 * @param longestUtterance after which is answered even if the caller goes on
 * @param maxCallTime after which we say good-bye
 * @param transferTo whom a leg that can is asked to call where the caller wants a person; null for nobody
 */
@Validated
@ConfigurationProperties("parley.voice")
public record VoiceProperties(
        @Nullable String campaign,
        @DefaultValue("4") @Min(1) @Max(1000) int maxCalls,
        @DefaultValue("8") @Min(1) @Max(100) int decoders,
        @Nullable Path voskModel,
        @DefaultValue("2") @Min(1) @Max(100) int voices,
        @DefaultValue("freetts") String synthesizer,
        @DefaultValue("false") boolean preload,
        @DefaultValue("500ms") @DurationMin(millis = 200) Duration endOfTurn,
        @DefaultValue("1200ms") @DurationMin(millis = 200) Duration endOfLongTurn,
        @DefaultValue("120ms") @DurationMin(millis = 0) Duration bargeInAfter,
        @DefaultValue("900ms") @DurationMin(millis = 0) Duration backchannelWithin,
        @DefaultValue("7s") @DurationMin(millis = 100) Duration noInputAfter,
        @DefaultValue("3") @Min(0) int noInputs,
        @DefaultValue("3s") @DurationMin(millis = 100) Duration keyPause,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration longestUtterance,
        @DefaultValue("30m") @DurationMin(seconds = 1) Duration maxCallTime,
        @Nullable String transferTo) {}
