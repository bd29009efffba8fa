package io.parley.gateway.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends what it is told to, well-formed or not, and gives back what comes. */
final class RawSip implements AutoCloseable {

    /** A telephone's description of itself. */
    static final String OFFER = String.join(
            "\r\n",
            "v=0",
            "o=- 1 1 IN IP4 127.0.0.1",
            "s=-",
            "c=IN IP4 127.0.0.1",
            "t=0 0",
            "m=audio 19998 RTP/AVP 0 101",
            "a=rtpmap:101 telephone-event/8000",
            "");

    private final DatagramSocket socket;
    private final int server;

    RawSip(String host, int server) throws IOException {
        this.server = server;
        socket = new DatagramSocket(new InetSocketAddress(host, 0));
        socket.setSoTimeout(2_000);
    }

    /** A request with every header it needs; more are lines of their own. */
    String request(String method, String uri, String more, String body) {
        String us = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        List<String> lines = List.of(
                method + " " + uri + " SIP/2.0",
                "Via: SIP/2.0/UDP " + us + ";branch=z9hG4bK" + UUID.randomUUID() + ";rport",
                "From: <sip:test@127.0.0.1>;tag=" + UUID.randomUUID(),
                "To: <" + uri + ">",
                "Call-ID: " + UUID.randomUUID(),
                "CSeq: 1 " + method,
                "Max-Forwards: 70",
                "Contact: <sip:test@" + us + ">",
                more + "Content-Length: " + body.length());
        return String.join("\r\n", lines) + "\r\n\r\n" + body;
    }

    /** An answer to a request of theirs. */
    String answerTo(String request, String status) {
        String headers = request.lines()
                .filter(line -> line.matches("(Via|From|To|Call-ID|CSeq): .*"))
                .collect(Collectors.joining("\r\n"));
        return "SIP/2.0 " + status + "\r\n" + headers + "\r\nContent-Length: 0\r\n\r\n";
    }

    void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), server));
    }

    /** The next message; null if none comes within two seconds. */
    @Nullable
    String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[8_192], 8_192);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException nothing) {
            return null;
        }
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }

    /** The first answer that is not provisional. */
    String ask(String message) throws IOException {
        send(message);
        for (int i = 0; i < 10; i++) {
            String answer = receive();
            if (answer == null) {
                return "nothing";
            }
            if (!answer.startsWith("SIP/2.0 1")) {
                return answer;
            }
        }
        return "nothing but provisional answers";
    }

    @Override
    public void close() {
        socket.close();
    }
}
