package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills the slot of type person-name: a bare name where one is asked for, elsewhere only a name that is introduced
 * ("my name is Jane Roe").
 */
final class NameReader implements SlotReader {

    private static final int LONGEST = 5;

    /** Letters of what is cut short with a point: "St. John", "J. Doe"; a longer name ends a sentence there, unless it is a title. */
    private static final int LONGEST_SHORTENED = 2;

    /** Besides a name in small letters that is said anew: "no, not that, edna". */
    private static final int FEW_WORDS = 3;

    private static final Pattern NAME_GAP = Pattern.compile("[\\s.&'’‘`\\-‐‑]*");

    @Override
    public void read(Hearing hearing) {
        Optional<Slot> slot = hearing.wanted(SlotType.PERSON_NAME)
                .or(() -> hearing.slots(SlotType.PERSON_NAME).stream().findFirst());
        slot.filter(hearing::isOpen)
                .ifPresent(open -> find(hearing, open).ifPresent(name -> {
                    hearing.utterance().take(name.from(), name.to());
                    hearing.fill(open, name);
                }));
    }

    private static Optional<Mention> find(Hearing hearing, Slot slot) {
        boolean wanted = hearing.isWanted(slot);
        Optional<Mention> introduced = introduced(hearing, "name-intros", false);
        if (introduced.isPresent()) {
            return introduced;
        }
        if (hearing.isCorrecting(slot)) {
            // "Make it Wednesday" changes the day, not the name.
            Optional<Mention> corrected = introduced(hearing, "name-corrections", true)
                    .filter(name -> isCapitalised(hearing, name) || !isMistyped(hearing, name))
                    .filter(name -> !isHouse(hearing, name));
            Optional<Mention> other = hearing.hasUnderstood()
                    ? Optional.empty()
                    : bare(hearing)
                            .filter(name -> isCapitalised(hearing, name)
                                    || (isAllThereIs(hearing, name)
                                            && !isMistyped(hearing, name)
                                            && !isMistypedOption(hearing, name)))
                            .filter(name -> !Negation.negates(hearing, name.from(), name.to()))
                            .filter(name -> !isHouse(hearing, name))
                            .filter(name -> name.value()
                                    .filter(hearing.known(slot)::contains)
                                    .isEmpty());
            if (corrected.isPresent() || other.isPresent()) {
                return corrected.or(() -> other);
            }
        }
        if (wanted) {
            return introduced(hearing, "name-intros-when-asked", true)
                    .filter(name -> endsThere(hearing, name) || !isMistyped(hearing, name))
                    .filter(name -> isCapitalised(hearing, name)
                            || (!isMistypedOption(hearing, name) && !isAskedAbout(hearing, name)))
                    .or(() -> after(hearing))
                    .or(() -> bare(hearing));
        }
        return introduced(hearing, "name-intros-when-alone", true)
                .filter(name -> isCapitalised(hearing, name) || isWholeName(hearing, name))
                .or(() -> introduced(hearing, "name-intros-after-greeting", true)
                        .filter(name -> isCapitalised(hearing, name) && endsThere(hearing, name)))
                .or(() -> after(hearing).filter(name -> isFullName(hearing, name)))
                .or(() -> beforeEmail(hearing));
    }

    /** "Sarah Doyle, sarah@example.com", where nobody asked for either. */
    private static Optional<Mention> beforeEmail(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        if (hearing.slots(SlotType.EMAIL).stream().noneMatch(hearing::isFilled)) {
            return Optional.empty();
        }
        return IntStream.range(0, utterance.size())
                .filter(at -> at == 0 || utterance.pausedBefore(at))
                .mapToObj(at -> name(hearing, at, true))
                .flatMap(Optional::stream)
                .filter(name -> isFullName(hearing, name) && utterance.isTaken(name.to()))
                .findFirst();
    }

    /** Two names or more, each with a capital. */
    private static boolean isFullName(Hearing hearing, Mention name) {
        return name.to() - name.from() > 1
                && IntStream.range(name.from(), name.to())
                        .allMatch(at -> hearing.utterance().isCapital(at));
    }

    /**
     * Where nobody asked for a name, small letters make one of two words, "for jane roe" but not "for ages", and after "I'm" only
     * beside something that was understood: "to orbit, i'm afua" but not "i'm watchig telyl".
     */
    private static boolean isWholeName(Hearing hearing, Mention name) {
        boolean anything =
                hearing.words().phrases("name-intros-of-anything").startBefore(hearing.utterance(), name.from())
                        < name.from();
        return endsThere(hearing, name)
                && !isMistyped(hearing, name)
                && (anything
                        ? hearing.hasUnderstood() && endsSentence(hearing, name) && !isDoing(hearing, name)
                        : name.to() - name.from() > 1);
    }

