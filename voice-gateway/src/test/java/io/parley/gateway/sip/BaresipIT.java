package io.parley.gateway.sip;

import static io.parley.gateway.sip.Exchange.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.call.CallEnd;
import io.parley.speech.Sound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls by a telephone nobody of us wrote. */
class BaresipIT {

    /** Half a minute of silence after the tone. */
    private static final Sound LONG = Desk.TONE.then(Sound.silence(Duration.ofSeconds(30), Sound.TELEPHONE));

    @TempDir
    private Path folder;

    private final Desk desk = new Desk(4);

    @BeforeEach
    void isThere() {
        Tools.require("baresip", "baresip-core");
    }

    @Test
    void givenBaresip_whenItCalls_thenBothHearEachOtherItsKeysAreHeardAndItHangsUp() throws Exception {
        try (Exchange exchange = new Exchange(desk);
                Baresip baresip = new Baresip(folder, "PCMU/8000/1", LONG)) {
            baresip.dial("sip:space-trip@127.0.0.1:" + exchange.port);
            Desk.Guest guest = desk.guests.poll(10, TimeUnit.SECONDS);
            assertThat(guest.request.campaign()).isEqualTo("space-trip");
            assertThat(guest.marks.poll(10, TimeUnit.SECONDS)).isEqualTo("greeting");
            eventually(() -> guest.loud.get() > 10);

            for (char key : new char[] {'4', '1', '#'}) {
                baresip.press(key);
                Thread.sleep(300);
            }

            assertThat(guest.digits.poll(10, TimeUnit.SECONDS)).isEqualTo('4');
            assertThat(guest.digits.poll(10, TimeUnit.SECONDS)).isEqualTo('1');
            assertThat(guest.digits.poll(10, TimeUnit.SECONDS)).isEqualTo('#');

            assertThat(baresip.loudSecondsHeard()).isGreaterThan(0.3);

            baresip.hangUp();

            assertThat(guest.ends.poll(10, TimeUnit.SECONDS)).isEqualTo(CallEnd.CALLER_LEFT);
            assertThat(guest.digits).isEmpty();
            eventually(() -> exchange.server.portsInUse() == 0);
        }
    }

    @Test
    void givenBaresipOfALaw_whenItHoldsAndResumes_thenWeAreStillMeanwhileAndWeHangUp() throws Exception {
        try (Exchange exchange = new Exchange(desk);
                Baresip baresip = new Baresip(folder, "PCMA/8000/1", LONG)) {
            baresip.dial("sip:parley@127.0.0.1:" + exchange.port);
            Desk.Guest guest = desk.guests.poll(10, TimeUnit.SECONDS);
            eventually(() -> guest.frames.get() > 25);

            baresip.hold();
            eventually(() -> isStill(guest));
            baresip.resume();
            long held = guest.frames.get();
            eventually(() -> guest.frames.get() > held + 25);

            guest.leg.hangUp(CallEnd.CONVERSATION_OVER);

            assertThat(guest.ends.poll(10, TimeUnit.SECONDS)).isEqualTo(CallEnd.CONVERSATION_OVER);
            eventually(() -> exchange.server.portsInUse() == 0);
            Thread.sleep(500);
            assertThat(baresip.log()).contains("session closed");
        }
    }

    @Test
    void givenBaresipWithoutOurCodecs_whenItCalls_thenItIsRefusedWith488() throws Exception {
        try (Exchange exchange = new Exchange(desk);
                Baresip baresip = new Baresip(folder, "G722/16000/1", LONG)) {
            baresip.dial("sip:parley@127.0.0.1:" + exchange.port);

            eventually(() -> exchange.answers(488) == 1);
            assertThat(desk.guests).isEmpty();
        }
    }

    private static boolean isStill(Desk.Guest guest) {
        try {
            long before = guest.frames.get();
            Thread.sleep(300);
            return guest.frames.get() == before;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
