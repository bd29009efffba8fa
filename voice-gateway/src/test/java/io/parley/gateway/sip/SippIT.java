package io.parley.gateway.sip;

import static io.parley.gateway.sip.Exchange.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many calls one after another; how many, {@code -Dparley.sipp.calls=200} says. */
class SippIT {

    private static final int CALLS = Integer.getInteger("parley.sipp.calls", 10);

    @TempDir
    private Path folder;

    @Test
    void givenManyCalls_whenAllAreOver_thenNoPortThreadOrFileHandleIsLeft() throws Exception {
        String sipp = Tools.require("sipp", "sip-tester");
        Desk desk = new Desk(4);
        try (Exchange exchange =
                new Exchange(desk, Duration.ZERO, Duration.ofSeconds(60), List.of("127.0.0.0/8"), 50, null)) {
            // The first call makes what stays for all: the stack's threads, the timers.
            run(sipp, exchange.port, 1);
            eventually(() -> desk.present() == 0 && exchange.server.portsInUse() == 0);
            long threads = rtpThreads();
            long handles = handles();

            run(sipp, exchange.port, CALLS);

            eventually(() -> desk.present() == 0 && exchange.server.portsInUse() == 0);
            assertThat(exchange.answers(200)).isEqualTo(CALLS + 1.0);
            eventually(() -> rtpThreads() == threads);
            assertThat(handles()).isLessThanOrEqualTo(handles + 2);
        }
    }

    private void run(String sipp, int server, int calls) throws IOException, InterruptedException {
        Path output = folder.resolve("sipp-" + calls + ".out");
        Process process = new ProcessBuilder(
                        sipp,
                        "127.0.0.1:" + server,
                        "-sn",
                        "uac",
                        "-s",
                        "space-trip",
                        "-i",
                        "127.0.0.1",
                        "-mi",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(Exchange.freePort(2)),
                        "-mp",
                        Integer.toString(Exchange.freePort(20) + 10),
                        "-m",
                        Integer.toString(calls),
                        "-l",
                        "1",
                        "-d",
                        "200",
                        "-timeout",
                        "300")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .directory(folder.toFile())
                .start();
        assertThat(process.waitFor(310, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    private static long rtpThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("rtp-"))
                .count();
    }

    private static long handles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
