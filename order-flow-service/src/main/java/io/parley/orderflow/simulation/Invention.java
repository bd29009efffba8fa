package io.parley.orderflow.simulation;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.SlotFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Values a customer may have in mind, by the type of the slot and within its limits. Seeded. */
final class Invention {

    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Bruno", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas", "Karin", "Louis");
    private static final List<String> LAST_NAMES =
            List.of("Adler", "Brandt", "Costa", "Duarte", "Evans", "Fischer", "Garcia", "Hansen", "Keller", "Moretti");
    private static final List<String> PLACES = List.of("Boston", "Denver", "Hamburg", "Lisbon", "Oslo", "Vienna");
    private static final List<String> TEXTS =
            List.of("ring the bell twice", "it is a present", "second floor on the left");
    private static final String APPROVED_CARD = "4242424242424242";
    private static final int FEW = 4;
    private static final int SOON = 20;
    private static final int SEASON = 150;
    private static final int OPENING = 9;
    private static final int CLOSING = 18;
    private static final Slot YES_OR_NO = new Slot(
            "consent", SlotType.YES_NO, false, Optional.empty(), false, false, false, Slot.Limits.NONE, Map.of());

    private final Campaign campaign;
    private final Random random;
    private final ZonedDateTime now;

    Invention(Campaign campaign, Random random, ZonedDateTime now) {
        this.campaign = campaign;
        this.random = random;
        this.now = now;
    }

    /** How the campaign's language says yes or no. */
    String consent(boolean yes) {
        return SlotFormat.say(campaign, YES_OR_NO, List.of(yes ? "yes" : "no"));
    }

    /** How people say canonical values. */
    String phrase(Slot slot, List<String> values) {
        return slot.type() == SlotType.CARD_NUMBER
                ? String.join(" ", values.getFirst().split("(?<=\\G.{4})"))
                : SlotFormat.say(campaign, slot, values);
    }

    /**
     * A canonical value.
     *
     * @param known values of the other slots, which limits may refer to
     */
    List<String> value(Slot slot, Map<String, List<String>> known) {
        return switch (slot.type()) {
            case CHOICE -> options(slot);
            case INTEGER, NUMBER, MONEY -> List.of(number(slot));
            case DATE -> List.of(day(slot, known).toString());
            case TIME -> List.of(time(slot).toString());
            case DATE_TIME -> List.of(day(slot, known).atTime(time(slot)).toString());
            case PERSON_NAME -> List.of(any(FIRST_NAMES) + " " + any(LAST_NAMES));
            case PLACE -> List.of(any(PLACES));
            case EMAIL -> List.of(email());
            case PHONE -> List.of(phone());
            case CARD_NUMBER -> List.of(APPROVED_CARD);
            case YES_NO -> List.of(random.nextBoolean() ? "yes" : "no");
            case TEXT -> List.of(slot.initial().orElseGet(() -> any(TEXTS)));
        };
    }

    String email() {
        return any(FIRST_NAMES).toLowerCase(campaign.locale()) + random.nextInt(1_000) + "@example.org";
    }

    /** A number of a range that is kept for fiction, or nearly. */
    String phone() {
        return campaign.locale().getCountry().equals("DE")
                ? "+4930231250" + (10 + random.nextInt(90))
                : "+1212555" + "01" + (10 + random.nextInt(90));
    }

    private List<String> options(Slot slot) {
        List<String> ids = new ArrayList<>(slot.options().keySet());
        Collections.shuffle(ids, random);
        return slot.list() && ids.size() > 1 && random.nextBoolean()
                ? List.copyOf(ids.subList(0, 2))
                : List.of(ids.getFirst());
    }

    private String number(Slot slot) {
        long lowest = slot.limits().min().map(Invention::whole).orElse(1L);
        long highest = slot.limits().max().map(Invention::whole).orElse(lowest + FEW);
        return String.valueOf(lowest + random.nextLong(Math.min(FEW, Math.max(0, highest - lowest)) + 1));
    }

    private static long whole(String number) {
        return new BigDecimal(number).longValue();
    }

    /** Later than what it must follow, and earlier than what it must precede. */
    private LocalDate day(Slot slot, Map<String, List<String>> known) {
        LocalDate earliest =
                slot.limits().after().flatMap(other -> day(other, known)).orElse(now.toLocalDate());
        LocalDate first = later(earliest, slot.limits().min());
        Optional<LocalDate> last = slot.limits()
                .before()
                .flatMap(other -> day(other, known))
                .or(() -> slot.limits().max().map(Invention::date));
        boolean follows = slot.limits().after().filter(known::containsKey).isPresent();
        long span = last.map(end -> ChronoUnit.DAYS.between(first, end)).orElse((long) (follows ? SOON : SEASON));
        return first.plusDays(span <= 1 ? 1 : 1 + random.nextLong(Math.min(span - 1, SEASON)));
    }

    private static LocalDate later(LocalDate one, Optional<String> other) {
        return other.map(Invention::date).filter(one::isBefore).orElse(one);
    }

    private Optional<LocalDate> day(String limit, Map<String, List<String>> known) {
        if (limit.equals("today") || limit.equals("now")) {
            return Optional.of(now.toLocalDate());
        }
        return known.getOrDefault(limit, List.of()).stream().findFirst().map(Invention::date);
    }

    /** Of a canonical date, with or without a time. */
    private static LocalDate date(String canonical) {
        return LocalDate.parse(canonical.substring(0, "2026-03-09".length()));
    }

    private LocalTime time(Slot slot) {
        LocalTime first = slot.limits()
                .min()
                .filter(it -> it.length() <= 5)
                .map(LocalTime::parse)
                .orElse(LocalTime.of(OPENING, 0));
        LocalTime last = slot.limits()
                .max()
                .filter(it -> it.length() <= 5)
                .map(LocalTime::parse)
                .orElse(LocalTime.of(CLOSING, 0));
        long halves = Math.max(1, ChronoUnit.MINUTES.between(first, last) / 30);
        return first.plusMinutes(30 * random.nextLong(halves));
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
