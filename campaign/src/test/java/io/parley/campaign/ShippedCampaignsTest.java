package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The campaigns that come with Parley trap nobody. */
class ShippedCampaignsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training-data/space-trip",
                "training-data/plane-ticket",
                "training-data/coffee-order",
                "training-data/kaffee-bestellung",
                "standalone/src/test/resources/campaigns/tea-box",
                "campaign/src/test/resources/gift-card"
            })
    void givenAShippedCampaign_whenProved_thenEverythingHolds(String folder) {
        Reading reading = CampaignReader.read(Path.of("..").resolve(folder));

        assertThat(reading.proofs())
                .hasSize(11)
                .allSatisfy(proof -> assertThat(proof.counterexamples()).isEmpty());
        assertThat(reading.proofs()).allMatch(Proof::holds);
    }
}
