package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.CampaignProblem.Severity;
import java.nio.file.Path;

/**
 * One thing wrong in an otherwise good {@code flow.yaml}.
 *
 * @param words of the good file
 * @param others that take their place
 * @param where words of the spoilt file on whose line the problem is
 * @param problem the message, without file and line
 */
record Mistake(String words, String others, String where, String problem) {

    static final String FLOW = "flow.yaml";

    static Mistake of(String words, String others, String where, String problem) {
        return new Mistake(words, others, where, problem);
    }

    void assertIsAnError(Path temporary) {
        CampaignFolder folder = folder(temporary);

        Reading reading = folder.read();

        assertThat(reading.problems()).contains(expected(folder, Severity.ERROR));
        assertThat(reading.campaign()).isEmpty();
    }

    void assertIsAWarning(Path temporary) {
        CampaignFolder folder = folder(temporary);

        Reading reading = folder.read();

        assertThat(reading.problems()).contains(expected(folder, Severity.WARNING));
        assertThat(reading.problems().stream().filter(problem -> problem.file().equals(FLOW)))
                .noneMatch(CampaignProblem::isError);
        assertThat(reading.campaign()).isPresent();
    }

    private CampaignFolder folder(Path temporary) {
        CampaignFolder folder = CampaignFolder.in(temporary);
        if (words.startsWith("digressions")) {
            folder.replacing(FLOW, "    confirms: true", "    confirms: true\n    digressions: forbid\n   ");
        }
        return folder.replacing(FLOW, words, others);
    }

    private CampaignProblem expected(CampaignFolder folder, Severity severity) {
        int split = problem.indexOf(". ");
        return new CampaignProblem(
                FLOW, folder.line(FLOW, where), problem.substring(0, split), problem.substring(split + 2), severity);
    }

    @Override
    public String toString() {
        return problem;
    }
}
