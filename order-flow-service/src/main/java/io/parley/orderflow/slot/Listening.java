package io.parley.orderflow.slot;

import java.util.List;
import java.util.stream.Stream;

/** The order in which the readers listen: the clearest words first, what takes all that is left last. */
final class Listening {

    private static final List<SlotReader> CLEAR = List.of(ContactReader::emails, ContactReader::cards);

    private static final List<SlotReader> OTHERS = List.of(
            ChoiceReader::exact,
            new DateReader(),
            ContactReader::phones,
            UnaskedAddress::read,
            new TimeReader(),
            ChoiceReader::mistyped,
            new CountReader(),
            DoneWithout::read,
            new AnswerReader(),
            new NameReader(),
            HalfNamed::read,
            ChoiceReader::unknown);

    private static final List<SlotReader> TEXTS = List.of(new MessageReader(), new TextReader());

    /** Who is asked for a text answers with one. */
    private static final List<SlotReader> ANSWERING = Stream.of(
                    CLEAR, List.<SlotReader>of(new NameBeforePlace()), TEXTS, OTHERS)
            .flatMap(List::stream)
            .toList();

    /** Who corrects something may speak of something else than what is asked for. */
    private static final List<SlotReader> CORRECTING =
            Stream.of(CLEAR, OTHERS, TEXTS.reversed()).flatMap(List::stream).toList();

    private Listening() {}

    static Extraction to(Hearing hearing) {
        (hearing.heard().correcting() ? CORRECTING : ANSWERING).forEach(reader -> reader.read(hearing));
        return hearing.extraction();
    }
}
