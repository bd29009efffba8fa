package io.parley.gateway.upstream;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

/**
 * Sends a body on while it is being received, holding a few chunks of it. The caller's thread reads, so nothing touches
 * the caller's request once {@link #pump} has returned.
 */
final class Upload {

    private static final int CHUNK_BYTES = 16 * 1024;
    private static final int CHUNKS = 8;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final SubmissionPublisher<ByteBuffer> chunks;
    private final InputStream source;
    private final long length;
    private final long mostBytes;

    Upload(Executor executor, InputStream source, long length, long mostBytes) {
        this.chunks = new SubmissionPublisher<>(executor, CHUNKS);
        this.source = source;
        this.length = length;
        this.mostBytes = mostBytes;
        if (length > mostBytes) {
            throw tooLarge();
        }
    }

    BodyPublisher body() {
        if (length == 0) {
            return BodyPublishers.noBody();
        }
        Flow.Publisher<ByteBuffer> publisher = subscriber -> {
            chunks.subscribe(subscriber);
            wanted.countDown();
        };
        return length > 0 ? BodyPublishers.fromPublisher(publisher, length) : BodyPublishers.fromPublisher(publisher);
    }

    /**
     * Reads until the end, or until the answer is there: a service need not read all of what it refuses.
     *
     * @throws FaultException if there is more than allowed, or the caller stops sending
     */
    void pump(CompletableFuture<?> answer) {
        if (length == 0) {
            return;
        }
        try {
            send(answer);
            chunks.close();
        } catch (IOException e) {
            chunks.closeExceptionally(e);
            throw new FaultException(Fault.REQUEST_INVALID, "The upload broke off; send it again.", e);
        } catch (FaultException e) {
            chunks.closeExceptionally(e);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            chunks.closeExceptionally(e);
        }
    }

    private void send(CompletableFuture<?> answer) throws IOException, InterruptedException {
        while (!wanted.await(50, TimeUnit.MILLISECONDS)) {
            if (answer.isDone()) {
                return;
            }
        }
        long sent = 0;
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
            sent += read;
            if (sent > mostBytes) {
                throw tooLarge();
            }
            ByteBuffer next = ByteBuffer.wrap(chunk, 0, read);
            while (chunks.offer(next, 100, TimeUnit.MILLISECONDS, null) < 0) {
                if (answer.isDone()) {
                    return;
                }
            }
            chunk = new byte[CHUNK_BYTES];
        }
    }

    private FaultException tooLarge() {
        return new FaultException(
                Fault.REQUEST_TOO_LARGE,
                "A body may have " + mostBytes / (1024 * 1024)
                        + " MB here; split the file, or put it beside the service and send its path.");
    }
}
