package io.parley.gateway.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RtpSessionTest {

    private static final InetAddress HOST = InetAddress.getLoopbackAddress();
    private static final int LOUD = 6_000;

    private final RtpPorts ports = new RtpPorts(HOST, 19_300, 19_339);
    private final Ear ear = new Ear();
    private DatagramSocket telephone;
    private RtpSession session;

    @BeforeEach
    void aTelephone() throws Exception {
        telephone = new DatagramSocket(new InetSocketAddress(HOST, 0));
        telephone.setSoTimeout(2_000);
        session = begin(at(telephone), Duration.ofMinutes(1));
    }

    @AfterEach
    void hangUp() throws Exception {
        session.close();
        assertThat(ear.closed.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(ports.inUse()).isZero();
        telephone.close();
    }

    @Test
    void givenSomethingToSay_whenTheCallerIsThere_thenItGoesOutPacketByPacketAndIsToldOnce() throws Exception {
        session.play(tone(800), "greeting");
        assertThat(receive().payload()).containsOnly((byte) 0xff);

        session.talk();
        List<RtpPacket> packets = new ArrayList<>();
        for (RtpPacket packet = receive(); packets.size() < 5; packet = receive()) {
            if (packet.payload()[0] != (byte) 0xff) {
                packets.add(packet);
            }
        }

        assertThat(ear.marks.poll(2, TimeUnit.SECONDS)).isEqualTo("greeting");
        assertThat(packets).allSatisfy(packet -> assertThat(packet.payload()).hasSize(160));
        assertThat(packets.get(1).sequence()).isEqualTo((packets.get(0).sequence() + 1) & 0xffff);
        assertThat(packets.get(1).timestamp()).isEqualTo((packets.get(0).timestamp() + 160) & 0xffff_ffffL);
        assertThat(packets)
                .extracting(RtpPacket::source)
                .containsOnly(packets.get(0).source());
    }

    @Test
    void givenTheCallerInterrupts_whenCleared_thenItSaysHowMuchWasSentAndTellsNoMark() throws Exception {
        session.talk();
        session.play(tone(80_000), "long");
        while (receive().payload()[0] == (byte) 0xff) {
            // Silence until it begins.
        }

        Duration heard = session.clear();

        assertThat(heard).isBetween(Duration.ofMillis(20), Duration.ofSeconds(3));
        assertThat(ear.marks.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void givenACallerWhoSpeaksInALaw_whenHeard_thenTheListenerHasTheirSound() throws Exception {
        session.talk();
        for (int i = 0; i < 20; i++) {
            send(telephone, new RtpPacket(8, false, i, 160L * i, 5, G711.A_LAW.encode(tone(160))));
        }

        short[] frame = ear.frames.poll(2, TimeUnit.SECONDS);
        while (frame != null && frame[0] == 0) {
            frame = ear.frames.poll(2, TimeUnit.SECONDS);
        }

        assertThat(frame).isNotNull().hasSize(160);
        assertThat((int) frame[0]).isBetween(LOUD - 200, LOUD + 200);
    }

    @Test
    void givenAStranger_whenTheySend_thenTheirPacketsAreCountedAndDropped() throws Exception {
        session.talk();
        send(telephone, new RtpPacket(0, false, 1, 160, 5, new byte[160]));
        eventually(() -> session.counts().received() == 1);

        try (DatagramSocket stranger = new DatagramSocket(new InetSocketAddress(HOST, 0));
                DatagramSocket foreigner = new DatagramSocket(new InetSocketAddress("127.0.0.2", 0))) {
            for (int i = 0; i < 10; i++) {
                send(stranger, new RtpPacket(101, true, i, 160L * i, 9, new byte[] {7, 0, 1, 0}));
                send(foreigner, new RtpPacket(101, true, i, 160L * i, 9, new byte[] {8, 0, 1, 0}));
            }
            eventually(() -> session.counts().strangers() == 20);
        }

        assertThat(session.counts().received()).isEqualTo(1);
        assertThat(ear.digits).isEmpty();
    }

    @Test
    void givenACallerBehindARouter_whenThreePacketsComeFromTheirMachine_thenTheyAreHeardAndAnswered() throws Exception {
        session.talk();
        try (DatagramSocket router = new DatagramSocket(new InetSocketAddress(HOST, 0))) {
            router.setSoTimeout(2_000);
            for (int i = 0; i < 5; i++) {
                send(router, new RtpPacket(0, false, i, 160L * i, 5, new byte[160]));
            }
            eventually(() -> session.counts().received() == 3);

            DatagramPacket answer = new DatagramPacket(new byte[1500], 1500);
            router.receive(answer);

            assertThat(RtpPacket.read(answer.getData(), answer.getLength())).isPresent();
        }
    }

    @Test
    void givenKeysToSend_whenPressed_thenAnotherSessionHearsEachOnce() throws Exception {
        Ear other = new Ear();
        RtpPorts.Pair pair = ports.take();
        int port = pair.port();
        RtpSession far = new RtpSession(
                pair,
                new Media(G711.MU_LAW, 101, new InetSocketAddress(HOST, sessionPort()), true, true),
                HOST,
                new RtpSession.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1)),
                other);
        session.agree(new Media(G711.MU_LAW, 101, new InetSocketAddress(HOST, port), true, true));
        far.start();
        far.talk();
        session.talk();

        session.press("4111#");

        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            heard.append(other.digits.poll(5, TimeUnit.SECONDS));
        }
        far.close();
        assertThat(other.closed.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).hasToString("4111#");
        assertThat(other.digits).isEmpty();
    }

    @Test
    void givenNoSuchKey_whenPressed_thenItIsRefused() {
        assertThatThrownBy(() -> session.press("12x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x'");
    }

    @Test
    void givenGarbage_whenItComes_thenItIsCountedAndTheCallGoesOn() throws Exception {
        session.talk();
        for (int size : new int[] {0, 1, 11, 12, 1_400}) {
            byte[] garbage = new byte[size];
            Arrays.fill(garbage, (byte) 0x13);
            telephone.send(new DatagramPacket(garbage, size, HOST, sessionPort()));
        }
        eventually(() -> session.counts().unknown() == 5);

        send(telephone, new RtpPacket(101, true, 1, 160, 5, new byte[] {3, 0, 1, 0}));

        assertThat(ear.digits.poll(2, TimeUnit.SECONDS)).isEqualTo('3');
    }

    @Test
    void givenACallerOfWhomNothingComes_whenTheirTimeIsOver_thenItIsToldOnce() throws Exception {
        Ear waiting = new Ear();
        RtpSession silent = new RtpSession(
                ports.take(),
                new Media(G711.A_LAW, -1, at(telephone), true, true),
                HOST,
                new RtpSession.Patience(Duration.ofMillis(100), Duration.ofMinutes(1)),
                waiting);
        silent.start();

        assertThat(waiting.silent.await(5, TimeUnit.SECONDS)).isTrue();

        silent.close();
        assertThat(waiting.closed.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private RtpSession begin(InetSocketAddress remote, Duration patience) throws Exception {
        RtpSession begun = new RtpSession(
                ports.take(),
                new Media(G711.MU_LAW, 101, remote, true, true),
                HOST,
                new RtpSession.Patience(patience, patience),
                ear);
        begun.start();
        return begun;
    }

    private int sessionPort() {
        return 19_300;
    }

    private void send(DatagramSocket from, RtpPacket packet) throws Exception {
        byte[] bytes = packet.bytes();
        from.send(new DatagramPacket(bytes, bytes.length, HOST, sessionPort()));
    }

    private RtpPacket receive() throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        telephone.receive(packet);
        return RtpPacket.read(packet.getData(), packet.getLength()).orElseThrow();
    }

    private static InetSocketAddress at(DatagramSocket socket) {
        return new InetSocketAddress(HOST, socket.getLocalPort());
    }

    private static short[] tone(int samples) {
        short[] tone = new short[samples];
        Arrays.fill(tone, (short) LOUD);
        return tone;
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static final class Ear implements RtpListener {
        private final BlockingQueue<short[]> frames = new LinkedBlockingQueue<>();
        private final BlockingQueue<Character> digits = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> marks = new LinkedBlockingQueue<>();
        private final CountDownLatch silent = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void heard(short[] frame) {
            frames.add(frame);
        }

        @Override
        public void digit(char digit) {
            digits.add(digit);
        }

        @Override
        public void played(String mark) {
            marks.add(mark);
        }

        @Override
        public void silent() {
            silent.countDown();
        }

        @Override
        public void closed() {
            closed.countDown();
        }
    }
}
