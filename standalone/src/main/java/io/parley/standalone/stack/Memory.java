package io.parley.standalone.stack;

import com.sun.management.OperatingSystemMXBean;
import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of the machine, or of the container this JVM runs in.
 *
 * @param total bytes there are
 * @param available bytes that could be had without swapping
 */
record Memory(long total, long available) {

    /** What all services together need when they start from nothing, models in training included. */
    static final long NEEDED = 1_600L << 20;

    private static final Path MEMINFO = Path.of("/proc/meminfo");

    /** As it is now. Where the system does not tell what is available, all of it counts. */
    static Memory now() {
        long total =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new Memory(total, Math.min(total, available(total)));
    }

    /** @throws StartFailure if it is not enough */
    void requireEnough() {
        if (available < NEEDED) {
            throw new StartFailure(
                    "Parley needs about %d MB of free memory, and there are %d MB (of %d)"
                            .formatted(NEEDED >> 20, available >> 20, total >> 20),
                    "Close other programs, or give the container a higher limit");
        }
    }

    private static long available(long otherwise) {
        try {
            return Files.readAllLines(MEMINFO).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .map(kibibytes -> kibibytes << 10)
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
