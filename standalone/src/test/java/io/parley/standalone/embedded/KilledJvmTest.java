package io.parley.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the servers when their JVM is killed without a chance to clean up. */
class KilledJvmTest {

    @TempDir
    Path temp;

    @Test
    void givenServersInUse_whenTheirJvmIsKilled_thenRedisEndsAndBothRestartWithTheirData() throws Exception {
        int redisPort = useThenKill();

        assertThat(isFreeWithin(redisPort, Duration.ofSeconds(5))).isTrue();
        try (EmbeddedRedis redis = EmbeddedRedis.start(temp.resolve("redis"), temp.resolve("redis.log"));
                RedisConnection connection = RedisConnection.to(redis);
                EmbeddedKafka kafka = EmbeddedKafka.start(temp.resolve("kafka"))) {
            assertThat(connection.commands().get("session")).isEqualTo("ask-name");
            assertThat(KafkaRecords.readAll(kafka.bootstrapServers(), "orders", 1))
                    .containsExactly("order 1");
        }
    }

    @Test
    void givenAServerLeftBehind_whenAnotherIsStarted_thenTheFirstIsEndedAndItsDataKept() throws Exception {
        Path log = temp.resolve("redis.log");
        Path folder = temp.resolve("redis");
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, log);
                RedisConnection connection = RedisConnection.to(redis)) {
            connection.commands().set("session", "ask-name");
        }
        Process leftover = new ProcessBuilder(
                        findBinary(folder).toString(),
                        folder.resolve("redis.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("leftover.out").toFile())
                .start();
        awaitFile(folder.resolve("redis.pid"));

        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, log);
                RedisConnection connection = RedisConnection.to(redis)) {
            assertThat(leftover.isAlive()).isFalse();
            assertThat(connection.commands().get("session")).isEqualTo("ask-name");
        }
    }

    /** Starts the servers in a JVM of their own, writes to both, kills it; returns the port Redis had. */
    private int useThenKill() throws Exception {
        Process jvm = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServersThatAreKilled.class.getName(),
                        temp.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            String[] started = out.lines()
                    .filter(line -> line.startsWith("STARTED "))
                    .findFirst()
                    .orElseThrow()
                    .split(" ", -1);
            int port = Integer.parseInt(started[1]);
            try (RedisConnection connection = RedisConnection.to(port, started[2])) {
                connection.commands().set("session", "ask-name");
                Thread.sleep(1100); // the server flushes every second
            }
            KafkaRecords.send(started[3], "orders", "order 1");
            return port;
        } finally {
            jvm.destroyForcibly().waitFor();
        }
    }

    private static boolean isFreeWithin(int port, Duration patience) throws InterruptedException {
        Instant until = Instant.now().plus(patience);
        while (Instant.now().isBefore(until)) {
            if (!listens(port)) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path findBinary(Path folder) throws Exception {
        try (var files = Files.walk(folder.resolve("bin"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static void awaitFile(Path file) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(5);
        while (!Files.exists(file) && Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
    }
}
