package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody who is asked for slots of a campaign on Monday, 2 March 2026, at 10:02, and answers. */
record Customer(Campaign campaign, List<String> wanted, Map<String, List<String>> known, boolean isCorrecting) {

    static final Path TRAINING_DATA = Path.of("..", "training-data");

    private static final Map<String, Campaign> CAMPAIGNS = new ConcurrentHashMap<>();
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 10, 2);

    /** One of the campaigns in {@code training-data/}. */
    static Customer of(String campaign) {
        return of(CAMPAIGNS.computeIfAbsent(
                campaign,
                name -> CampaignReader.read(TRAINING_DATA.resolve(name))
                        .campaign()
                        .orElseThrow()));
    }

    static Customer of(Campaign campaign) {
        return new Customer(campaign, List.of(), Map.of(), false);
    }

    static ZonedDateTime now() {
        return NOW.atZone(ZoneOffset.UTC);
    }

    /** @param slots separated by commas */
    Customer asked(String slots) {
        return new Customer(campaign, list(slots, ","), known, isCorrecting);
    }

    /** @param slots as in {@code name=Jane;extras=jacket,album} */
    Customer known(String slots) {
        Map<String, List<String>> values = new HashMap<>();
        for (String slot : list(slots, ";")) {
            int equals = slot.indexOf('=');
            values.put(slot.substring(0, equals), list(slot.substring(equals + 1), ","));
        }
        return new Customer(campaign, wanted, values, isCorrecting);
    }

    Customer correcting() {
        return new Customer(campaign, wanted, known, true);
    }

    Extraction hears(String said) {
        return SlotExtractor.extract(
                campaign, new Heard(said, wanted, known, isCorrecting, NOW.atZone(campaign.timezone())));
    }

    /** What is understood, by slot: {@code quantity=2; !phone=malformed}. */
    String says(String said) {
        Extraction extraction = hears(said);
        List<String> understood = new ArrayList<>();
        new TreeMap<>(extraction.values())
                .forEach((slot, values) -> understood.add(slot + "=" + String.join(",", values)));
        new TreeMap<>(extraction.invalid()).forEach((slot, reason) -> understood.add("!" + slot + "=" + reason));
        return String.join("; ", understood);
    }

    private static List<String> list(String text, String separator) {
        return Arrays.asList(text.split(separator, -1));
    }
}
