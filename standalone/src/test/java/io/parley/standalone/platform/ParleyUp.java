package io.parley.standalone.platform;

import io.parley.standalone.client.GatewayClient;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A {@code parley up} that sells the tea box, in a process of its own, as the launcher starts it. */
final class ParleyUp implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Parley is ready: (\\S+)");

    private final OwnProcess process;
    private final URI url;
    private final String password;

    private ParleyUp(OwnProcess process, URI url, String password) {
        this.process = process;
        this.url = url;
        this.password = password;
    }

    /** Starts it on that data folder and waits until it can sell. */
    static ParleyUp on(Path data) throws IOException, InterruptedException {
        return start(data, List.of());
    }

    /** The same, but that its payments are held up, see {@link PaymentsHeldUp}, while a file says so. */
    static ParleyUp withPaymentsHeldUp(Path data, Path where) throws IOException, InterruptedException {
        return start(
                data,
                List.of(
                        "-Dspring.main.sources=" + PaymentsHeldUp.class.getName(),
                        "-D" + PaymentsHeldUp.FOLDER + "=" + where));
    }

    private static ParleyUp start(Path data, List<String> properties) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(properties);
        arguments.addAll(List.of(
                "-Xmx384m",
                "-cp",
                String.join(
                        File.pathSeparator,
                        Path.of("target", "standalone.jar").toString(),
                        Path.of("target", "test-classes").toString()),
                "io.parley.standalone.Parley",
                "up",
                "--port",
                "0",
                "--data",
                data.toString(),
                "--campaigns",
                TeaBox.campaigns().toString(),
                "--campaign",
                TeaBox.ID));
        OwnProcess process = OwnProcess.java(Files.createTempFile(data.getParent(), "parley-up", ".out"), arguments);
        try {
            URI url = URI.create(process.awaitLine(READY));
            String password =
                    Files.readString(data.resolve("secrets/operator-password")).strip();
            return new ParleyUp(process, url, password);
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    URI url() {
        return url;
    }

    /** A client that may do what operators may. */
    GatewayClient gateway() {
        return new GatewayClient(url, Optional.of(password));
    }

    /** As Ctrl-C does. */
    void stop() throws InterruptedException {
        process.stop();
    }

    /** As a power cut does. */
    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
