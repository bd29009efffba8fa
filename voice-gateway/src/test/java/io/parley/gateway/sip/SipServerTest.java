package io.parley.gateway.sip;

import static io.parley.gateway.sip.Exchange.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.call.CallEnd;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class SipServerTest {

    @Test
    void givenACaller_whenTheyCallACampaign_thenBothHearEachOtherUntilTheyHangUp() throws Exception {
        Desk desk = new Desk(10);
        Telephone telephone = new Telephone();
        try (Exchange exchange = new Exchange(desk);
                SipCaller caller = exchange.call("space-trip@", telephone)) {
            Desk.Guest guest = desk.guests.poll(10, TimeUnit.SECONDS);
            assertThat(telephone.answered.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(guest.request.campaign()).isEqualTo("space-trip");
            assertThat(guest.request.caller()).startsWith("sip:self-test@127.0.0.1");
            assertThat(guest.marks.poll(10, TimeUnit.SECONDS)).isEqualTo("greeting");

            caller.play(Desk.TONE, "hello");
            caller.press("42#");

            assertThat(guest.digits.poll(10, TimeUnit.SECONDS)).isEqualTo('4');
            assertThat(guest.digits.poll(10, TimeUnit.SECONDS)).isEqualTo('2');
            assertThat(guest.digits.poll(10, TimeUnit.SECONDS)).isEqualTo('#');
            eventually(() -> guest.loud.get() > 10);
            assertThat(telephone.loud.get()).isGreaterThan(10);

            caller.hangUp();

            assertThat(guest.ends.poll(10, TimeUnit.SECONDS)).isEqualTo(CallEnd.CALLER_LEFT);
            assertThat(telephone.over.poll(10, TimeUnit.SECONDS)).isEqualTo("hung up");
            eventually(() -> exchange.server.portsInUse() == 0);
        }
    }

    @Test
    void givenACallWithoutCampaignOverTcp_whenWeHangUp_thenTheCallerIsTold() throws Exception {
        Desk desk = new Desk(10);
        Telephone telephone = new Telephone();
        try (Exchange exchange = new Exchange(desk);
                SipCaller caller = SipCaller.call(
                        "sip:127.0.0.1:" + exchange.port + ";transport=tcp",
                        "127.0.0.1",
                        Exchange.freePort(10),
                        telephone)) {
            Desk.Guest guest = desk.guests.poll(10, TimeUnit.SECONDS);
            assertThat(guest.marks.poll(10, TimeUnit.SECONDS)).isEqualTo("greeting");
            assertThat(guest.request.campaign()).isNull();

            guest.leg.hangUp(CallEnd.CONVERSATION_OVER);

            assertThat(telephone.over.poll(10, TimeUnit.SECONDS)).isEqualTo("the other side hung up");
            assertThat(guest.ends.poll(10, TimeUnit.SECONDS)).isEqualTo(CallEnd.CONVERSATION_OVER);
            assertThat(caller.counts().received()).isPositive();
        }
    }

    @Test
    void givenOneLineAndACampaignThatIsNone_whenCalled_thenTheCallerHearsWhy() throws Exception {
        Desk desk = new Desk(1);
        Telephone first = new Telephone();
        Telephone second = new Telephone();
        Telephone third = new Telephone();
        try (Exchange exchange = new Exchange(desk);
                SipCaller up = exchange.call("", first)) {
            assertThat(first.answered.await(10, TimeUnit.SECONDS)).isTrue();

            try (SipCaller busy = exchange.call("tea-box@", second);
                    SipCaller nobody = exchange.call("no-such@", third)) {
                assertThat(second.over.poll(10, TimeUnit.SECONDS)).isEqualTo("486 Busy here");
                assertThat(third.over.poll(10, TimeUnit.SECONDS)).isEqualTo("404 No such campaign");
                assertThat(busy.counts().received() + nobody.counts().received())
                        .isZero();
            }
            assertThat(up.counts().received()).isPositive();
            assertThat(exchange.server.portsInUse()).isEqualTo(1);
        }
    }

    @Test
    void givenAForeignNetwork_whenItCalls_thenItIsForbidden() throws Exception {
        Desk desk = new Desk(10);
        try (Exchange exchange =
                        new Exchange(desk, Duration.ZERO, Duration.ofSeconds(60), List.of("192.168.0.0/16"), 10, null);
                RawSip caller = new RawSip("127.0.0.1", exchange.port)) {
            assertThat(caller.ask(caller.request("INVITE", "sip:127.0.0.1", "", "")))
                    .startsWith("SIP/2.0 403");
            assertThat(desk.guests).isEmpty();
            assertThat(exchange.server.refusedForeign()).isEqualTo(1);
        }
    }

    @Test
    void givenItRings_whenTheCallerGivesUp_thenNobodyIsConnected() throws Exception {
        Desk desk = new Desk(10);
        Telephone telephone = new Telephone();
        try (Exchange exchange = new Exchange(
                        desk, Duration.ofSeconds(5), Duration.ofSeconds(60), List.of("127.0.0.0/8"), 10, null);
                SipCaller caller = exchange.call("", telephone)) {
            Thread.sleep(500);
            caller.hangUp();

            assertThat(telephone.over.poll(10, TimeUnit.SECONDS)).startsWith("487");
            assertThat(desk.guests).isEmpty();
            assertThat(exchange.server.portsInUse()).isZero();
        }
    }

    @Test
    void givenACallerWhoSendsNothing_whenTheirTimeIsOver_thenTheCallEndsAndNothingStays() throws Exception {
        Desk desk = new Desk(10);
        try (Exchange exchange =
                        new Exchange(desk, Duration.ZERO, Duration.ofSeconds(1), List.of("127.0.0.0/8"), 10, null);
                RawSip caller = new RawSip("127.0.0.1", exchange.port)) {
            String answer = caller.ask(
                    caller.request("INVITE", "sip:127.0.0.1", "Content-Type: application/sdp\r\n", RawSip.OFFER));
            assertThat(answer).startsWith("SIP/2.0 200").contains("m=audio");

            Desk.Guest guest = desk.guests.poll(10, TimeUnit.SECONDS);
            assertThat(guest.ends.poll(10, TimeUnit.SECONDS)).isEqualTo(CallEnd.CONNECTION_LOST);
            eventually(() -> exchange.server.portsInUse() == 0 && exchange.server.calls() == 0);
        }
    }

    @Test
    void givenOptionsInfoAndUnknownMethods_whenAsked_thenEachIsAnsweredAsItShould() throws Exception {
        try (Exchange exchange = new Exchange(new Desk(10));
                RawSip caller = new RawSip("127.0.0.1", exchange.port)) {
            assertThat(caller.ask(caller.request("OPTIONS", "sip:127.0.0.1", "", "")))
                    .startsWith("SIP/2.0 200")
                    .contains("Allow: INVITE", "Accept: application/sdp");
            assertThat(caller.ask(caller.request("BYE", "sip:127.0.0.1", "", "")))
                    .startsWith("SIP/2.0 481");
            assertThat(caller.ask(caller.request("INFO", "sip:127.0.0.1", "", "")))
                    .startsWith("SIP/2.0 481");
            assertThat(caller.ask(caller.request("MESSAGE", "sip:127.0.0.1", "", "")))
                    .startsWith("SIP/2.0 405")
                    .contains("Allow: INVITE");
            assertThat(caller.ask(caller.request("NEWMETHOD", "sip:127.0.0.1", "", "")))
                    .startsWith("SIP/2.0 405");
            assertThat(caller.ask(caller.request("INVITE", "sip:127.0.0.1", "Content-Type: text/plain\r\n", "hi")))
                    .startsWith("SIP/2.0 415")
                    .contains("Accept: application/sdp");
            assertThat(caller.ask(caller.request("INVITE", "sip:127.0.0.1", "Require: nothingSupportsThis\r\n", "")))
                    .startsWith("SIP/2.0 420")
                    .contains("Unsupported: nothingSupportsThis");
            assertThat(caller.ask(caller.request(
                            "INVITE",
                            "sip:127.0.0.1",
                            "Content-Type: application/sdp\r\n",
                            RawSip.OFFER.replace("AVP 0 101", "AVP 18"))))
                    .startsWith("SIP/2.0 488 Needs audio RTP/AVP with PCMU or PCMA");
            assertThat(caller.ask(caller.request(
                            "INVITE", "sip:127.0.0.1", "Content-Type: application/sdp\r\n", "v=0\r\nnonsense\r\n")))
                    .startsWith("SIP/2.0 400 Bad SDP");
            assertThat(caller.ask(caller.request("INVITE", "tel:+13035550142", "", "")))
                    .startsWith("SIP/2.0 416");
        }
    }

    @Test
    void givenAFloodOfInvites_whenACallIsUp_thenItGoesOnAndTheFloodIsTurnedAway() throws Exception {
        Desk desk = new Desk(4);
        Telephone telephone = new Telephone();
        try (Exchange exchange =
                        new Exchange(desk, Duration.ZERO, Duration.ofSeconds(60), List.of("127.0.0.0/8"), 5, null);
                SipCaller caller = exchange.call("", telephone);
                RawSip flood = new RawSip("127.0.0.1", exchange.port)) {
            Desk.Guest guest = desk.guests.poll(10, TimeUnit.SECONDS);
            assertThat(telephone.answered.await(10, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 3_000; i++) {
                flood.send(flood.request("INVITE", "sip:127.0.0.1", "Content-Type: application/sdp\r\n", RawSip.OFFER));
                if (i % 10 == 0) {
                    Thread.sleep(10);
                }
            }
            caller.press("7");

            assertThat(guest.digits.poll(10, TimeUnit.SECONDS)).isEqualTo('7');
            assertThat(exchange.server.refusedTooMany()).isGreaterThan(1_000);
            assertThat(exchange.server.portsInUse()).isLessThanOrEqualTo(4);

            caller.hangUp();
            assertThat(guest.ends.poll(10, TimeUnit.SECONDS)).isEqualTo(CallEnd.CALLER_LEFT);
        }
    }

    @Test
    void givenAPortThatIsTaken_whenStarted_thenItSaysSoAndTheRestRuns() throws Exception {
        try (Exchange first = new Exchange(new Desk(1))) {
            SipProperties same = new SipProperties(
                    true,
                    "127.0.0.1",
                    first.port,
                    null,
                    new SipProperties.RtpPortRange(19_980, 19_989),
                    List.of("127.0.0.0/8"),
                    10,
                    Duration.ZERO,
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(1),
                    null);
            SipServer second = new SipServer(same, new Desk(1), new Campaigns(Set::of), first.meters);

            second.start();

            assertThat(second.isRunning()).isFalse();
            assertThat(second.trouble()).contains(Integer.toString(first.port), "parley.sip.port");
            assertThat(new SipHealth(same, second).health().getStatus()).isEqualTo(Status.UNKNOWN);
        }
    }

    @Test
    void givenATcpConnectionThatStopsInItsMiddle_whenOthersCall_thenTheyAreAnswered() throws Exception {
        try (Exchange exchange = new Exchange(new Desk(1));
                Socket stuck = new Socket(InetAddress.getLoopbackAddress(), exchange.port);
                RawSip caller = new RawSip("127.0.0.1", exchange.port)) {
            stuck.getOutputStream()
                    .write("INVITE sip:127.0.0.1 SIP/2.0\r\nContent-Length: 5000\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(caller.ask(caller.request("OPTIONS", "sip:127.0.0.1", "", "")))
                    .startsWith("SIP/2.0 200");
        }
    }
}
