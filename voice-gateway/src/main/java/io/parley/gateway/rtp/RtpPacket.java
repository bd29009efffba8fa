package io.parley.gateway.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One packet of RTP, version 2.
 *
 * @param type of the payload: 0 PCMU, 8 PCMA, 13 comfort noise, from 96 as agreed on
 * @param marker the first packet after a pause, or of a pressed key
 * @param sequence 16 bits, one more with each packet
 * @param timestamp 32 bits, in samples
 * @param source the sender's number of this stream (SSRC), 32 bits
 * @param payload given away, not copied
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3550#section-5.1">RFC 3550, section 5.1</a>
 */
// An array: packets live for milliseconds, and are compared by nobody.
@SuppressWarnings("ArrayRecordComponent")
record RtpPacket(int type, boolean marker, int sequence, long timestamp, int source, byte[] payload) {

    private static final int HEADER = 12;

    RtpPacket {
        sequence &= 0xffff;
        timestamp &= 0xffff_ffffL;
    }

    /** The packet in the first bytes of a buffer; empty if they are none. Whom its header mentions beside the source is left out. */
    static Optional<RtpPacket> read(byte[] bytes, int length) {
        if (length < HEADER || (bytes[0] & 0xc0) != 0x80) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        int flags = in.get();
        int type = in.get();
        int sequence = in.getShort();
        long timestamp = in.getInt();
        int source = in.getInt();
        int begin = HEADER + 4 * (flags & 0x0f);
        if ((flags & 0x10) != 0) {
            if (begin + 4 > length) {
                return Optional.empty();
            }
            begin += 4 + 4 * (in.getShort(begin + 2) & 0xffff);
        }
        int end = (flags & 0x20) == 0 ? length : length - (bytes[length - 1] & 0xff);
        if (begin > end) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(bytes, begin, end);
        return Optional.of(new RtpPacket(type & 0x7f, (type & 0x80) != 0, sequence, timestamp, source, payload));
    }

    /** As it travels. */
    byte[] bytes() {
        return ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) 0x80)
                .put((byte) (marker ? type | 0x80 : type))
                .putShort((short) sequence)
                .putInt((int) timestamp)
                .putInt(source)
                .put(payload)
                .array();
    }
}
