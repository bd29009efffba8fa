package io.parley.intent.evaluation;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Seconds that something took.
 *
 * @param wall by the clock
 * @param cpu of all processors together
 */
public record Effort(double wall, double cpu) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    /** A moment to measure from. */
    static Start start() {
        return new Start(System.nanoTime(), cpuNanos());
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** The most memory this process ever had resident, in MiB; what Java has now where the system does not tell. */
    static double peakMemoryMb() {
        try {
            List<String> status = Files.exists(STATUS) ? Files.readAllLines(STATUS) : List.of();
            return status.stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseGet(() -> Runtime.getRuntime().totalMemory() / 1048576.0);
        } catch (IOException e) {
            return Runtime.getRuntime().totalMemory() / 1048576.0;
        }
    }

    /** When something began. */
    record Start(long nanos, long cpu) {

        Effort stop() {
            return new Effort((System.nanoTime() - nanos) / 1e9, (cpuNanos() - cpu) / 1e9);
        }
    }
}
