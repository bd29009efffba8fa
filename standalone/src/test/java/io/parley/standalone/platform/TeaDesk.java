package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.CallBackView;
import io.parley.contracts.desk.DeskView;
import io.parley.contracts.desk.HandOffDetail;
import io.parley.contracts.desk.HandOffView;
import io.parley.standalone.stack.DataOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The desk of a running Parley, as somebody there calls it over REST. */
final class TeaDesk {

    private final URI gateway;
    private final String authorization;
    private final JsonMapper json = JsonMapper.shared();

    /** @param data where that Parley keeps the operator's password */
    TeaDesk(URI gateway, Path data) throws IOException {
        this.gateway = gateway;
        DataOptions options = new DataOptions();
        new CommandLine(options).parseArgs("--data", data.toString());
        String login =
                "operator:" + Files.readString(options.operatorPasswordFile()).strip();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    void comes(String agent) throws Exception {
        assertThat(send("PUT", "/api/desk/agents/" + agent, null).statusCode()).isEqualTo(200);
    }

    void leaves(String agent) throws Exception {
        assertThat(send("DELETE", "/api/desk/agents/" + agent, null).statusCode())
                .isEqualTo(204);
    }

    HandOffView of(String conversation) throws Exception {
        DeskView desk = json.readValue(send("GET", "/api/desk", null).body(), DeskView.class);
        return desk.handOffs().stream()
                .filter(handOff -> handOff.conversationId().equals(conversation))
                .findFirst()
                .orElseThrow();
    }

    HandOffDetail detail(String handOff) throws Exception {
        return json.readValue(
                send("GET", "/api/desk/hand-offs/" + handOff, null).body(), HandOffDetail.class);
    }

    HttpResponse<String> act(String handOff, String act, Map<String, Object> what) throws Exception {
        return send("POST", "/api/desk/hand-offs/" + handOff + "/" + act, what);
    }

    List<CallBackView> callBacks() throws Exception {
        return List.of(json.readValue(send("GET", "/api/call-backs", null).body(), CallBackView[].class));
    }

    private HttpResponse<String> send(String method, String path, @Nullable Map<String, Object> body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
