package io.parley.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    @TempDir
    Path temp;

    private Path folder = Path.of("");
    private Path log = Path.of("");

    @BeforeEach
    void aFolderWithASpaceAndAQuote() {
        folder = temp.resolve("my \"data\"/redis");
        log = temp.resolve("logs/redis.log");
    }

    @Test
    void givenAValue_whenTheServerIsStoppedAndStarted_thenItIsKept() {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, log);
                RedisConnection connection = RedisConnection.to(redis)) {
            connection.commands().set("session", "ask-name");
        }

        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, log);
                RedisConnection connection = RedisConnection.to(redis)) {
            assertThat(connection.commands().get("session")).isEqualTo("ask-name");
        }
    }

    @Test
    void givenAnotherPassword_whenConnecting_thenTheServerRefuses() {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, log)) {
            assertThatThrownBy(() -> RedisConnection.to(redis.port(), "guessed"))
                    .isInstanceOf(RedisException.class);
        }
    }

    @Test
    void givenARunningServer_whenItIsClosed_thenItEnds() {
        EmbeddedRedis redis = EmbeddedRedis.start(folder, log);
        assertThat(redis.ended()).isNotDone();

        redis.close();

        assertThat(redis.ended()).succeedsWithin(Duration.ofSeconds(1));
        assertThat(folder.resolve("redis.pid")).doesNotExist();
    }

    @Test
    void givenDamagedData_whenStarting_thenItSaysWhichFileToMoveAway() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("appendonly.aof"), "this was never written by Redis\r\n".repeat(10));

        assertThatThrownBy(() -> EmbeddedRedis.start(folder, log))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("Move " + folder.resolve("appendonly.aof") + " away");
    }

    @Test
    void givenAFileWhereTheFolderShouldBe_whenStarting_thenItSaysSo() throws IOException {
        Path file = Files.writeString(temp.resolve("taken"), "");

        assertThatThrownBy(() -> EmbeddedRedis.start(file.resolve("redis"), log))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("taken")
                .hasMessageContaining("--data");
    }
}
