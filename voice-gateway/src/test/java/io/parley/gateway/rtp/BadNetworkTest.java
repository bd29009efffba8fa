package io.parley.gateway.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two ends of a call with a network between that loses and delays. */
class BadNetworkTest {

    private static final InetAddress HOST = InetAddress.getLoopbackAddress();
    private static final int SPOKEN_FRAMES = 400;

    @Test
    void givenLossAndJitter_whenOneSpeaksAndPressesKeys_thenTheOtherHearsNearlyAllAndEachKeyOnce() throws Exception {
        RtpPorts ports = new RtpPorts(HOST, 19_340, 19_359);
        RtpPorts.Pair speaking = ports.take();
        RtpPorts.Pair hearing = ports.take();
        Ear ear = new Ear();
        Ear mouth = new Ear();
        RtpSession.Patience patience = new RtpSession.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (BadNetwork network = new BadNetwork(new InetSocketAddress(HOST, hearing.port()))) {
            RtpSession speaker = new RtpSession(
                    speaking, new Media(G711.MU_LAW, 101, network.address(), true, true), HOST, patience, mouth);
            RtpSession hearer = new RtpSession(
                    hearing, new Media(G711.MU_LAW, 101, network.address(), false, true), HOST, patience, ear);
            hearer.start();
            hearer.talk();
            speaker.start();
            speaker.talk();

            speaker.press("4111111111111111#");
            short[] loud = new short[SPOKEN_FRAMES * 160];
            Arrays.fill(loud, (short) 5_000);
            speaker.play(loud, "said");

            assertThat(mouth.marks.poll(30, TimeUnit.SECONDS)).isEqualTo("said");
            Thread.sleep(500);
            speaker.close();
            hearer.close();
            assertThat(ear.closed.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(ear.keys.stream().map(String::valueOf).collect(Collectors.joining()))
                    .isEqualTo("4111111111111111#");
            // What is bridged counts as heard: a word with a hole of 20 ms is a word.
            assertThat(ear.loud.get()).isBetween(SPOKEN_FRAMES * 9 / 10, SPOKEN_FRAMES + 20);
            assertThat(hearer.counts().strangers()).isZero();
        }
    }

    private static final class Ear implements RtpListener {
        private final BlockingQueue<Character> keys = new LinkedBlockingQueue<>();
        private final AtomicInteger loud = new AtomicInteger();
        private final BlockingQueue<String> marks = new LinkedBlockingQueue<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void heard(short[] frame) {
            loud.addAndGet(frame[80] > 1_000 ? 1 : 0);
        }

        @Override
        public void digit(char digit) {
            keys.add(digit);
        }

        @Override
        public void played(String mark) {
            marks.add(mark);
        }

        @Override
        public void silent() {}

        @Override
        public void closed() {
            closed.countDown();
        }
    }
}
