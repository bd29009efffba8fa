package io.parley.intent.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.campaign.Campaign;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.training.TrainingProperties;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.CampaignsProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStateFamilyTest {

    private final Campaigns campaigns =
            new Campaigns(new CampaignsProperties(Path.of("..", "training-data"), Path.of("none"), null));
    private final Campaign campaign =
            campaigns.reading("coffee-order").campaign().orElseThrow();
    private final NextStateFamily family = new NextStateFamily(campaigns, TrainingProperties.defaults(0));

    @ParameterizedTest
    @CsvSource({"1, 1, 1 rows of 1 labels", "20, 1, 20 rows of 1 labels", "7, 2, 7 rows of 2 labels"})
    void givenAFileWithTooFewRows_whenItIsToBeLearnt_thenItIsRefusedThoughFactsHaveWordings(
            int rows, int labels, String told) {
        byte[] file = file(rows, labels);

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> family.lesson(campaign, family.rows(campaign, "rows.csv", file)))
                .withMessageContaining(told)
                .returns(Fault.TRAINING_DATA_INVALID, FaultException::fault);
    }

    @Test
    void givenAFileWithJustEnough_whenItIsToBeLearnt_thenItIs() {
        assertThat(family.lesson(campaign, family.rows(campaign, "rows.csv", file(8, 2)))
                        .hash())
                .isNotBlank();
    }

    private static byte[] file(int rows, int labels) {
        return IntStream.range(0, rows)
                .mapToObj(
                        i -> "s" + i + ",a latte number " + i + "," + (i == 1 && labels == 2 ? "question" : "ask-size"))
                .collect(Collectors.joining("\n", "session,text,label\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
