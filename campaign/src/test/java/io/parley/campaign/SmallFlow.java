package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A flow of a few lines: it starts in {@code hello} and ends in {@code sold} or {@code lost}. */
final class SmallFlow {

    static final String COLOUR =
            "  colour: { type: choice, options: { red: { say: red }, blue: { say: blue }, green: { say: green } } }\n";
    static final String SURE = "  sure: { type: yes-no }\n";

    private final String slots;
    private final String states;
    private final String rest;

    private SmallFlow(String slots, String states, String rest) {
        this.slots = slots;
        this.states = states;
        this.rest = rest;
    }

    static SmallFlow of(String slots, String states) {
        return new SmallFlow(slots, states, "");
    }

    /** With something after the states. */
    SmallFlow and(String more) {
        return new SmallFlow(slots, states, more);
    }

    Reading read(Path temporary) {
        return read(temporary, """
                flow: small
                title: Small
                locale: en-US
                timezone: America/New_York
                currency: USD
                start: hello
                slots:
                %sstates:
                %s  sold: { final: true, outcome: sale, say: "Sold." }
                  lost: { final: true, outcome: lost, say: "Bye." }
                %s""".formatted(slots, states.indent(2), rest));
    }

    static Reading read(Path temporary, String flow) {
        Path folder = temporary.resolve("small");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("flow.yaml"), flow);
            Files.writeString(folder.resolve("facts.yaml"), "[]\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CampaignReader.read(folder);
    }

    /** What a reading says of its flow, without lines. */
    static List<String> problems(Reading reading) {
        return reading.problems().stream()
                .filter(problem -> problem.file().equals("flow.yaml"))
                .map(CampaignProblem::message)
                .toList();
    }

    static Proof proof(Reading reading, String name) {
        return reading.proofs().stream()
                .filter(proof -> proof.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no proof " + name + " but " + problems(reading)));
    }

    /** The proof is refuted with that problem, which is an error, and with that conversation. */
    static void assertRefuted(Reading reading, String name, String problem, String... conversation) {
        Proof proof = proof(reading, name);

        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.REFUTED);
        assertThat(proof.counterexamples().getFirst().problem().message()).isEqualTo(problem);
        assertThat(proof.counterexamples().getFirst().conversation())
                .extracting(ConversationStep::toString)
                .containsExactly(conversation);
        assertThat(problems(reading)).contains(problem);
        assertThat(reading.isValid()).isFalse();
    }
}
