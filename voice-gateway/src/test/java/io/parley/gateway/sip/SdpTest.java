package io.parley.gateway.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.gateway.rtp.G711;
import io.parley.gateway.rtp.Media;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdpTest {

    private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 192.0.2.7\r\ns=-\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\n";

    private final SdpWriter us = new SdpWriter(InetAddress.getLoopbackAddress(), 30_000, 7);

    @Test
    void givenAPhonesOffer_whenAnswered_thenWeTakeItsDearestLawItsKeysAndItsComfortNoise() throws Exception {
        SessionDescription offer = read(HEAD
                + "m=audio 4000 RTP/AVP 9 8 0 13 96\r\na=rtpmap:9 G722/8000\r\na=rtpmap:96 telephone-event/8000\r\n");
        SessionDescription.MediaLine call = offer.call().orElseThrow();

        String answer = new String(us.answer(offer, call, 1), StandardCharsets.UTF_8);

        assertThat(call.media())
                .isEqualTo(new Media(G711.A_LAW, 96, new InetSocketAddress("192.0.2.7", 4000), true, true));
        assertThat(answer)
                .contains("m=audio 30000 RTP/AVP 8 13 96\r\n", "a=rtpmap:96 telephone-event/8000\r\n", "a=sendrecv\r\n")
                .doesNotContain("G722");
    }

    @Test
    void givenAnOfferWithVideo_whenAnswered_thenEveryLineHasItsAnswerAndOnlySoundAPort() throws Exception {
        SessionDescription offer = read(HEAD + "m=video 5000 RTP/AVP 97\r\na=rtpmap:97 H264/90000\r\n"
                + "m=audio 4000 RTP/AVP 0\r\nc=IN IP4 192.0.2.8\r\nm=audio 4000 RTP/AVP 0\r\nc=IN IP4 192.0.2.8\r\n");
        SessionDescription.MediaLine call = offer.call().orElseThrow();

        assertThat(new String(us.answer(offer, call, 1), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("m=")))
                .containsExactly("m=video 0 RTP/AVP 97", "m=audio 30000 RTP/AVP 0", "m=audio 0 RTP/AVP 0");
        assertThat(call.media().remote().getHostString()).isEqualTo("192.0.2.8");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, sendrecv, true, true, sendrecv",
        "192.0.2.7, sendonly, false, false, recvonly",
        "192.0.2.7, inactive, false, false, inactive",
        "192.0.2.7, recvonly, true, false, sendonly",
        "0.0.0.0, sendrecv, false, false, recvonly"
    })
    void givenADirection_whenAnswered_thenItMirrorsAndTheHeldHearNothing(
            String address, String direction, boolean sends, boolean receives, String answered) throws Exception {
        SessionDescription offer =
                read(HEAD + "m=audio 4000 RTP/AVP 0\r\nc=IN IP4 " + address + "\r\na=" + direction + "\r\n");
        SessionDescription.MediaLine call = offer.call().orElseThrow();

        assertThat(call.media().sends()).isEqualTo(sends);
        assertThat(call.media().receives()).isEqualTo(receives);
        assertThat(new String(us.answer(offer, call, 2), StandardCharsets.UTF_8))
                .contains("a=" + answered + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"m=audio 4000 RTP/AVP 9 18", "m=audio 0 RTP/AVP 0", "m=audio 4000 RTP/SAVP 0", "m=video 4000 RTP/AVP 0"
    })
    void givenNothingWeHave_whenRead_thenThereIsNoCallInIt(String line) throws Exception {
        assertThat(read(HEAD + line + "\r\n").call()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | begins with v=0",
                "x=1 | begins with v=0",
                "v=0;no | letter=value",
                "v=0;s=- | 1 to 16 m= lines",
                "v=0;m=audio 4000 RTP/AVP 0 | no c= line",
                "v=0;c=IN IP4 a.example.com;m=audio 4000 RTP/AVP 0 | numeric address",
                "v=0;c=IN IP4 224.2.1.1;m=audio 4000 RTP/AVP 0 | multicast",
                "v=0;c=IN IP4;m=audio 4000 RTP/AVP 0 | c= must be",
                "v=0;c=IN IP4 192.0.2.1;m=audio 99999 RTP/AVP 0 | 0 to 65535",
                "v=0;c=IN IP4 192.0.2.1;m=audio 4000 RTP/AVP x | 0 to 127",
                "v=0;c=IN IP4 192.0.2.1;m=audio | m= must have",
                "v=0;c=IN IP4 192.0.2.1;m=audio 4000 RTP/AVP 0;a=rtpmap:0 | a=rtpmap"
            })
    void givenWhatIsNoDescription_whenRead_thenItSaysWhatIsWrong(String text, String wrong) {
        assertThatThrownBy(() -> read(text.replace(";", "\r\n")))
                .isInstanceOf(BadSdpException.class)
                .hasMessageContaining(wrong);
    }

    @Test
    void givenOurOwnOffer_whenRead_thenItIsACall() throws Exception {
        SessionDescription ours = SdpReader.read(us.offer(List.of(G711.MU_LAW, G711.A_LAW), Direction.SENDRECV, 1));

        assertThat(ours.call().orElseThrow().media())
                .isEqualTo(new Media(
                        G711.MU_LAW, 101, new InetSocketAddress(InetAddress.getLoopbackAddress(), 30_000), true, true));
    }

    private static SessionDescription read(String text) throws BadSdpException {
        return SdpReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
