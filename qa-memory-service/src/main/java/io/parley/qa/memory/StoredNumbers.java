package io.parley.qa.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as they are stored: 64-bit, little-endian. */
final class StoredNumbers {

    private StoredNumbers() {}

    /**
     * Reads to the end.
     *
     * @param what has so many numbers, as the message tells it
     * @throws IOException if there are more or fewer, or one of them is not finite
     */
    static double[] read(InputStream in, int count, String what) throws IOException {
        byte[] bytes = in.readAllBytes();
        if (bytes.length != (long) count * Double.BYTES) {
            throw new IOException(what + " has " + count + " numbers of 8 bytes, there are " + bytes.length + " bytes");
        }
        double[] numbers = new double[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IOException("number " + i + " of " + what + " is " + numbers[i]);
            }
        }
        return numbers;
    }
}
