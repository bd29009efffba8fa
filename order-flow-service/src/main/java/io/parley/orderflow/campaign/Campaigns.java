package io.parley.orderflow.campaign;

import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Fact;
import io.parley.campaign.Proof;
import io.parley.campaign.Reading;
import io.parley.campaign.version.VersionShelf;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.Coverage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Every campaign on sale, read once at start and again when another version of it is published. One with errors is reported
 * and not offered. Conversations keep the version they began with; facts alone are told to everybody as they are now.
 */
@Component
public final class Campaigns {

    private static final Logger log = LoggerFactory.getLogger(Campaigns.class);

    private final VersionShelf shelf;
    private final Understudies understudies;
    private final @Nullable String first;
    private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
    private final Map<String, OfferedCampaign> retold = new ConcurrentHashMap<>();
    private final AtomicInteger renewals = new AtomicInteger();

    Campaigns(CampaignProperties properties, VersionShelf shelf) {
        this.shelf = shelf;
        this.understudies = new Understudies(shelf);
        this.first = properties.first();
        for (String id : shelf.ids()) {
            if (properties.only() == null || properties.only().equals(id)) {
                entries.put(id, read(id));
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalStateException("There is no campaign in "
                    + properties.folder().toAbsolutePath().normalize()
                    + ": set parley.campaigns.folder to the folder that holds the campaigns' folders");
        }
    }

    /** What is known of one campaign. */
    public record Entry(String id, Optional<OfferedCampaign> offered, List<CampaignProblem> problems) {}

    /** All of them in the order in which they are offered: the one that operators put first, then by id. */
    public List<Entry> all() {
        return entries.values().stream()
                .sorted(Comparator.comparing(entry -> !entry.id().equals(first)))
                .map(entry -> new Entry(entry.id(), entry.offered().map(this::asRetold), entry.problems()))
                .toList();
    }

    /**
     * The campaign of that id, as it is on sale.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}, or {@link Fault#CAMPAIGN_INVALID} if its folder has errors
     */
    public OfferedCampaign offered(String id) {
        return asRetold(written(id));
    }

    /**
     * The version of a campaign that a conversation began with, or the one on sale if that is not kept.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}, or {@link Fault#CAMPAIGN_INVALID} if its folder has errors
     */
    public OfferedCampaign begunWith(String id, String version) {
        OfferedCampaign onSale = offered(id);
        return onSale.campaign().version().equals(version)
                ? onSale
                : understudies.of(onSale, version).orElse(onSale);
    }

    /**
     * Keeps a version for conversations that begin with it, besides the one on sale.
     *
     * @param offered its version is not that of the one on sale
     */
    public Engagement engage(OfferedCampaign offered) {
        return understudies.engage(offered);
    }

    /** A version that is kept until this is closed. */
    public interface Engagement extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * The same as its files have it, whatever {@link #retell} was told.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}, or {@link Fault#CAMPAIGN_INVALID} if its folder has errors
     */
    public OfferedCampaign written(String id) {
        Entry entry = entry(id);
        return entry.offered()
                .orElseThrow(() -> new FaultException(
                        Fault.CAMPAIGN_INVALID,
                        "The campaign " + id + " is not offered; correct its problems and restart.",
                        entry.problems().stream().map(CampaignProblem::toString).toList()));
    }

    /** From the next turn on, tells these facts for a campaign; without effect for one that is not offered. */
    public void retell(String id, List<Fact> facts) {
        Optional.ofNullable(entries.get(id))
                .flatMap(Entry::offered)
                .ifPresent(offered -> retold.put(id, offered.withFacts(facts)));
    }

    /**
     * Refuses a campaign that there is not.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}
     */
    public void requireKnown(String id) {
        entry(id);
    }

    /** What a look at a folder found. */
    public record Checked(Entry entry, List<Proof> proofs, Optional<Coverage> coverage) {}

    /** Reads a campaign's folder anew and tells what is wrong with it now, what was proved, and what nothing covers. */
    public Checked validate(String id) {
        Reading reading = reading(id);
        return new Checked(entry(id, reading), reading.proofs(), reading.coverage());
    }

    /**
     * Everything in a campaign's folder as it is now, its examples included.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}
     */
    public Reading reading(String id) {
        entry(id);
        return CampaignReader.read(shelf.current(id));
    }

    /** How often a campaign was renewed. */
    public int renewals() {
        return renewals.get();
    }

    /** Puts on sale for new conversations what stands in a campaign's files now. */
    public void renew(String id) {
        Entry renewed = read(id);
        entries.put(id, renewed);
        // Until the changed facts are laid over the new version, its customers are told those of the old one.
        renewed.offered()
                .ifPresent(offered -> retold.computeIfPresent(
                        id, (same, told) -> offered.withFacts(told.campaign().facts())));
        renewals.incrementAndGet();
    }

    /**
     * A campaign that can be sold out of a folder that is without errors.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_INVALID}
     */
    public static OfferedCampaign offered(Path folder) {
        Reading reading = CampaignReader.read(folder);
        return OfferedCampaign.of(reading)
                .orElseThrow(() -> new FaultException(
                        Fault.CAMPAIGN_INVALID,
                        "The campaign cannot be sold; correct its problems.",
                        reading.errors().stream().map(CampaignProblem::toString).toList()));
    }

    /**
     * When the campaign's rows to learn from were changed last.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}
     */
    public Instant utterancesChangedAt(String id) {
        entry(id);
        Path file = shelf.current(id).resolve("utterances.csv");
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private OfferedCampaign asRetold(OfferedCampaign written) {
        return retold.getOrDefault(written.campaign().id(), written);
    }

    private Entry entry(String id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new FaultException(
                    Fault.CAMPAIGN_NOT_FOUND, "There is no campaign of that name; there are " + entries.keySet() + ".");
        }
        return entry;
    }

    private Entry read(String id) {
        return entry(id, CampaignReader.read(shelf.current(id)));
    }

    private static Entry entry(String id, Reading reading) {
        Optional<OfferedCampaign> offered = OfferedCampaign.of(reading);
        if (offered.isEmpty()) {
            log.atError()
                    .addKeyValue("campaign", id)
                    .addKeyValue("problems", reading.problems().size())
                    .log("campaign is not offered: its folder has errors; parley validate lists them");
        }
        return new Entry(id, offered, reading.problems());
    }
}
