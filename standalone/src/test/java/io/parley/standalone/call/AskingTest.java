package io.parley.standalone.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.speech.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the other side's frames in the test's hands. */
class AskingTest {

    private final List<String> asked = new ArrayList<>();
    private final Asking caller = new Asking(List.of(question()), (sound, mark) -> asked.add(mark));

    @Test
    void givenAGreetingAndSilence_whenItIsTheCallersTurn_thenTheyAskOnce() {
        loud(1_000);
        quiet(600);
        assertThat(asked).isEmpty();

        quiet(200);

        assertThat(asked).containsExactly("1");
    }

    @Test
    void givenAQuestion_whenTheReplyBegins_thenTheWaitCountsFromTheLastLoudSample() {
        loud(1_000);
        quiet(700);
        caller.played("1");
        quiet(400);
        loud(20);

        assertThat(caller.noted().responses()).containsExactly(Duration.ofMillis(100 + 400 + 20));
        assertThat(caller.noted().unanswered()).isZero();
    }

    @Test
    void givenAQuestion_whenNothingComesForEightSeconds_thenItIsUnansweredAndTheNextIsAsked() {
        loud(1_000);
        quiet(700);
        caller.played("1");
        quiet(8_000);

        assertThat(caller.noted().unanswered()).isEqualTo(1);
        assertThat(asked).containsExactly("1", "2");
    }

    @Test
    void givenTheThirdReply_whenTheCallerSpeaksIntoIt_thenTheTimeToSilenceIsNoted() {
        loud(1_000);
        quiet(700);
        for (int reply = 1; reply <= 2; reply++) {
            caller.played(String.valueOf(reply));
            quiet(400);
            loud(1_500);
            quiet(700);
        }
        caller.played("3");
        quiet(400);
        loud(1_020);
        assertThat(asked).as("spoken into the reply").hasSize(4);

        // The first tenth of a second of the question is silence.
        loud(100 + 160);
        quiet(300);

        assertThat(caller.noted().silences()).containsExactly(Duration.ofMillis(160));
        caller.played("4");
        quiet(400);
        loud(20);
        assertThat(caller.noted().responses()).hasSize(4);
    }

    @Test
    void givenACallThatBreaks_whenNoted_thenHowIsTold() {
        caller.over("they hung up", true);

        assertThat(caller.noted().over()).isEqualTo("they hung up");
    }

    private void loud(int millis) {
        short[] frame = new short[Sound.TELEPHONE / 50];
        Arrays.fill(frame, (short) 5_000);
        frames(frame, millis);
    }

    private void quiet(int millis) {
        frames(new short[Sound.TELEPHONE / 50], millis);
    }

    private void frames(short[] frame, int millis) {
        for (int at = 0; at < millis; at += 20) {
            caller.heard(frame);
        }
    }

    /** A tenth of a second of silence, four of sound, one of silence. */
    private static Sound question() {
        short[] samples = new short[Sound.TELEPHONE * 6 / 10];
        Arrays.fill(samples, Sound.TELEPHONE / 10, Sound.TELEPHONE / 2, (short) 5_000);
        return new Sound(samples, Sound.TELEPHONE);
    }
}
