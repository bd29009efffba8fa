package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.SlotType;
import io.parley.orderflow.GiftCards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A campaign that counts things and days: which number is whose. */
class SeveralCountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        two rockets for three days      | ``                | design=rocket; quantity=2; rental_days=3
        two rockets                     | rental_days       | design=rocket; quantity=2
        three                           | rental_days       | rental_days=3
        three                           | quantity          | quantity=3
        three days                      | quantity          | rental_days=3
        just the one                    | ``                | quantity=1
        """)
    void givenAnOrderOfSeveralNumbers_whenTheyAreSaid_thenEachGoesWhereItBelongs(
            String said, String asked, String understood) {
        assertThat(Customer.of(GiftCards.knowing("rental_days", SlotType.INTEGER))
                        .asked(asked)
                        .says(said))
                .isEqualTo(understood);
    }
}
