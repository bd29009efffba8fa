package io.parley.neural.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one at a time change a campaign's versions, among threads and among processes. The operating system takes the lock
 * from a process that dies.
 */
final class CampaignLock {

    /** A file's lock is the whole JVM's, so that the threads of one have to be kept apart besides: by path, in one place. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private CampaignLock() {}

    /** Does something while nobody else changes the campaign. */
    static <T> T holding(Path file, Supplier<T> change) {
        ReentrantLock threads = THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        threads.lock();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return change.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file + "; check that the folder may be written to", e);
        } finally {
            threads.unlock();
        }
    }
}
