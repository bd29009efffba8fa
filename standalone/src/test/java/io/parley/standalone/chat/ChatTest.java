package io.parley.standalone.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayProblem;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatTest {

    private static final String GREETING = """
            {"id":"c1","token":"t","campaign":"tea","title":"Tea","locale":"en","reply":"Hello. Tea?",
             "state":"greeting","choices":["yes","no"],"outcome":null}""";
    private static final String SOLD = """
            {"turnId":"x","reply":"Thank you!","state":"completed","choices":[],"outcome":"sale",
             "order":{"id":"T-1","total":"$3.00"}}""";
    private static final String UNAVAILABLE = """
            {"title":"A part of Parley does not answer","detail":"Try again.","status":503,"retriable":true}""";
    private static final String TOO_LONG = """
            {"title":"The utterance is too long","detail":"At most 2,000 characters.","status":413,"retriable":false}""";

    private final StringWriter out = new StringWriter();

    @Test
    void givenASale_whenChatting_thenGreetingChoicesReplyAndOrderAreShown() throws Exception {
        try (FakeGateway gateway = new FakeGateway().answering(201, GREETING).answering(200, SOLD)) {
            chat(gateway, "yes\n");
        }

        assertThat(out.toString()).contains("Hello. Tea?", "[yes] [no]", "Thank you!", "Order T-1, $3.00");
    }

    @Test
    void givenARestartInBetween_whenChatting_thenTheSameTurnIsSentAgain() throws Exception {
        try (FakeGateway gateway = new FakeGateway()
                .answering(201, GREETING)
                .answering(503, UNAVAILABLE)
                .answering(200, SOLD)) {
            chat(gateway, "yes\n");

            assertThat(gateway.bodies()).hasSize(3);
            assertThat(gateway.bodies().get(1))
                    .contains("\"yes\"")
                    .isEqualTo(gateway.bodies().get(2));
        }
        assertThat(out.toString()).contains("trying again", "Thank you!");
    }

    @Test
    void givenAnUtteranceThatIsRefused_whenChatting_thenTheConversationGoesOn() throws Exception {
        try (FakeGateway gateway = new FakeGateway()
                .answering(201, GREETING)
                .answering(413, TOO_LONG)
                .answering(200, SOLD)) {
            chat(gateway, "much too long\nyes\n");
        }

        assertThat(out.toString()).contains("At most 2,000 characters.", "Thank you!");
    }

    @Test
    void givenQuit_whenChatting_thenNothingMoreIsSent() throws Exception {
        try (FakeGateway gateway = new FakeGateway().answering(201, GREETING)) {
            chat(gateway, "\n/quit\nyes\n");

            assertThat(gateway.bodies()).hasSize(1);
        }
        assertThat(out.toString()).contains("Good-bye");
    }

    @Test
    void givenNobodyThere_whenPatienceEnds_thenItSaysHowToStartParley() throws Exception {
        FakeGateway gone = new FakeGateway();
        gone.close();

        assertThatThrownBy(() -> chat(gone, "yes\n"))
                .isInstanceOf(GatewayProblem.class)
                .hasMessageContaining("parley up");
    }

    private void chat(FakeGateway gateway, String said) throws InterruptedException {
        Customer customer = TerminalCustomer.piped(
                new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        new Chat(
                        new GatewayClient(gateway.address(), Optional.empty()),
                        customer,
                        new PrintWriter(out),
                        Duration.ofMillis(300),
                        Duration.ofMillis(20))
                .hold("tea");
    }
}
