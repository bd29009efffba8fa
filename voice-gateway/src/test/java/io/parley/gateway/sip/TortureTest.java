package io.parley.gateway.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages that are hard to read or wrong, after the ideas of RFC 4475: each is answered or dropped, and whoever asks next is
 * answered.
 */
class TortureTest {

    private Exchange exchange;
    private RawSip caller;

    @BeforeEach
    void listen() throws Exception {
        exchange = new Exchange(new Desk(4));
        caller = new RawSip("127.0.0.1", exchange.port);
    }

    @AfterEach
    void isUnharmed() throws Exception {
        try (RawSip next = new RawSip("127.0.0.1", exchange.port)) {
            assertThat(next.ask(next.request("OPTIONS", "sip:127.0.0.1", "", "")))
                    .startsWith("SIP/2.0 200");
        }
        caller.close();
        exchange.close();
    }

    @Test
    void givenWildSpacingFoldedLinesAndCompactNames_whenAsked_thenItIsUnderstood() throws Exception {
        String strange = caller.request("OPTIONS", "sip:127.0.0.1", "", "")
                .replace("Via: ", "v:\t ")
                .replace("From: ", "f  :   ")
                .replace("Call-ID: ", "cALL-iD:\r\n ")
                .replace("Max-Forwards: 70", "MAX-forwards: 0068")
                .replace("To: ", "UnknownHeader: \"with ;\\\" semicolons\" ;;,\r\nTo: ");

        assertThat(caller.ask(strange)).startsWith("SIP/2.0 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CSeq: 1 ->CSeq: 99999999999 ", "CSeq: 1 OPTIONS->CSeq: 1 INVITE", "To: <->To: \"unclosed <"})
    void givenAHeaderThatIsWrong_whenAsked_thenItIsABadRequest(String change) throws Exception {
        String[] parts = change.split("->");

        assertThat(caller.ask(caller.request("OPTIONS", "sip:127.0.0.1", "", "").replace(parts[0], parts[1])))
                .startsWith("SIP/2.0 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "\u0000\u0000\u0000",
                "SIP/2.0 200 OK\r\n\r\n",
                "SIP/2.0 9999 What\r\nVia: SIP/2.0/UDP x\r\n\r\n",
                "INVITE\r\n\r\n",
                "INVITE sip:a SIP/2.0\r\n\r\n",
                "ACK sip:a SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void givenWhatIsNoMessage_whenSent_thenNothingBreaks(String message) throws Exception {
        caller.send(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999", "99999", "abc", ""})
    void givenALengthThatLies_whenAsked_thenNothingBreaks(String length) throws Exception {
        caller.send(caller.request("INVITE", "sip:127.0.0.1", "Content-Type: application/sdp\r\n", RawSip.OFFER)
                .replaceFirst("Content-Length: \\d+", "Content-Length: " + length));
    }

    @Test
    void givenAResponseToNothing_whenItComes_thenItIsDropped() throws Exception {
        caller.send(
                caller.request("OPTIONS", "sip:127.0.0.1", "", "").replaceFirst("OPTIONS [^\r]*", "SIP/2.0 200 OK"));

        assertThat(caller.receive()).isNull();
    }

    @Test
    void givenAHugeHeaderAndThousandsOfThem_whenAsked_thenNothingBreaks() throws Exception {
        caller.send(caller.request("OPTIONS", "sip:127.0.0.1", "Subject: " + "x".repeat(12_000) + "\r\n", ""));
        caller.send(caller.request("OPTIONS", "sip:127.0.0.1", "Via: SIP/2.0/UDP 127.0.0.1\r\n".repeat(300), ""));
        caller.send(caller.request("OPTIONS", "sip:127.0.0.1", "Subject: " + "(".repeat(12_000) + "\r\n", ""));
        caller.send(caller.request("OPTIONS", "sip:127.0.0.1", "Contact: " + "<sip:a;b=\"".repeat(1_000) + "\r\n", ""));
    }

    @Test
    void givenAnInviteOfWhichBytesAreChangedAtRandom_whenSent_thenNothingBreaks() throws Exception {
        Random random = new Random(4475);
        for (int i = 0; i < 400; i++) {
            StringBuilder message = new StringBuilder(caller.request(
                    i % 2 == 0 ? "INVITE" : "OPTIONS",
                    "sip:127.0.0.1",
                    "Content-Type: application/sdp\r\n",
                    RawSip.OFFER));
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                message.setCharAt(random.nextInt(message.length()), (char) random.nextInt(256));
            }
            caller.send(
                    message.substring(0, random.nextInt(4) == 0 ? random.nextInt(message.length()) : message.length()));
            Thread.sleep(2);
        }
        Thread.sleep(1_200);
    }
}
