package io.parley.gateway.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Time here is what the test says; packets carry a rising number in every sample, so that each frame tells which it is. */
class JitterBufferTest {

    private static final long FRAME = 20_000_000;
    private static final int LOUD = 5_000;

    private final JitterBuffer buffer = new JitterBuffer();

    private record Arrival(int number, long at) {}

    @Test
    void givenPacketsInOrder_whenPlayed_thenEveryFrameComesOnceAfter40Millis() {
        List<Integer> heard = play(steady(50), 60);

        assertThat(heard.subList(0, 2)).containsExactly(0, 0);
        assertThat(heard.subList(2, 52)).isEqualTo(numbers(50));
        assertThat(buffer.delayMillis()).isEqualTo(40);
        assertThat(buffer.late()).isZero();
    }

    @Test
    void givenPacketsThatOvertakeEachOtherAndComeTwice_whenPlayed_thenEveryFrameComesOnceInOrder() {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            arrivals.add(new Arrival(i, (i % 2 == 0 ? i + 1 : i) * FRAME + i % 2));
            arrivals.add(new Arrival(i, (i + 1) * FRAME + 5));
        }

        List<Integer> heard = withoutSilence(play(arrivals, 60));

        assertThat(heard).isEqualTo(numbers(50));
    }

    @Test
    void givenALostPacket_whenPlayed_thenTheFrameBeforeFadesOverTheGap() {
        List<Arrival> arrivals = steady(20);
        arrivals.remove(10);

        List<short[]> frames = frames(arrivals, 30);

        assertThat((int) frames.get(2 + 9)[0]).isEqualTo(LOUD + 9);
        assertThat((int) frames.get(2 + 10)[0]).isEqualTo((int) ((LOUD + 9) * 0.6));
        assertThat((int) frames.get(2 + 11)[0]).isEqualTo(LOUD + 11);
        assertThat(buffer.lost()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void givenALineThatGoesQuiet_whenPlayed_thenItFadesToSilence() {
        List<short[]> frames = frames(steady(10), 40);

        assertThat(frames.get(2 + 10)[0]).isPositive();
        assertThat(frames.subList(16, 40)).allSatisfy(frame -> assertThat(frame).containsOnly(0));
    }

    @Test
    void givenJitterOf40MillisAndThreePercentLost_whenPlayed_thenNearlyAllThatCameIsHeard() {
        Random network = new Random(7);
        List<Arrival> arrivals = steady(3_000).stream()
                .filter(arrival -> network.nextInt(100) >= 3)
                .map(arrival -> new Arrival(arrival.number(), arrival.at() + (long) (network.nextDouble() * 2 * FRAME)))
                .sorted(Comparator.comparingLong(Arrival::at))
                .toList();

        List<Integer> heard = withoutSilence(play(arrivals, 3_010));
        long whole = heard.stream().filter(number -> number >= 0).distinct().count();

        assertThat(whole).isGreaterThan(arrivals.size() * 99L / 100);
        assertThat(buffer.delayMillis()).isBetween(40, 80);
    }

    @Test
    void givenJitterThatEnds_whenTheLineIsQuiet_thenTheDelayIsGivenBack() {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            arrivals.add(new Arrival(i, i * FRAME + (i == 50 ? 8 * FRAME : 0)));
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        frames(arrivals, 100);
        int shaken = buffer.delayMillis();

        for (int i = 100; i < 400; i++) {
            buffer.put(packet(i), new short[160], i * FRAME);
            buffer.next((i + 1) * FRAME);
        }

        assertThat(shaken).isGreaterThan(100);
        assertThat(buffer.delayMillis()).isEqualTo(40);
    }

    @Test
    void givenPacketsOfAnotherLength_whenPlayed_thenNothingIsLostBetween() {
        List<Integer> firsts = new ArrayList<>();
        for (int tick = 0; tick < 30; tick++) {
            // Packets of 30 ms: two in three ticks.
            if (tick % 3 != 1) {
                int number = tick / 3 * 2 + (tick % 3 == 0 ? 0 : 1);
                short[] samples = new short[240];
                Arrays.fill(samples, (short) (LOUD + number));
                buffer.put(new RtpPacket(0, false, number, 240L * number, 1, new byte[0]), samples, tick * FRAME);
            }
            firsts.add(buffer.next(tick * FRAME)[0] - LOUD);
        }

        assertThat(firsts.subList(4, 30)).doesNotContain(-LOUD);
        assertThat(firsts).isSorted();
    }

    @Test
    void givenTimestampsThatWrapAndAStreamThatBeginsAnew_whenPlayed_thenBothAreHeard() {
        for (int i = 0; i < 10; i++) {
            long timestamp = 0xffff_fe00L + 160L * i;
            buffer.put(new RtpPacket(0, false, i, timestamp, 1, new byte[0]), frame(i), i * FRAME);
        }
        List<Integer> heard = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            heard.add(number(buffer.next((10 + i) * FRAME)));
        }
        buffer.put(new RtpPacket(0, false, 7, 12_345, 2, new byte[0]), frame(77), 30 * FRAME);
        buffer.next(30 * FRAME);
        buffer.next(31 * FRAME);

        assertThat(withoutSilence(heard)).contains(8, 9);
        assertThat(number(buffer.next(32 * FRAME))).isEqualTo(78);
    }

    @Test
    void givenComfortNoise_whenNothingElseComes_thenItIsAsLoudAsItsLevelSays() {
        frames(steady(5), 8);
        buffer.comfortNoise(40);

        double squares = 0;
        for (int i = 0; i < 50; i++) {
            for (short sample : buffer.next((100 + i) * FRAME)) {
                squares += (double) sample * sample;
            }
        }

        double level = 20 * Math.log10(Math.sqrt(squares / (50 * 160)) / Short.MAX_VALUE);
        assertThat(level).isBetween(-41.0, -39.0);
    }

    private List<Integer> play(List<Arrival> arrivals, int frames) {
        return frames(arrivals, frames).stream().map(JitterBufferTest::number).toList();
    }

    private List<short[]> frames(List<Arrival> arrivals, int frames) {
        List<short[]> heard = new ArrayList<>();
        int next = 0;
        for (int tick = 0; tick < frames; tick++) {
            while (next < arrivals.size() && arrivals.get(next).at() <= tick * FRAME) {
                Arrival arrival = arrivals.get(next++);
                buffer.put(packet(arrival.number()), frame(arrival.number()), arrival.at());
            }
            heard.add(buffer.next(tick * FRAME));
        }
        return heard;
    }

    private static List<Arrival> steady(int packets) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < packets; i++) {
            arrivals.add(new Arrival(i, i * FRAME));
        }
        return arrivals;
    }

    private static RtpPacket packet(int number) {
        return new RtpPacket(0, false, number, 160L * number, 1, new byte[0]);
    }

    private static short[] frame(int number) {
        short[] frame = new short[160];
        Arrays.fill(frame, (short) (LOUD + number));
        return frame;
    }

    /** Which frame it is, counted from 1; 0 for silence, negative for a bridge. */
    private static int number(short[] frame) {
        return frame[0] == 0 ? 0 : frame[0] >= LOUD ? frame[0] - LOUD + 1 : -1;
    }

    private static List<Integer> numbers(int packets) {
        return IntStream.rangeClosed(1, packets).boxed().toList();
    }

    private static List<Integer> withoutSilence(List<Integer> heard) {
        return heard.stream().filter(number -> number > 0).toList();
    }
}
