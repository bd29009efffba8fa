package io.parley.gateway.call.recording;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link Recording} wrote, also what was broken off in the middle. */
final class RecordingReader {

    /** Longer than any piece; what claims to be longer is no recording. */
    private static final int LONGEST_PIECE = 1 << 20;

    private static final int SECOND_BYTES_PER_RATE = 2 * Short.BYTES;
    private static final int NONCE_AND_TAG = 28;
    private static final int WAV_HEADER = 44;
    private static final short PCM = 1;
    private static final short CHANNELS = 2;

    private final Path path;
    private final String call;
    private final Seal seal;
    private final JsonMapper json;

    RecordingReader(Path path, String call, Seal seal, JsonMapper json) {
        this.path = path;
        this.call = call;
        this.seal = seal;
        this.json = json;
    }

    /** @throws IOException if it cannot be read, or was sealed with another key */
    RecordingHeader header() throws IOException {
        try (DataInputStream file = open()) {
            return header(file);
        }
    }

    /** How many seconds of sound there are; a second that was begun counts as one. */
    long seconds(RecordingHeader header) throws IOException {
        try (DataInputStream file = open()) {
            long bytes = Files.size(path) - Integer.BYTES - file.readInt();
            int piece = Integer.BYTES + NONCE_AND_TAG + header.rate() * SECOND_BYTES_PER_RATE;
            return (bytes + piece - 1) / piece;
        }
    }

    /** Writes it as a WAV of two channels: the caller left, Parley right. */
    void writeWav(OutputStream to) throws IOException {
        try (DataInputStream file = open()) {
            RecordingHeader header = header(file);
            to.write(wavHeader(header.rate(), soundBytes()));
            for (int place = 1; ; place++) {
                byte[] piece = piece(file, place);
                if (piece.length == 0) {
                    return;
                }
                to.write(piece);
            }
        }
    }

    /** Counted first, since a WAV begins with its length. */
    private long soundBytes() throws IOException {
        long bytes = 0;
        try (DataInputStream file = open()) {
            file.skipNBytes(length(file));
            for (int length = length(file); length > 0; length = length(file)) {
                file.skipNBytes(length);
                bytes += length - NONCE_AND_TAG;
            }
        } catch (EOFException e) {
            // The last piece was broken off, and does not count.
        }
        return bytes;
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
    }

    private RecordingHeader header(DataInputStream file) throws IOException {
        byte[] header = piece(file, 0);
        if (header.length == 0) {
            throw new IOException("the recording of call " + call + " has only begun, or could not be written");
        }
        return json.readValue(new String(header, StandardCharsets.UTF_8), RecordingHeader.class);
    }

    /** Empty at the end, and where the rest was never written. */
    private byte[] piece(DataInputStream file, int place) throws IOException {
        int length = length(file);
        byte[] sealed = file.readNBytes(length);
        if (sealed.length < length || length <= NONCE_AND_TAG) {
            return new byte[0];
        }
        try {
            return seal.open(sealed, call, place);
        } catch (GeneralSecurityException e) {
            throw new IOException("the recording of call " + call + " cannot be opened at piece " + place, e);
        }
    }

    private static int length(DataInputStream file) throws IOException {
        try {
            int length = file.readInt();
            if (length < 0 || length > LONGEST_PIECE) {
                throw new IOException("this is no recording");
            }
            return length;
        } catch (EOFException e) {
            return 0;
        }
    }

    private static byte[] wavHeader(int rate, long bytes) {
        int frame = CHANNELS * Short.BYTES;
        int length = (int) Math.min(bytes, Integer.MAX_VALUE - WAV_HEADER);
        return ByteBuffer.allocate(WAV_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(length + WAV_HEADER - 8)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort(PCM)
                .putShort(CHANNELS)
                .putInt(rate)
                .putInt(rate * frame)
                .putShort((short) frame)
                .putShort((short) Short.SIZE)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .array();
    }
}
