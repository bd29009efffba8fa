package io.parley.orderflow.slot;

import java.util.List;

/** The order in which the readers listen: the clearest words first, what takes all that is left last. */
final class Listening {

    private static final List<SlotReader> ORDER = List.of(
            new ContactReader(),
            new ChoiceReader(),
            new DateReader(),
            new TimeReader(),
            new CountReader(),
            new AnswerReader(),
            new NameReader(),
            new TextReader());

    private Listening() {}

    static Extraction to(Lexicon lexicon, Heard heard, Utterance utterance) {
        Hearing hearing = new Hearing(lexicon, heard, utterance);
        ORDER.forEach(reader -> reader.read(hearing));
        return hearing.extraction();
    }
}
