package io.parley.gateway.call;

import io.parley.speech.Sound;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.UnspeakableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks replies over a leg, part by part, the first as soon as it is ready. What is being said can be cut off, and taken up
 * again where it was cut. Used by the call's own thread alone, except where it says so.
 */
final class Mouth {

    private static final Logger log = LoggerFactory.getLogger(Mouth.class);

    /** So much is said once more where a reply is taken up again: nobody understands half a word. */
    private static final Duration RUN_UP = Duration.ofMillis(300);

    private final CallLeg leg;
    private final SpeechSynthesizer synthesizer;
    private final Executor hands;
    private final Executor ownThread;

    private @Nullable Saying saying;
    private int replies;

    /**
     * @param hands do what takes time
     * @param ownThread runs what belongs to the call's thread
     */
    Mouth(CallLeg leg, SpeechSynthesizer synthesizer, Executor hands, Executor ownThread) {
        this.leg = leg;
        this.synthesizer = synthesizer;
        this.hands = hands;
        this.ownThread = ownThread;
    }

    /** One reply on its way. */
    private final class Saying {
        private final int number = ++replies;
        private final List<String> parts;
        private final List<Sound> sounds = new ArrayList<>();
        private final Runnable begun;
        private final Runnable done;
        private int sent;
        private boolean cut;
        private Duration cutAt = Duration.ZERO;
        private boolean over;

        Saying(List<String> parts, Runnable begun, Runnable done) {
            this.parts = parts;
            this.begun = begun;
            this.done = done;
        }

        String mark(int part) {
            return number + "." + part;
        }
    }

    /**
     * Says a text instead of whatever was being said.
     *
     * @param begun runs when its first sound is given to the leg
     * @param done runs when its last sound was sent; not if it is cut off for good
     */
    void say(String text, Runnable begun, Runnable done) {
        stop();
        Saying next = new Saying(synthesizer.parts(text), begun, done);
        saying = next;
        if (next.parts.isEmpty()) {
            next.over = true;
            done.run();
            return;
        }
        hands.execute(() -> {
            for (String part : next.parts) {
                Sound sound = soundOf(part);
                ownThread.execute(() -> ready(next, sound));
            }
        });
    }

    /** Whether something is being said. */
    boolean isSpeaking() {
        return saying != null && !saying.cut && !saying.over;
    }

    /** Whether something was cut off that can be taken up again. */
    boolean isCut() {
        return saying != null && saying.cut;
    }

    /** Whether what is being said, or was cut off, has come to its last part. */
    boolean isAtLastPart() {
        return saying == null || saying.sent >= saying.parts.size() - 1;
    }

    /**
     * Falls silent.
     *
     * @return what the caller heard of the reply
     */
    String cut() {
        Saying now = saying;
        if (now == null || now.over) {
            return "";
        }
        if (!now.cut) {
            now.cut = true;
            now.cutAt = leg.clear();
        }
        List<String> heard = new ArrayList<>(now.parts.subList(0, now.sent));
        if (now.sent < now.sounds.size()) {
            beginning(
                            now.parts.get(now.sent),
                            now.cutAt,
                            now.sounds.get(now.sent).duration())
                    .ifPresent(heard::add);
        }
        return String.join(" ", heard);
    }

    /** Goes on where it was cut off. */
    void resume() {
        Saying now = saying;
        if (now == null || !now.cut) {
            return;
        }
        now.cut = false;
        for (int part = now.sent; part < now.sounds.size(); part++) {
            Sound sound = now.sounds.get(part);
            Duration from = part == now.sent ? now.cutAt.minus(RUN_UP) : Duration.ZERO;
            play(now, part, from.isPositive() ? behind(sound, from) : sound);
        }
    }

    /** Forgets what was being said. */
    void stop() {
        if (saying != null && !saying.over && !saying.cut) {
            leg.clear();
        }
        saying = null;
    }

    /** The leg has sent the sound of that mark. */
    void played(String mark) {
        Saying now = saying;
        if (now != null && !now.over && mark.startsWith(now.number + ".")) {
            now.sent = Integer.parseInt(mark.substring(mark.indexOf('.') + 1)) + 1;
            if (now.sent == now.parts.size()) {
                now.over = true;
                now.done.run();
            }
        }
    }

    private void ready(Saying of, Sound sound) {
        of.sounds.add(sound);
        if (of == saying && !of.cut) {
            play(of, of.sounds.size() - 1, sound);
            if (of.sounds.size() == 1) {
                of.begun.run();
            }
        }
    }

    private void play(Saying of, int part, Sound sound) {
        leg.play(sound, of.mark(part));
    }

    /** What no voice can say is passed over; the text is shown anyway, and the log has what the engine said. */
    private Sound soundOf(String part) {
        try {
            return synthesizer.say(part);
        } catch (UnspeakableException | RuntimeException e) {
            log.atWarn()
                    .addKeyValue("engine", synthesizer.engine())
                    .addKeyValue("cause", e.toString())
                    .log("a sentence could not be spoken");
            return Sound.silence(Duration.ofMillis(20), Sound.WIDE);
        }
    }

    private static Sound behind(Sound sound, Duration from) {
        int samples = (int) Math.min(sound.samples().length, from.toMillis() * sound.rate() / 1000);
        return sound.slice(samples, sound.samples().length);
    }

    /** The words that fit in that much of the sound. */
    private static Optional<String> beginning(String part, Duration sent, Duration whole) {
        if (whole.isZero()) {
            return Optional.empty();
        }
        String[] words = part.split(" ");
        int count = (int) Math.min(words.length, words.length * sent.toMillis() / Math.max(1, whole.toMillis()));
        return count == 0 ? Optional.empty() : Optional.of(String.join(" ", Arrays.copyOf(words, count)));
    }
}
