package io.parley.gateway.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PressedKeysTest {

    private final PressedKeys pressed = new PressedKeys();
    private int sequence;

    @Test
    void givenAKeyAsItIsSent_whenHeard_thenItIsToldOnce() {
        assertThat(hear(sent("5", 0))).isEqualTo("5");
    }

    @Test
    void givenTheSameKeyTwice_whenHeard_thenItIsToldTwice() {
        assertThat(hear(sent("44", 0))).isEqualTo("44");
    }

    @Test
    void givenEveryKey_whenHeard_thenEachIsTold() {
        assertThat(hear(sent(Keys.ALL, 0xffff_0000L))).isEqualTo(Keys.ALL);
    }

    @Test
    void givenOnlyOnePacketOfEach_whenHeard_thenEachIsTold() {
        for (int left = 0; left < 7; left++) {
            int only = left;
            PressedKeys fresh = new PressedKeys();
            List<RtpPacket> packets = sent("12", 0);

            String told = hear(fresh, List.of(packets.get(only), packets.get(7 + only)));

            assertThat(told).isEqualTo("12");
        }
    }

    @Test
    void givenPacketsInWildOrderWithinAKey_whenHeard_thenItIsToldOnce() {
        List<RtpPacket> packets = sent("9", 0);
        Collections.shuffle(packets, new Random(3));

        assertThat(hear(packets)).isEqualTo("9");
    }

    @Test
    void givenAPacketOfTheKeyBefore_whenItComesLate_thenItIsNotToldAgain() {
        List<RtpPacket> packets = sent("12", 0);
        packets.add(packets.get(3));

        assertThat(hear(packets)).isEqualTo("12");
    }

    @Test
    void givenAKeyHeldForMoreThanEightSeconds_whenHeard_thenItIsToldOnce() {
        List<RtpPacket> packets = List.of(
                event(1, 1_000, false, 160), event(1, 1_000, false, 0xffff), event(1, 1_000 + 0xffff, true, 400));

        assertThat(hear(packets)).isEqualTo("1");
    }

    @Test
    void givenAFlashOrATruncatedEvent_whenHeard_thenItIsNoKey() {
        assertThat(hear(List.of(event(16, 0, true, 800), new RtpPacket(101, true, 1, 0, 1, new byte[] {5, 0}))))
                .isEmpty();
    }

    private String hear(List<RtpPacket> packets) {
        return hear(pressed, packets);
    }

    private static String hear(PressedKeys pressed, List<RtpPacket> packets) {
        StringBuilder told = new StringBuilder();
        packets.forEach(packet -> pressed.hear(packet).ifPresent(told::append));
        return told.toString();
    }

    private List<RtpPacket> sent(String keys, long begin) {
        List<RtpPacket> packets = new ArrayList<>();
        long timestamp = begin;
        for (int i = 0; i < keys.length(); i++) {
            KeyPress press = new KeyPress(keys.charAt(i), timestamp);
            while (!press.isOver()) {
                if (press.isPause()) {
                    press.pause();
                } else {
                    packets.add(new RtpPacket(101, press.isFirst(), sequence++, press.timestamp(), 1, press.next()));
                }
                timestamp += 160;
            }
        }
        return packets;
    }

    private static RtpPacket event(int event, long timestamp, boolean end, int duration) {
        byte[] payload = {(byte) event, (byte) (end ? 0x8a : 0x0a), (byte) (duration >> 8), (byte) duration};
        return new RtpPacket(101, false, 0, timestamp, 1, payload);
    }
}
