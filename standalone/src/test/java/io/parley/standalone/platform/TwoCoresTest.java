package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.standalone.Parley;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a machine's number of cores may not change. */
class TwoCoresTest {

    private static final List<String> WAYS =
            List.of("", " please", " now", " today", " for me", " thanks", " then", " at once");

    @TempDir
    Path folder;

    @Test
    void givenTheSameTable_whenLearntOnOneCoreAndOnTwo_thenModelAndScoresAreTheSame() throws Exception {
        Path table = folder.resolve("table.csv");
        StringBuilder rows = new StringBuilder("text,label\n");
        for (String way : WAYS) {
            rows.append("show me my balance").append(way).append(",balance\n");
            rows.append("send money to my brother").append(way).append(",transfer\n");
            rows.append("I lost my card").append(way).append(",lost\n");
        }
        Files.writeString(table, rows);

        JsonNode one = evaluate(table, 1);
        JsonNode two = evaluate(table, 2);

        assertThat(one.required("modelHash").stringValue())
                .isEqualTo(two.required("modelHash").stringValue())
                .hasSize(64);
        assertThat(one.required("loss")).isEqualTo(two.required("loss"));
    }

    private JsonNode evaluate(Path table, int cores) throws IOException, InterruptedException {
        Path json = folder.resolve(cores + ".json");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ActiveProcessorCount=" + cores,
                        "-Xmx512m",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parley.class.getName(),
                        "evaluate",
                        "next-state",
                        "--train",
                        table.toString(),
                        "--test",
                        table.toString(),
                        "--json",
                        json.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(cores + ".log").toFile())
                .start();
        assertThat(jvm.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(jvm.exitValue())
                .as(Files.readString(folder.resolve(cores + ".log")))
                .isZero();
        return JsonMapper.shared().readTree(Files.readAllBytes(json));
    }
}