    /** "There's a trade fair in Rome I'm visiting". */
    private static boolean isDoing(Hearing hearing, Mention name) {
        String last = hearing.utterance().word(name.to() - 1);
        return hearing.words().list("endings-of-doing").stream().anyMatch(last::endsWith);
    }

    /** "I'm stuffed, so no pastry" goes on as no name does. */
    private static boolean endsSentence(Hearing hearing, Mention name) {
        Utterance utterance = hearing.utterance();
        return name.to() == utterance.size()
                || hearing.words().phrases("after-name").endAt(utterance, name.to()) > name.to();
    }

    /** "A holiday is what I'm aftter", "talked me inot the croissant": a slip in a familiar word. */
    private static boolean isMistyped(Hearing hearing, Mention name) {
        return IntStream.range(name.from(), name.to())
                .anyMatch(at ->
                        hearing.words().isSlipOfFamiliar(hearing.utterance().word(at)));
    }

    /** "No, edna", but not "that's the wrong mailboox", nor one of several words that nobody knows. */
    private static boolean isAllThereIs(Hearing hearing, Mention name) {
        Utterance utterance = hearing.utterance();
        return utterance.size() - (name.to() - name.from()) <= FEW_WORDS
                && IntStream.range(0, utterance.size())
                        .filter(at -> at < name.from() || at >= name.to())
                        .allMatch(at -> hearing.words().isFamiliar(utterance.word(at)));
    }

    /** "Shrink it to smal": what is all but something on offer is no name among other words. */
    private static boolean isMistypedOption(Hearing hearing, Mention name) {
        return name.to() - name.from() == 1
                && hearing.lexicon().options().isMistyped(hearing.utterance().word(name.from()));
    }

    /** "Will you send me advertising": in a question these words lead to other things than names. */
    private static boolean isAskedAbout(Hearing hearing, Mention name) {
        return hearing.words().phrases("no-name-intros-in-questions").startBefore(hearing.utterance(), name.from())
                        < name.from()
                && Asking.isAny(hearing.words(), hearing.utterance());
    }

    /** "No, Station Road 44" changes no name. */
    private static boolean isHouse(Hearing hearing, Mention name) {
        Utterance utterance = hearing.utterance();
        return name.to() < utterance.size() && !utterance.pausedBefore(name.to()) && utterance.isNumber(name.to());
    }

