package io.parley.gateway.sip;

import io.parley.gateway.rtp.G711;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes our side of a session.
 *
 * @param address where the caller's sound is to go
 * @param port likewise
 * @param session a number of this session
 */
record SdpWriter(InetAddress address, int port, long session) {

    private static final int KEYS = 101;

    /**
     * The answer to an offer: of the line that is the call what both sides have, of the others nothing.
     *
     * @param version one more with every change
     */
    byte[] answer(SessionDescription offer, SessionDescription.MediaLine call, int version) {
        StringBuilder text = head(version);
        boolean answered = false;
        for (SessionDescription.MediaLine line : offer.lines()) {
            if (!answered && line.equals(call)) {
                answered = true;
                audio(
                        text,
                        List.of(line.laws().getFirst()),
                        line.keys(),
                        line.comfortNoise(),
                        line.address().isAnyLocalAddress()
                                ? Direction.RECVONLY
                                : line.direction().answered());
            } else {
                text.append(
                        "m=%s 0 %s %s\r\n".formatted(line.kind(), line.protocol(), String.join(" ", line.formats())));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What we would like. */
    byte[] offer(List<G711> laws, Direction direction, int version) {
        StringBuilder text = head(version);
        audio(text, laws, KEYS, true, direction);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder head(int version) {
        String kind = address instanceof Inet6Address ? "IP6" : "IP4";
        String host = address.getHostAddress();
        return new StringBuilder("v=0\r\n")
                .append("o=parley %d %d IN %s %s\r\n".formatted(session, version, kind, host))
                .append("s=parley\r\n")
                .append("c=IN %s %s\r\n".formatted(kind, host))
                .append("t=0 0\r\n");
    }

    private void audio(StringBuilder text, List<G711> laws, int keys, boolean comfortNoise, Direction direction) {
        text.append("m=audio %d RTP/AVP".formatted(port));
        laws.forEach(law -> text.append(' ').append(law.payloadType()));
        if (comfortNoise) {
            text.append(" 13");
        }
        if (keys >= 0) {
            text.append(' ').append(keys);
        }
        text.append("\r\n");
        laws.forEach(law -> text.append("a=rtpmap:%d %s/8000\r\n".formatted(law.payloadType(), law)));
        if (keys >= 0) {
            text.append("a=rtpmap:%d telephone-event/8000\r\na=fmtp:%d 0-15\r\n".formatted(keys, keys));
        }
        text.append("a=ptime:20\r\na=%s\r\n".formatted(direction.attribute()));
    }
}
