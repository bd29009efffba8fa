package io.parley.speech.grammar;

import static io.parley.speech.grammar.Phrase.either;
import static io.parley.speech.grammar.Phrase.maybe;
import static io.parley.speech.grammar.Phrase.rarely;
import static io.parley.speech.grammar.Phrase.sequence;

import io.parley.speech.recognition.Expectation;
import io.parley.speech.words.NumberWords;
import io.parley.speech.words.SpokenForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What may be said in answer to a question of each kind. */
public final class Grammars {
    private static final String MONTHS =
            "january|february|march|april|may|june|july|august|september|october|november|december";
    private static final String WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final String NATO =
            "alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet|kilo|lima|mike|november"
                    + "|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-ray|yankee|zulu";
    private static final String LETTERS = "a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z";
    private static final String DIGITS = "zero|oh|one|two|three|four|five|six|seven|eight|nine";
    private static final String YES =
            "yes|yeah|yep|yup|sure|okay|right|correct|certainly|absolutely|definitely|exactly|of course|sure thing"
                    + "|sounds good|that's right|that is right|that's correct|that is correct|that's fine|yes i do|yes i am"
                    + "|yes we do|yes we are|yes it is|yes that's right|yes of course|yes that is fine|i do|i am|we do|go ahead|yes go ahead|all right"
                    + "|why not|i would|yes i would|yes indeed|very well|by all means|please do|yes please do";
    private static final String NO =
            "no|nope|nah|never|not really|no way|not at all|no i don't|no i do not|no i'm not|no i am not|no we don't"
                    + "|no we do not|no it isn't|no it is not|no that's wrong|that's wrong|that is wrong|i don't|i do not|i'm not|not now|not today|rather not"
                    + "|i'd rather not|i would rather not|no not really|no not at all|wrong|incorrect|don't|do not|no never|certainly not|of course not|absolutely not";

    private Grammars() {}

    /** The grammar of an expectation; absent where anything may be said. */
    public static Optional<Phrase> of(Expectation expects) {
        return switch (expects) {
            case Expectation.Anything anything -> Optional.empty();
            case Expectation.YesOrNo yesOrNo -> Optional.of(yesOrNo());
            case Expectation.Day day -> Optional.of(day());
            case Expectation.Amount amount -> Optional.of(amount());
            case Expectation.OneOf(List<String> choices) -> Optional.of(choice(choices));
            case Expectation.Spelled spelled -> Optional.of(spelled());
            case Expectation.Commands(List<String> commands) -> Optional.of(sentences(commands));
        };
    }

    private static Phrase yesOrNo() {
        return sequence(
                rarely(either("um|uh|well|oh")),
                either(either(YES), either(NO)),
                maybe(either("please|thanks|thank you")));
    }

    private static Phrase day() {
        Phrase ordinal = numbers(1, 31, true);
        Phrase month = either(MONTHS);
        Phrase year = sequence(
                maybe(either("in|of")),
                either(sequence(either("two thousand|twenty"), numbers(20, 49, false)), either("this year|next year")));
        Phrase weekday = either(WEEKDAYS);
        Phrase monthFirst = sequence(month, rarely(Phrase.words("the")), ordinal);
        Phrase dayFirst = sequence(maybe(Phrase.words("the")), ordinal, maybe(Phrase.words("of")), month);
        Phrase date = sequence(
                maybe(sequence(weekday, maybe(Phrase.words("the")))), either(monthFirst, dayFirst), maybe(year));
        Phrase near = either(
                "today|tomorrow|the day after tomorrow|next week|next month|a week from today|a week from tomorrow"
                        + "|as soon as possible|in a week|in a month");
        Phrase ofTheWeek = sequence(
                maybe(either("next|this|coming|this coming|the next")), weekday, maybe(either("next week|in a week")));
        Phrase later = sequence(Phrase.words("in"), numbers(2, 30, false), either("days|weeks|months"));
        Phrase ofTheMonth = sequence(Phrase.words("the"), ordinal, maybe(either("of this month|of next month")));
        return sequence(
                maybe(
                        either(
                                "on|for|from|make it|it's|it is|maybe|how about|let's say|we leave on|i'd like|i want to leave on|then")),
                either(date, near, ofTheWeek, later, ofTheMonth),
                maybe(either("please|then|would be good|is fine|would be fine")));
    }

    private static Phrase amount() {
        Phrase small = numbers(1, 99, false);
        Phrase hundreds = sequence(
                either(numbers(1, 9, false), Phrase.words("a")),
                Phrase.words("hundred"),
                maybe(Phrase.words("and")),
                maybe(small));
        Phrase underThousand = either(small, hundreds);
        Phrase thousands =
                sequence(either(underThousand, Phrase.words("a")), Phrase.words("thousand"), maybe(underThousand));
        Phrase digits = new Phrase.Repeated(either(DIGITS));
        Phrase counted = either("a couple|a dozen|half a dozen|a pair|just me|only me|both of us|none");
        return sequence(
                maybe(either("um|just|only|for|about|we are|there are|there will be|it's|it is|make it")),
                either(Phrase.words("zero"), small, hundreds, thousands, digits, counted),
                maybe(
                        either(
                                "please|people|persons|person|of us|of them|travellers|passengers|dollars|euros|tickets|seats|cups|pieces|boxes|bags|bottles|packs|items|units|of those|of these")),
                maybe(Phrase.words("please")));
    }

    private static Phrase choice(List<String> choices) {
        return sequence(
                maybe(either(
                        "um|well|the|a|an|i'd like|i would like|i'll take|i'll have|i will take|i want|we'd like|we'll take|let's take|give me"
                                + "|maybe|then|to|in|with|make it|i think|i prefer")),
                maybe(either("the|a|an")),
                sentences(choices),
                maybe(either("please|one|then|would be good|for me|for us|for all of us")),
                maybe(Phrase.words("please")));
    }

    private static Phrase spelled() {
        return new Phrase.Repeated(either(
                either(LETTERS),
                either(NATO),
                either(DIGITS),
                either("at|dot|dash|hyphen|underscore|plus|space|double u|com|org|net")));
    }

    private static Phrase sentences(List<String> written) {
        List<Phrase> ways = written.stream()
                .map(sentence -> String.join(" ", SpokenForm.words(sentence)))
                .filter(spoken -> !spoken.isEmpty())
                .distinct()
                .map(Phrase::words)
                .toList();
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("nothing of what there is to choose from can be said");
        }
        return new Phrase.OneOf(ways);
    }

    private static Phrase numbers(int from, int to, boolean ordinal) {
        return new Phrase.OneOf(IntStream.rangeClosed(from, to)
                .mapToObj(number -> ordinal ? NumberWords.ordinal(number) : NumberWords.cardinal(number))
                .map(Phrase::words)
                .toList());
    }
}
