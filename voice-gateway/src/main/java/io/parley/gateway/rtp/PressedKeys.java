package io.parley.gateway.rtp;

import java.util.Optional;

/**
 * Hears the keys a caller presses, each once: a press is some ten packets of one timestamp, of which the last comes three
 * times, and any of which may be lost. Of one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4733#section-2.3">RFC 4733, section 2.3</a>
 */
final class PressedKeys {

    private static final int LONGEST = 0xffff;

    private boolean any;
    private int source;
    private long timestamp;
    private int key;
    private int duration;

    /** The key this packet is the first to tell of. */
    Optional<Character> hear(RtpPacket packet) {
        byte[] payload = packet.payload();
        if (payload.length < 4 || (payload[0] & 0xff) >= Keys.ALL.length()) {
            return Optional.empty();
        }
        int event = payload[0];
        int held = ((payload[2] & 0xff) << 8) | (payload[3] & 0xff);
        if (any && packet.source() == source) {
            int later = (int) (packet.timestamp() - timestamp);
            if (later <= 0) {
                duration = later == 0 ? Math.max(duration, held) : duration;
                return Optional.empty();
            }
            // A key held for more than eight seconds goes on under the timestamp where its first part ended.
            if (event == key && duration == LONGEST && later == LONGEST) {
                remember(packet, event, held);
                return Optional.empty();
            }
        }
        remember(packet, event, held);
        return Optional.of(Keys.ALL.charAt(event));
    }

    private void remember(RtpPacket packet, int event, int held) {
        any = true;
        source = packet.source();
        timestamp = packet.timestamp();
        key = event;
        duration = held;
    }
}
