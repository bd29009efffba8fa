package io.parley.gateway.call;

import io.parley.contracts.voice.Expected;
import io.parley.speech.Sound;
import io.parley.speech.activity.VoiceActivity;
import io.parley.speech.recognition.NoDecoderFreeException;
import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.Vocabulary;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts what a caller says into utterances. What was heard just before speech was noticed belongs to it, and so does what is
 * said while every decoder is busy: it waits for one.
 */
final class Ear {

    private static final int LEAD_FRAMES = 15;
    private static final Duration FRAME = VoiceActivity.FRAME;
    /** The activity detector calls the end of speech so much after the last loud frame. */
    private static final Duration HANG_OVER = Duration.ofMillis(200);

    private final SpeechRecognizer recognizer;
    private final Vocabulary vocabulary;
    private final List<String> commands;
    private final Duration longest;
    private final int rate;
    private final VoiceActivity activity = new VoiceActivity();
    private final Deque<Sound> lead = new ArrayDeque<>();
    private final List<Sound> waiting = new ArrayList<>();

    private @Nullable Utterance utterance;
    private boolean open;
    private Duration spoken = Duration.ZERO;
    private Duration quiet = Duration.ZERO;
    private Duration since = Duration.ZERO;

    /** @param commands all that is heard while a secret is asked for */
    Ear(SpeechRecognizer recognizer, Vocabulary vocabulary, List<String> commands, Duration longest, int rate) {
        this.recognizer = recognizer;
        this.vocabulary = vocabulary;
        this.commands = List.copyOf(commands);
        this.longest = longest;
        this.rate = rate;
    }

    /** What a frame changed. */
    enum Change {
        NOTHING,
        BEGAN,
        ENDED,
        /** It ended before a decoder was free. */
        MISSED
    }

    /**
     * @param expected what kind of answer is expected by now
     * @param wait how long silence lasts that ends an utterance
     */
    Change hear(short[] frame, Expected expected, Duration wait) {
        Sound sound = new Sound(frame, rate);
        boolean speaking = activity.hear(sound);
        if (!open) {
            remember(sound);
            if (!speaking) {
                return Change.NOTHING;
            }
            open = true;
            spoken = Duration.ZERO;
            quiet = Duration.ZERO;
            since = Duration.ZERO;
            waiting.addAll(lead);
            lead.clear();
            feed(expected);
            return Change.BEGAN;
        }
        since = since.plus(FRAME);
        if (speaking) {
            spoken = spoken.plus(FRAME);
            quiet = Duration.ZERO;
        } else {
            quiet = quiet.isZero() ? HANG_OVER : quiet.plus(FRAME);
        }
        waiting.add(sound);
        feed(expected);
        if (quiet.compareTo(wait) < 0 && since.compareTo(longest) < 0) {
            return Change.NOTHING;
        }
        open = false;
        waiting.clear();
        return utterance == null ? Change.MISSED : Change.ENDED;
    }

    /** Whether the caller is in the middle of an utterance. */
    boolean isOpen() {
        return open;
    }

    /** Whether the caller is making a sound right now. */
    boolean isSpeaking() {
        return open && quiet.isZero();
    }

    /** For how long the caller has spoken in this utterance. */
    Duration spoken() {
        return spoken;
    }

    /** What was understood so far of an utterance that goes on. */
    @Nullable
    Utterance current() {
        return utterance;
    }

    /** The utterance that just ended; whoever takes it closes it. */
    Utterance take() {
        Utterance ended = utterance;
        if (ended == null) {
            throw new IllegalStateException("no utterance has ended");
        }
        utterance = null;
        return ended;
    }

    void close() {
        if (utterance != null) {
            utterance.close();
            utterance = null;
        }
    }

    private void remember(Sound sound) {
        lead.addLast(sound);
        if (lead.size() > LEAD_FRAMES) {
            lead.removeFirst();
        }
    }

    private void feed(Expected expected) {
        if (utterance == null) {
            try {
                utterance = Utterance.begin(recognizer, vocabulary, expected, commands);
            } catch (NoDecoderFreeException e) {
                return;
            }
        }
        waiting.forEach(utterance::hear);
        waiting.clear();
    }
}
