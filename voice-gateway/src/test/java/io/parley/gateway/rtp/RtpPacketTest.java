package io.parley.gateway.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {

    @Test
    void givenAPacket_whenSentAndRead_thenItIsTheSame() {
        RtpPacket packet = new RtpPacket(101, true, 65_535, 0xffff_ff00L, -7, new byte[] {1, 2, 3});

        RtpPacket read = read(packet.bytes());

        assertThat(read).usingRecursiveComparison().isEqualTo(packet);
    }

    @Test
    void givenContributorsExtensionAndPadding_whenRead_thenOnlyThePayloadIsLeft() {
        RtpPacket read = read(HexFormat.of()
                .parseHex("b1" + "00" + "0001" + "000000a0" + "00000007" + "0000000c" + "bede0001" + "11223344" + "d5d5"
                        + "0002"));

        assertThat(read.payload()).containsExactly(0xd5, 0xd5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "8000000100000000000000",
                "400000010000000000000007d5",
                "8f0000010000000000000007d5",
                "900000010000000000000007bede",
                "900000010000000000000007bedeffff",
                "a00000010000000000000007d5ff"
            })
    void givenWhatIsNoPacket_whenRead_thenItIsNone(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(RtpPacket.read(Arrays.copyOf(bytes, 1500), bytes.length)).isEmpty();
    }

    private static RtpPacket read(byte[] bytes) {
        return RtpPacket.read(Arrays.copyOf(bytes, 1500), bytes.length).orElseThrow();
    }
}
