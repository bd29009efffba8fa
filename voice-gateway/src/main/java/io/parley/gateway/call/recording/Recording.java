package io.parley.gateway.call.recording;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording that is being made: sealed pieces of a second each, so that what was recorded stays whatever happens. Used by
 * one thread, which waits for no disk: a thread of the recording's own writes. What fails ends the recording and never the call.
 */
public final class Recording implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Recording.class);
    private static final int CHANNELS = 2;
    /** A minute; a disk that is farther behind takes nothing. */
    private static final int MOST_WAITING = 60;

    private static final Duration LAST_WRITES = Duration.ofSeconds(5);
    private static final byte[] END = {};

    private final String call;
    private final Seal seal;
    private final DataOutputStream file;
    private final ByteBuffer second;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer;
    private int place;
    private volatile boolean failed;

    private Recording(String call, Seal seal, DataOutputStream file, int rate) {
        this.call = call;
        this.seal = seal;
        this.file = file;
        this.second = ByteBuffer.allocate(rate * CHANNELS * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        this.writer = Thread.ofVirtual().name("recording").unstarted(this::writeAll);
    }

    /** @param header tells what it is, as {@link RecordingReader} reads it */
    static Recording begin(Path path, String call, byte[] header, int rate, Seal seal) throws IOException {
        DataOutputStream file = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)));
        try {
            Recording recording = new Recording(call, seal, file, rate);
            recording.write(header);
            recording.writer.start();
            return recording;
        } catch (IOException | RuntimeException e) {
            try (file) {
                Files.deleteIfExists(path);
            }
            throw e;
        }
    }

    /**
     * Takes 20 ms of both sides.
     *
     * @param caller and
     * @param ours linear 16-bit samples, as many of one as of the other
     */
    public void add(short[] caller, short[] ours) {
        for (int i = 0; i < caller.length; i++) {
            if (!second.hasRemaining()) {
                handOver();
            }
            second.putShort(caller[i]).putShort(ours[i]);
        }
    }

    @Override
    public void close() {
        handOver();
        try {
            if (waiting.offer(END)) {
                writer.join(LAST_WRITES);
            }
            if (writer.isAlive()) {
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver() {
        byte[] piece = new byte[second.position()];
        second.flip().get(piece);
        second.clear();
        if (piece.length > 0 && !failed && !waiting.offer(piece)) {
            fail(new IOException("the disk is too slow"));
        }
    }

    private void writeAll() {
        try (file) {
            for (byte[] piece = waiting.take(); piece.length > 0 && !failed; piece = waiting.take()) {
                write(piece);
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(byte[] piece) throws IOException {
        byte[] sealed = seal.close(piece, call, place++);
        file.writeInt(sealed.length);
        file.write(sealed);
        file.flush();
    }

    private void fail(Exception e) {
        failed = true;
        log.atWarn()
                .addKeyValue("call", call)
                .addKeyValue("cause", e.toString())
                .log("a call is not recorded any further");
    }
}
