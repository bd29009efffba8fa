package io.parley.gateway.sip;

import static io.parley.gateway.sip.Exchange.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A PBX that asks for a password, by hand. */
class RegistrationTest {

    private static final InetAddress HOST = InetAddress.getLoopbackAddress();

    @Test
    void givenARegistrarThatAsksForThePassword_whenStarted_thenWeAreRegisteredAndTakeOurNameBackInTheEnd()
            throws Exception {
        try (DatagramSocket pbx = new DatagramSocket(new InetSocketAddress(HOST, 0))) {
            pbx.setSoTimeout(10_000);
            SipProperties.RegistrarProperties registrar = new SipProperties.RegistrarProperties(
                    "sip:127.0.0.1:" + pbx.getLocalPort(), "shop", "secret", Duration.ofMinutes(5));
            try (Exchange exchange = new Exchange(
                    new Desk(1), Duration.ZERO, Duration.ofSeconds(60), List.of("127.0.0.0/8"), 10, registrar)) {
                String first = receive(pbx);
                assertThat(first)
                        .startsWith("REGISTER")
                        .contains("Expires: 300")
                        .doesNotContain("Authorization");
                answer(pbx, first, "401 Unauthorized", "WWW-Authenticate: Digest realm=\"pbx\",nonce=\"n1\"\r\n");

                String second = receiveOther(pbx, "Authorization: Digest");
                assertThat(second).contains("username=\"shop\"", "nonce=\"n1\"").doesNotContain("secret");
                answer(pbx, second, "200 OK", "");
                eventually(() -> exchange.server.registration().startsWith("registered as shop"));
            }
            assertThat(receiveOther(pbx, "Expires: 0")).startsWith("REGISTER");
        }
    }

    private static String receive(DatagramSocket pbx) throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[8_192], 8_192);
        pbx.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }

    /** Past what is sent again. */
    private static String receiveOther(DatagramSocket pbx, String part) throws Exception {
        for (String message = receive(pbx); ; message = receive(pbx)) {
            if (message.contains(part)) {
                return message;
            }
        }
    }

    private static void answer(DatagramSocket pbx, String request, String status, String more) throws Exception {
        StringBuilder answer = new StringBuilder("SIP/2.0 " + status + "\r\n");
        request.lines()
                .filter(line -> line.matches("(Via|From|To|Call-ID|CSeq|Contact|Expires): .*"))
                .forEach(line -> answer.append(line.startsWith("To:") ? line + ";tag=pbx" : line)
                        .append("\r\n"));
        answer.append(more).append("Content-Length: 0\r\n\r\n");
        Matcher port = Pattern.compile("Via: SIP/2.0/UDP 127.0.0.1:(\\d+)").matcher(request);
        assertThat(port.find()).isTrue();
        byte[] bytes = answer.toString().getBytes(StandardCharsets.ISO_8859_1);
        pbx.send(new DatagramPacket(bytes, bytes.length, HOST, Integer.parseInt(port.group(1))));
    }
}
