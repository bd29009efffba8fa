package io.parley.gateway.sip;

import static io.parley.gateway.sip.Exchange.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.call.CallEnd;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens in a call that is up, message by message. */
class InDialogTest {

    private static final Pattern TAGGED = Pattern.compile("(?m)^To: ([^\r\n]*tag=[^\r\n]*)");

    private final Desk desk = new Desk(4);
    private Exchange exchange;
    private RawSip caller;
    private String invite = "";
    private String to = "";
    private int sequence = 1;

    @BeforeEach
    void listen() throws Exception {
        exchange = new Exchange(desk);
        caller = new RawSip("127.0.0.1", exchange.port);
    }

    @AfterEach
    void stop() throws Exception {
        caller.close();
        exchange.close();
        assertThat(exchange.server.portsInUse()).isZero();
    }

    @Test
    void givenACall_whenItIsHeldByNullAddressAndResumed_thenTheAnswersSaySo() throws Exception {
        Desk.Guest guest = call("Content-Type: application/sdp\r\n", RawSip.OFFER);
        eventually(() -> guest.frames.get() > 5);

        String held = caller.ask(next(
                "INVITE",
                "Content-Type: application/sdp\r\n",
                RawSip.OFFER.replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0")));
        assertThat(held).startsWith("SIP/2.0 200").contains("a=recvonly");
        acknowledge();
        Thread.sleep(100);
        long frames = guest.frames.get();
        Thread.sleep(300);
        assertThat(guest.frames.get()).isEqualTo(frames);

        assertThat(caller.ask(next("INVITE", "Content-Type: application/sdp\r\n", RawSip.OFFER)))
                .startsWith("SIP/2.0 200")
                .contains("a=sendrecv");
        acknowledge();
        eventually(() -> guest.frames.get() > frames);
    }

    @Test
    void givenACall_whenItWouldChangeToACodecWeLack_thenThatIsRefusedAndTheCallGoesOn() throws Exception {
        Desk.Guest guest = call("Content-Type: application/sdp\r\n", RawSip.OFFER);

        assertThat(caller.ask(next(
                        "INVITE", "Content-Type: application/sdp\r\n", RawSip.OFFER.replace("AVP 0 101", "AVP 18"))))
                .startsWith("SIP/2.0 488");
        acknowledge();
        long frames = guest.frames.get();
        eventually(() -> guest.frames.get() > frames);
    }

    @Test
    void givenACall_whenKeysComeByInfo_thenTheyAreHeardAndOtherBodiesRefused() throws Exception {
        Desk.Guest guest = call("Content-Type: application/sdp\r\n", RawSip.OFFER);

        assertThat(caller.ask(next("INFO", "Content-Type: application/dtmf-relay\r\n", "Signal=5\r\nDuration=160\r\n")))
                .startsWith("SIP/2.0 200");
        assertThat(caller.ask(next("INFO", "Content-Type: application/dtmf-relay\r\n", "Signal=x\r\n")))
                .startsWith("SIP/2.0 400");
        assertThat(caller.ask(next("INFO", "Content-Type: text/plain\r\n", "hi")))
                .startsWith("SIP/2.0 415");

        assertThat(guest.digits.poll(5, TimeUnit.SECONDS)).isEqualTo('5');
    }

    @Test
    void givenAnInviteWithoutOffer_whenTheAckHasNoAnswerEither_thenTheCallEndsAsMalformed() throws Exception {
        Desk.Guest guest = call("", "");

        assertThat(guest.ends.poll(5, TimeUnit.SECONDS)).isEqualTo(CallEnd.MALFORMED);
    }

    @Test
    void givenSomebodyToCall_whenTransferred_thenTheCallerIsAskedAndWeHangUpOnceTheyAnswer() throws Exception {
        Desk.Guest guest = call("Content-Type: application/sdp\r\n", RawSip.OFFER);

        assertThat(guest.leg.transfer("sip:sales@127.0.0.1")).isTrue();
        String refer = receive("REFER ");
        assertThat(refer).contains("Refer-To: <sip:sales@127.0.0.1>", "Referred-By: ");
        caller.send(caller.answerTo(refer, "202 Accepted"));

        assertThat(caller.ask(next(
                        "NOTIFY",
                        "Event: refer\r\nSubscription-State: active\r\nContent-Type: message/sipfrag\r\n",
                        "SIP/2.0 100 Trying\r\n")))
                .startsWith("SIP/2.0 200");
        assertThat(guest.ends).isEmpty();
        caller.send(next(
                "NOTIFY",
                "Event: refer\r\nSubscription-State: terminated\r\nContent-Type: message/sipfrag\r\n",
                "SIP/2.0 200 OK\r\n"));

        assertThat(guest.ends.poll(5, TimeUnit.SECONDS)).isEqualTo(CallEnd.TRANSFERRED);
        assertThat(receive("BYE ")).contains("Call-ID");
    }

    @Test
    void givenACallerWhoDoesNotTakeRefer_whenTransferred_thenItIsSaidSo() throws Exception {
        Desk.Guest guest = call("Allow: INVITE, ACK, BYE\r\nContent-Type: application/sdp\r\n", RawSip.OFFER);

        assertThat(guest.leg.transfer("sip:sales@127.0.0.1")).isFalse();
    }

    private Desk.Guest call(String more, String body) throws Exception {
        invite = caller.request("INVITE", "sip:space-trip@127.0.0.1", more, body);
        String answer = caller.ask(invite);
        assertThat(answer).startsWith("SIP/2.0 200");
        Matcher tagged = TAGGED.matcher(answer);
        assertThat(tagged.find()).isTrue();
        to = tagged.group(1);
        acknowledge();
        Desk.Guest guest = desk.guests.poll(5, TimeUnit.SECONDS);
        if (!body.isEmpty()) {
            assertThat(guest.marks.poll(5, TimeUnit.SECONDS)).isEqualTo("greeting");
        }
        return guest;
    }

    private void acknowledge() throws Exception {
        caller.send(inDialog("ACK", "", ""));
    }

    private String next(String method, String more, String body) {
        sequence++;
        return inDialog(method, more, body);
    }

    /** A request with the names of the call's first one. */
    private String inDialog(String method, String more, String body) {
        String request = caller.request(method, "sip:parley@127.0.0.1:" + exchange.port, more, body);
        return request.replaceFirst("(?m)^From: [^\r\n]*", line("From"))
                .replaceFirst("(?m)^To: [^\r\n]*", Matcher.quoteReplacement("To: " + to))
                .replaceFirst("(?m)^Call-ID: [^\r\n]*", line("Call-ID"))
                .replace("CSeq: 1 ", "CSeq: " + sequence + " ");
    }

    private String line(String header) {
        Matcher line = Pattern.compile("(?m)^" + header + ": [^\r\n]*").matcher(invite);
        assertThat(line.find()).isTrue();
        return Matcher.quoteReplacement(line.group());
    }

    private String receive(String beginning) throws Exception {
        for (int i = 0; i < 10; i++) {
            String message = caller.receive();
            if (message != null && message.startsWith(beginning)) {
                return message;
            }
        }
        throw new AssertionError("nothing came that begins with " + beginning);
    }
}