    /** A name after one of the entry's phrases. */
    private static Optional<Mention> introduced(Hearing hearing, String entry, boolean careful) {
        Utterance utterance = hearing.utterance();
        Utterance mended = hearing.words().introduced(utterance);
        Phrases intros = hearing.words().phrases(entry);
        for (int at = 0; at < utterance.size(); at++) {
            int from = intros.endAt(mended, at);
            if (from > at) {
                from = hearing.words().phrases("fillers").endAt(utterance, from);
                Optional<Mention> name = name(hearing, from, careful);
                if (name.isPresent()
                        && !Negation.negates(hearing, from, name.get().to())) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    // "Jane Roe is my name", "Jane here"
    private static Optional<Mention> after(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        for (int at = 1; at < utterance.size(); at++) {
            if (hearing.words().phrases("name-outros").endAt(utterance, at) > at) {
                int from = at;
                while (from > 0 && isNamePart(hearing, from - 1, true) && !utterance.pausedBefore(from)) {
                    from--;
                }
                if (from < at) {
                    return name(hearing, from, at, true);
                }
            }
        }
        return Optional.empty();
    }

    /** The first words that can be a name, at the start of a clause. */
    private static Optional<Mention> bare(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        for (int at = LeadIns.skip(hearing, "courtesies", 0); at < utterance.size(); at++) {
            int start = LeadIns.skip(hearing, "name-intros-when-asked", at);
            if (utterance.pausedBefore(at) || at == LeadIns.skip(hearing, "courtesies", 0)) {
                Optional<Mention> name =
                        name(hearing, start, true).filter(it -> endsThere(hearing, it) && !beginsQuestion(hearing, it));
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    /** "Will you send me advertising" names no Will. */
    private static boolean beginsQuestion(Hearing hearing, Mention name) {
        return Stream.of("asking", "requesting")
                .anyMatch(entry -> hearing.words().phrases(entry).endAt(hearing.utterance(), name.from()) > name.to());
    }

    /** Whether a pause, a courtesy, something understood or "and" follows. */
    private static boolean endsThere(Hearing hearing, Mention name) {
        Utterance utterance = hearing.utterance();
        int to = name.to();
        return utterance.pausedBefore(to)
                || utterance.isTaken(to)
                || hearing.words().phrases("after-name").endAt(utterance, to) > to;
    }

    private static boolean isCapitalised(Hearing hearing, Mention name) {
        return hearing.utterance().isCapital(name.from());
    }

    private static Optional<Mention> name(Hearing hearing, int from, boolean careful) {
        return name(hearing, from, hearing.utterance().size(), careful);
    }

    /** A name that begins here and is over before {@code end}. */
    private static Optional<Mention> name(Hearing hearing, int from, int end, boolean careful) {
        Utterance utterance = hearing.utterance();
        int to = isTitle(hearing, from) ? from + 1 : from;
        while (to < end
                && to - from < LONGEST
                && (to == from || isNameGap(hearing, to))
                && isNamePart(hearing, to, careful || to > from)) {
            to++;
        }
        while (to > from
                && hearing.words().phrases("name-particles").contains(utterance.word(to - 1))
                && to - from > 1) {
            to--;
        }
        int first = firstCapital(hearing, from, to);
        return onlyParticles(hearing, first, to)
                ? Optional.empty()
                : Optional.of(Mention.of(first, to, NameSpelling.of(utterance.said(first, to), hearing.words())));
    }

    /** "Uncle Toni", "Coach Bill Harper", but not "my uncle Toni". */
    private static boolean isTitle(Hearing hearing, int at) {
        Utterance utterance = hearing.utterance();
        return (hearing.words().phrases("relatives").contains(utterance.word(at))
                        || hearing.words().phrases("titles").contains(utterance.word(at)))
                && !hearing.words().phrases("name-intros-when-asked").contains(utterance.word(at))
                && utterance.isCapital(at)
                && at + 1 < utterance.size()
                && utterance.isCapital(at + 1)
                && isNamePart(hearing, at + 1, true);
    }

    /** Who writes a capital means it: of "scribble Camila on it" the name is "Camila", and of "van der Berg" all. */
    private static int firstCapital(Hearing hearing, int from, int to) {
        Utterance utterance = hearing.utterance();
        if (from == 0 && to == utterance.size()) {
            return from;
        }
        int first = IntStream.range(from, to)
                .filter(at -> utterance.isCapital(at))
                .findFirst()
                .orElse(from);
        return IntStream.range(from, first)
                        .anyMatch(
                                at -> hearing.words().phrases("name-particles").contains(utterance.word(at)))
                ? from
                : first;
    }

    /** "Zu dem" is nobody, "von der Heide" is. */
    private static boolean onlyParticles(Hearing hearing, int from, int to) {
        Phrases within = hearing.words().phrases("particles-within");
        return IntStream.range(from, to)
                .allMatch(at -> within.contains(hearing.utterance().word(at)));
    }

    /** Names go on over a blank, a hyphen, an apostrophe, "&" and the point of "St. John"; no other sign joins them. */
    private static boolean isNameGap(Hearing hearing, int at) {
        Utterance utterance = hearing.utterance();
        String gap = utterance.gap(at);
        return (gap.equals(". ") && isCutShort(hearing, at - 1))
                || (!utterance.pausedBefore(at) && NAME_GAP.matcher(gap).matches());
    }

    private static boolean isCutShort(Hearing hearing, int at) {
        String word = hearing.utterance().word(at);
        return word.length() <= LONGEST_SHORTENED
                || hearing.words().phrases("titles").contains(word);
    }

    /** @param careful whether a word that means something else can be no name, unless it is a usual one */
    private static boolean isNamePart(Hearing hearing, int at, boolean careful) {
        Utterance utterance = hearing.utterance();
        String word = utterance.word(at);
        if (word.isEmpty() || utterance.isNumber(at) || word.length() > 30) {
            return false;
        }
        Words words = hearing.words();
        if (words.phrases("name-particles").contains(word)
                || words.phrases("names-too").contains(word)) {
            return !(utterance.isTaken(at)
                    && careful
                    && words.phrases("names-too").contains(word));
        }
        return !utterance.isTaken(at)
                && !words.isFamiliar(word)
                && hearing.lexicon().numerals().at(utterance, at).isEmpty()
                && words.meantIntroduction(word).isEmpty();
    }
}
