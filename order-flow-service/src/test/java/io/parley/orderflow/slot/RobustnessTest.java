package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.campaign.CampaignReader;
import io.parley.campaign.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is said, the extractor answers. */
class RobustnessTest {

    private static final List<String> ODD = List.of(
            "🚀",
            "'",
            "--",
            "@",
            "@@example",
            "a@b",
            "+",
            "+1",
            "٣",
            "２",
            "½",
            "\u0000",
            "\uD83D",
            "é",
            "O'",
            "李雷",
            "...",
            "1.2.3",
            "99/99/9999",
            "29 february 2027",
            "0000000000000",
            "999999999999999999999",
            "one hundred thousand thousand",
            "25:61",
            "in 999 years",
            "the 31st of",
            "-",
            "half past",
            "ten to",
            "from to",
            "not",
            "no no no",
            "\"",
            "<card>",
            "%",
            "$",
            "€5");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script><img src=x onerror=alert(1)>",
                "{{order.total}} {{buyer_name}} ${7*7} #{7*7} %s%n",
                "testing one two three",
                "testting one two three",
                "\u001b[31mred",
                "take me one back"
            })
    void givenMarkupASoundCheckOrAStepBack_whenANumberIsAskedFor_thenNoneIsHeard(String said) {
        assertThat(Customer.of("coffee-order").asked("quantity").says(said)).isEmpty();
        assertThat(Customer.of("coffee-order").asked("pickup_time").says(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "🚀🚀", "'", "…", "\u0000", "\uD83D"})
    void givenNoWords_whenHeard_thenNothingIsUnderstood(String said) {
        assertThat(Customer.of("space-trip").asked("name,destination").says(said))
                .isEmpty();
    }

    @Test
    void givenWordsMixedAtRandom_whenHeard_thenItNeverFails() {
        Random random = new Random(7);
        for (String name : List.of("coffee-order", "kaffee-bestellung", "plane-ticket", "space-trip")) {
            Customer customer = Customer.of(name);
            List<String> words = new ArrayList<>(ODD);
            CampaignReader.read(Customer.TRAINING_DATA.resolve(name)).examples().stream()
                    .limit(400)
                    .map(Example::text)
                    .forEach(text -> words.addAll(List.of(text.toString().split(" ", -1))));
            List<String> slots = List.copyOf(customer.campaign().slots().keySet());
            for (int i = 0; i < 3_000; i++) {
                StringBuilder said = new StringBuilder();
                for (int word = random.nextInt(12); word >= 0; word--) {
                    said.append(words.get(random.nextInt(words.size()))).append(random.nextInt(5) == 0 ? "" : " ");
                }
                Customer asked = customer.asked(slots.get(random.nextInt(slots.size())));
                Customer hearer = random.nextBoolean() ? asked : asked.correcting();
                assertThatCode(() -> hearer.hears(said.toString()))
                        .as("'%s' said when asked for %s", said, hearer.wanted())
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two hundred ", "1 ", "a@", "the moon and ", "4111 ", "ten to ", "x", "june 5 to ", "jane dot "})
    void givenAVeryLongUtterance_whenHeard_thenItIsAnswered(String part) {
        Customer customer = Customer.of("space-trip").asked("name,destination,departure_date,travellers,email,phone");

        assertThatCode(() -> customer.hears(part.repeat(2_000))).doesNotThrowAnyException();
    }
}
