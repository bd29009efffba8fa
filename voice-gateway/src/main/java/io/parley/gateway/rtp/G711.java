package io.parley.gateway.rtp;

import java.util.function.IntUnaryOperator;

/**
 * The telephone's two encodings of sound at 8 kHz: a byte a sample, loud samples coarser than soft ones. Linear samples
 * have 16 bits.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-G.711">ITU-T G.711</a>
 */
public final class G711 {

    /** Of North America and Japan: RTP payload type 0, PCMU. */
    public static final G711 MU_LAW = new G711("PCMU", 0, G711::toMuLaw, G711::fromMuLaw);

    /** Of the rest of the world: RTP payload type 8, PCMA. */
    public static final G711 A_LAW = new G711("PCMA", 8, G711::toALaw, G711::fromALaw);

    private static final int BIAS_MU = 33;
    private static final int LARGEST_MU = 8158;
    private static final int EVEN_BITS = 0x55;

    private final String name;
    private final int payloadType;
    private final byte[] codes = new byte[1 << 16];
    private final short[] samples = new short[1 << 8];

    private G711(String name, int payloadType, IntUnaryOperator compress, IntUnaryOperator expand) {
        this.name = name;
        this.payloadType = payloadType;
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            codes[sample & 0xffff] = (byte) compress.applyAsInt(sample);
        }
        for (int code = 0; code < samples.length; code++) {
            samples[code] = (short) expand.applyAsInt(code);
        }
    }

    /** The code of each sample, in order. */
    public byte[] encode(short[] linear) {
        byte[] encoded = new byte[linear.length];
        for (int i = 0; i < linear.length; i++) {
            encoded[i] = codes[linear[i] & 0xffff];
        }
        return encoded;
    }

    /** The sample of each code, in order. */
    public short[] decode(byte[] encoded) {
        short[] linear = new short[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            linear[i] = samples[encoded[i] & 0xff];
        }
        return linear;
    }

    /** Its number in RTP and SDP, the same everywhere. */
    public int payloadType() {
        return payloadType;
    }

    /** Its name in SDP: PCMU or PCMA. */
    @Override
    public String toString() {
        return name;
    }

    /** 14 bits, shifted by 33 so that each segment begins at a power of two. */
    private static int toMuLaw(int sample) {
        int magnitude = Math.min(Math.abs(sample) / 4, LARGEST_MU) + BIAS_MU;
        int segment = 26 - Integer.numberOfLeadingZeros(magnitude);
        int step = (magnitude >> (segment + 1)) & 0x0f;
        int code = (segment << 4) | step;
        return ~(sample < 0 ? code | 0x80 : code);
    }

    private static int fromMuLaw(int code) {
        int bits = ~code;
        int step = bits & 0x0f;
        int segment = (bits >> 4) & 0x07;
        int magnitude = (((2 * step + BIAS_MU) << segment) - BIAS_MU) * 4;
        return (bits & 0x80) == 0 ? magnitude : -magnitude;
    }

    /** 12 bits and a sign; a negative sample is its complement, so that the intervals around zero are of one size. */
    private static int toALaw(int sample) {
        int magnitude = (sample < 0 ? ~sample : sample) >> 4;
        int segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
        int step = (magnitude >> Math.max(0, segment - 1)) & 0x0f;
        int code = (segment << 4) | step;
        return (sample < 0 ? code : code | 0x80) ^ EVEN_BITS;
    }

    private static int fromALaw(int code) {
        int bits = code ^ EVEN_BITS;
        int step = bits & 0x0f;
        int segment = (bits >> 4) & 0x07;
        int magnitude = segment == 0 ? 2 * step + 1 : (2 * step + 33) << (segment - 1);
        return (bits & 0x80) == 0 ? -magnitude * 8 : magnitude * 8;
    }
}
