package io.parley.gateway.call;

import io.parley.contracts.voice.Expected;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a caller says, from frames to words: shown as far as it is understood while it is said, and recognised elsewhere when it
 * has ended. Used by the call's own thread.
 */
final class Recognition {

    private static final Logger log = LoggerFactory.getLogger(Recognition.class);
    private static final int PARTIAL_EVERY_FRAMES = 15;

    private final Ear ear;
    private final Exchange exchange;
    private final CallReport report;
    private final Consent consent;
    private final Outcome outcome;

    private Optional<String> shown = Optional.empty();
    private int frames;
    private int deciding;
    /** Whether what the caller is saying began while they were asked whether they may be recorded. */
    private boolean onConsent;

    /** What became of an utterance. */
    interface Outcome {

        /**
         * @param asked what was expected when it began
         * @param spoken for how long there was a voice
         * @param ended when, by the clock of {@link System#nanoTime}
         */
        void understood(Expected asked, Utterance.Readings readings, Duration spoken, long ended);

        /** Nobody could hear it, or it is not wanted any more. */
        void missed();

        /** The recogniser failed. */
        void failed();
    }

    Recognition(Ear ear, Exchange exchange, CallReport report, Consent consent, Outcome outcome) {
        this.ear = ear;
        this.exchange = exchange;
        this.report = report;
        this.consent = consent;
        this.outcome = outcome;
    }

    /** Takes the next 20 ms. */
    void hear(short[] frame) {
        switch (ear.hear(frame, exchange.expected(), exchange.endOfTurn())) {
            case NOTHING -> {}
            case BEGAN -> {
                shown = Optional.empty();
                onConsent = consent.isPending();
            }
            case ENDED -> understand(ear.take(), ear.spoken(), onConsent);
            case MISSED -> {
                report.missed();
                outcome.missed();
            }
        }
    }

    /** Shows what is understood so far, now and then. */
    void show() {
        if (ear.isOpen() && ++frames % PARTIAL_EVERY_FRAMES == 0) {
            partial();
        }
    }

    /** Whether an utterance has ended and is not understood yet. */
    boolean isDeciding() {
        return deciding > 0;
    }

    private void partial() {
        @Nullable Utterance current = ear.current();
        Optional<String> partial = current == null ? Optional.empty() : current.partial();
        if (partial.isPresent() && !partial.equals(shown)) {
            shown = partial;
            report.partial(Said.masked(partial.get()));
        }
    }

    private void understand(Utterance utterance, Duration spoken, boolean consents) {
        deciding++;
        long ended = System.nanoTime();
        exchange.elsewhere(
                () -> {
                    try (utterance) {
                        return utterance.end();
                    }
                },
                readings -> {
                    deciding--;
                    report.recognized(readings.decoding(), utterance.duration());
                    if (consents && !consent.isPending()) {
                        // Meant for a question that was answered meanwhile, by a key.
                        outcome.missed();
                    } else {
                        outcome.understood(utterance.expected(), readings, spoken, ended);
                    }
                },
                cause -> {
                    deciding--;
                    log.atWarn().addKeyValue("cause", cause.toString()).log("an utterance could not be recognised");
                    outcome.failed();
                });
    }
}
