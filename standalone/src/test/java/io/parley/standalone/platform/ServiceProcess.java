package io.parley.standalone.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A service in a process of its own, as an operator runs it: from the jar that runs by itself. */
final class ServiceProcess {

    private ServiceProcess() {}

    /**
     * Starts one.
     *
     * @param temp where its log and what its web server needs are put
     * @param name tells several of one module apart
     */
    static OwnProcess start(Path temp, String name, String module, int port, String... settings) throws IOException {
        return start(temp, name, module, port, List.of(), settings);
    }

    /** The same with options of the JVM. */
    static OwnProcess start(Path temp, String name, String module, int port, List<String> options, String... settings)
            throws IOException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "-Xmx256m",
                "-jar",
                jar(module).toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--server.tomcat.basedir=" + temp.resolve("tomcat").resolve(name)));
        arguments.addAll(List.of(settings));
        return OwnProcess.java(temp.resolve("logs").resolve(name + ".log"), arguments);
    }

    /** The jar that runs by itself. */
    static Path jar(String module) throws IOException {
        try (Stream<Path> built = Files.list(Path.of("..", module, "target"))) {
            return built.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError(module + " has no jar that runs by itself; mvn package makes it"));
        }
    }
}
