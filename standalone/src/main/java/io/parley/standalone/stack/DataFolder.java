package io.parley.standalone.stack;

import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Everything one Parley keeps, held by one process at a time.
 *
 * <p>{@code lock} is held while the process runs; {@code secrets/} is readable by its owner only; {@code redis/} has the
 * conversations under way, {@code kafka/} the messages between the services, {@code orders/} the orders' database,
 * {@code models/} what was trained, {@code campaign-versions/} the versions of campaigns,
 * {@code recordings/} calls whose callers agreed to it and {@code logs/} the logs.
 */
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Opens the folder, making it if it is not there.
     *
     * @throws StartFailure if it cannot be written to or another process holds it
     */
    static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Files.createDirectories(root);
            channel = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String owner = holder(channel);
                channel.close();
                throw new StartFailure(
                        "Another Parley" + owner + " is running on " + root,
                        "Stop it first, or give this one a folder of its own with --data");
            }
            writeHolder(channel);
            return new DataFolder(root, channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StartFailure(
                    "The data folder " + root + " cannot be written to ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + ")",
                    "Give yourself the permission, or name another folder with --data",
                    e);
        }
    }

    Path root() {
        return root;
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path redis() {
        return root.resolve("redis");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path orders() {
        return root.resolve("orders");
    }

    Path models() {
        return root.resolve("models");
    }

    Path campaignVersions() {
        return root.resolve("campaign-versions");
    }

    Path recordings() {
        return root.resolve("recordings");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** What may be thrown away at every start. */
    Path temporary() {
        return root.resolve("tmp");
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The lock covers a byte far behind the text, so that the text can be read by whoever comes second. */
    private static void writeHolder(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        int length = channel.read(text, 0);
        return length > 0 ? " (process " + new String(text.array(), 0, length, StandardCharsets.US_ASCII) + ")" : "";
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }
}
