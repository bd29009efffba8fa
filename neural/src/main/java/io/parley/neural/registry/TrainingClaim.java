package io.parley.neural.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to train a campaign on its own data, held by one process at most until it is closed. The operating system
 * takes it from a process that dies.
 */
public final class TrainingClaim implements AutoCloseable {

    private final FileChannel channel;

    private TrainingClaim(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes it, if nobody has it. */
    static Optional<TrainingClaim> on(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return Optional.of(new TrainingClaim(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file + "; check that the folder may be written to", e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another service in this JVM has it.
            return false;
        }
    }

    /** Gives it up. Does nothing the second time. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give up the right to train", e);
        }
    }
}
