package io.parley.gateway.sip;

import io.parley.gateway.rtp.G711;
import io.parley.gateway.rtp.Media;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * What one side says of the session it wants, so far as a telephone call needs it.
 *
 * @param lines every {@code m=} line in its order, since an answer has as many
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8866">RFC 8866</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3264">RFC 3264</a>
 */
record SessionDescription(List<MediaLine> lines) {

    SessionDescription {
        lines = List.copyOf(lines);
    }

    /**
     * One {@code m=} line with what belongs to it.
     *
     * @param kind audio, video …
     * @param protocol RTP/AVP …
     * @param port zero where it is refused
     * @param formats as they stand there
     * @param address where its sound is to go
     * @param laws those of ours it has, the dearest first
     * @param keys payload type of the telephone events; negative if it has none
     * @param comfortNoise whether it may send that instead of silence
     */
    record MediaLine(
            String kind,
            String protocol,
            int port,
            List<String> formats,
            InetAddress address,
            Direction direction,
            List<G711> laws,
            int keys,
            boolean comfortNoise) {

        MediaLine {
            formats = List.copyOf(formats);
            laws = List.copyOf(laws);
        }

        boolean isCall() {
            return kind.equals("audio") && protocol.equals("RTP/AVP") && port != 0 && !laws.isEmpty();
        }

        /** Whether the other side is to hear nothing for a while: its line says so, or names the address of nobody. */
        boolean isHeld() {
            return direction == Direction.SENDONLY || direction == Direction.INACTIVE || address.isAnyLocalAddress();
        }

        /** What the two sides have in common by this line. */
        Media media() {
            boolean there = direction == Direction.SENDRECV && !address.isAnyLocalAddress();
            return new Media(laws.getFirst(), keys, new InetSocketAddress(address, port), !isHeld(), there);
        }
    }

    /** The first line we can talk by. */
    Optional<MediaLine> call() {
        return lines.stream().filter(MediaLine::isCall).findFirst();
    }
}
