package io.parley.standalone.call;

import io.parley.gateway.sip.CallerListener;
import io.parley.speech.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A caller who asks one question after the other and notes how long it takes: from the end of their words to the first sound of
 * the reply, and at every third reply, into which they speak, from their first sound to silence. Time is that of the frames
 * that come, 20 ms each. Of the sound's thread alone, but for what is asked of it when the call is over.
 */
public final class Asking implements CallerListener {

    private static final int FRAME_MILLIS = 20;
    /** A sample of our own words above which they have begun, and below which they have ended. */
    private static final int LOUD = 500;

    private static final int TURN_AFTER_MILLIS = 700;
    private static final int UNANSWERED_AFTER_MILLIS = 8_000;
    private static final int INTERRUPT_AFTER_MILLIS = 1_000;
    private static final int SILENCED_MILLIS = 200;
    private static final int INTERRUPTED_REPLY = 3;

    private enum State {
        /** The other side speaks, or is about to. */
        LISTENING,
        SPEAKING,
        /** We have asked, and nothing has come. */
        WAITING,
        /** We speak into what the other side says. */
        INTERRUPTING
    }

    private final List<Sound> questions;
    private final BiConsumer<Sound, String> mouth;
    private final List<Duration> responses = new ArrayList<>();
    private final List<Duration> silences = new ArrayList<>();

    private State state = State.LISTENING;
    private long clock;
    private long quietSince;
    private long spokenSince = -1;
    private long endedAt;
    private long interruptedAt;
    private long lastLoud;
    private int asked;
    private int replies;
    private int unanswered;
    private volatile String over = "";

    /**
     * @param questions at 8 kHz, asked in turn
     * @param mouth plays a sound and tells by its mark when it was sent
     */
    public Asking(List<Sound> questions, BiConsumer<Sound, String> mouth) {
        this.questions = List.copyOf(questions);
        this.mouth = mouth;
    }

    /**
     * What a caller noted.
     *
     * @param asked how many questions
     * @param unanswered of them, for eight seconds
     * @param responses from the end of the words to the first sound of the reply
     * @param silences from the first sound of an interruption to silence
     * @param over how the call ended, if it did before it was to; empty if it did not
     */
    public record Noted(int asked, int unanswered, List<Duration> responses, List<Duration> silences, String over) {

        public Noted {
            responses = List.copyOf(responses);
            silences = List.copyOf(silences);
        }
    }

    /** To be asked when no frame comes any more. */
    public Noted noted() {
        return new Noted(asked, unanswered, responses, silences, over);
    }

    @Override
    public void heard(short[] frame) {
        clock += FRAME_MILLIS;
        boolean loud = Loudness.isSpeech(frame);
        if (loud) {
            lastLoud = clock;
        }
        switch (state) {
            case LISTENING -> listen(loud);
            case WAITING -> await(loud);
            case INTERRUPTING -> interrupted();
            case SPEAKING -> {}
        }
    }

    private void listen(boolean loud) {
        if (loud) {
            quietSince = clock;
            spokenSince = spokenSince < 0 ? clock : spokenSince;
        }
        boolean interrupts = replies > 0
                && replies % INTERRUPTED_REPLY == 0
                && spokenSince >= 0
                && clock - spokenSince >= INTERRUPT_AFTER_MILLIS
                && loud;
        if (interrupts) {
            Sound question = ask();
            interruptedAt = clock + millis(question, beginning(question));
            state = State.INTERRUPTING;
        } else if (clock - quietSince >= TURN_AFTER_MILLIS && spokenSince >= 0) {
            ask();
            state = State.SPEAKING;
        } else if (clock - quietSince >= UNANSWERED_AFTER_MILLIS) {
            ask();
            state = State.SPEAKING;
        }
    }

    private void await(boolean loud) {
        if (loud) {
            responses.add(Duration.ofMillis(clock - endedAt));
            hearReply();
        } else if (clock - endedAt >= UNANSWERED_AFTER_MILLIS) {
            unanswered++;
            ask();
            state = State.SPEAKING;
        }
    }

    private void interrupted() {
        if (interruptedAt > 0 && clock - lastLoud >= SILENCED_MILLIS) {
            silences.add(Duration.ofMillis(Math.max(0, lastLoud - interruptedAt)));
            interruptedAt = 0;
        }
    }

    private void hearReply() {
        replies++;
        spokenSince = clock;
        quietSince = clock;
        state = State.LISTENING;
    }

    private Sound ask() {
        Sound question = questions.get(asked++ % questions.size());
        spokenSince = -1;
        mouth.accept(question, String.valueOf(asked));
        return question;
    }

    @Override
    public void played(String mark) {
        if (state == State.INTERRUPTING && interruptedAt > 0) {
            // Never silenced while we spoke: as long as it took at least.
            silences.add(Duration.ofMillis(clock - interruptedAt));
            interruptedAt = 0;
        }
        Sound question = questions.get((asked - 1) % questions.size());
        endedAt = clock - millis(question, question.samples().length - ending(question));
        state = State.WAITING;
    }

    @Override
    public void over(String how, boolean answered) {
        over = how;
    }

    /** Its first loud sample. */
    private static int beginning(Sound sound) {
        int at = 0;
        while (at < sound.samples().length && Math.abs(sound.samples()[at]) < LOUD) {
            at++;
        }
        return at;
    }

    /** After its last loud sample. */
    private static int ending(Sound sound) {
        int at = sound.samples().length;
        while (at > 0 && Math.abs(sound.samples()[at - 1]) < LOUD) {
            at--;
        }
        return at;
    }

    private static long millis(Sound sound, int samples) {
        return 1000L * samples / sound.rate();
    }
}
