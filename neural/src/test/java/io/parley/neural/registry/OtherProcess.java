package io.parley.neural.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Uses a registry from a JVM of its own, as a second instance of a service does. */
final class OtherProcess implements AutoCloseable {

    private static final String CAMPAIGN = "gift-card";

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** Publishes and activates so many versions and ends. */
    static OtherProcess publishing(Path root, int versions) throws IOException {
        return start(root, "publish", String.valueOf(versions));
    }

    /** Takes the right to train, says so, and keeps it until it is killed. */
    static OtherProcess training(Path root) throws IOException {
        OtherProcess other = start(root, "train");
        if (other.process.getInputStream().read() < 0) {
            throw new AssertionError("the other process ended before it had the right to train");
        }
        return other;
    }

    /** Activates v1 and v2 by turns, says so after the first, and goes on until it is killed. */
    static OtherProcess deciding(Path root) throws IOException {
        OtherProcess other = start(root, "decide");
        if (other.process.getInputStream().read() < 0) {
            throw new AssertionError("the other process ended before it decided anything");
        }
        return other;
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the other process does not end");
        }
        return process.exitValue();
    }

    /** Ends it as a power cut would. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OtherProcess start(Path root, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                root.toString()));
        command.addAll(List.of(arguments));
        return new OtherProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /**
     * What the other process does.
     *
     * @param arguments the registry's folder, {@code publish} and how many, {@code decide}, or {@code train}
     */
    public static void main(String[] arguments) throws Exception {
        ModelRegistry registry = new ModelRegistry(Path.of(arguments[0]), "next-state", Clock.systemUTC());
        switch (arguments[1]) {
            case "publish" -> publish(registry, Integer.parseInt(arguments[2]), "theirs");
            case "decide" -> {
                for (int i = 0; ; i++) {
                    registry.activate(CAMPAIGN, "v" + (1 + i % 2));
                    if (i == 0) {
                        say();
                    }
                }
            }
            case "train" -> {
                TrainingClaim claim = registry.claimTraining(CAMPAIGN).orElseThrow();
                say();
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
                claim.close();
            }
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    private static void say() {
        System.out.write('!');
        System.out.flush();
    }

    static void publish(ModelRegistry registry, int versions, String content) {
        for (int i = 0; i < versions; i++) {
            ModelVersion version = registry.publish(CAMPAIGN, model(content + i));
            registry.activate(CAMPAIGN, version.version());
        }
    }

    private static TrainedModel model(String content) {
        return new TrainedModel(
                "hash",
                42,
                Map.of(),
                Map.of(),
                1,
                DataSource.CAMPAIGN,
                folder -> Files.write(folder.resolve("network.bin"), content.getBytes(StandardCharsets.UTF_8)));
    }
}
