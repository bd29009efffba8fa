package io.parley.orderflow.campaign;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Fact;
import io.parley.campaign.Proof;
import io.parley.campaign.Reading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.Coverage;
import io.parley.orderflow.flow.FlowMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Every campaign of the folder, read once at start. A campaign with errors is reported and not offered. Facts alone may be
 * replaced while it is sold: a turn keeps those that it began with.
 */
@Component
public final class Campaigns {

    private static final Logger log = LoggerFactory.getLogger(Campaigns.class);

    private final Path folder;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, OfferedCampaign> retold = new ConcurrentHashMap<>();
    private final Map<Understudy, OfferedCampaign> understudies = new ConcurrentHashMap<>();

    Campaigns(CampaignProperties properties) {
        folder = properties.folder().toAbsolutePath().normalize();
        for (Path directory : directories(folder)) {
            String id = directory.getFileName().toString();
            if (properties.only() == null || properties.only().equals(id)) {
                entries.put(id, read(directory));
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalStateException("There is no campaign in " + folder
                    + ": set parley.campaigns.folder to the folder that holds the campaigns' folders");
        }
    }

    /** What is known of one folder. */
    public record Entry(String id, Optional<OfferedCampaign> offered, List<CampaignProblem> problems) {}

    public List<Entry> all() {
        return entries.values().stream()
                .map(entry -> new Entry(entry.id(), entry.offered().map(this::asRetold), entry.problems()))
                .toList();
    }

    /**
     * The campaign of that id.
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
        OfferedCampaign understudy = understudies.get(new Understudy(id, version));
        return understudy == null ? offered(id) : understudy;
    }

    /**
     * Keeps a version for conversations that begin with it, besides the one on sale.
     *
     * @param offered its version is not that of the one on sale
     */
    public Engagement engage(OfferedCampaign offered) {
        Understudy name =
                new Understudy(offered.campaign().id(), offered.campaign().version());
        understudies.put(name, offered);
        return () -> understudies.remove(name);
    }

    /** A version that is kept until this is closed. */
    public interface Engagement extends AutoCloseable {

        @Override
        void close();
    }

    private record Understudy(String campaign, String version) {}

    /**
     * The same as its folder has it, whatever {@link #retell} was told.
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
     * Refuses a campaign of which there is no folder.
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
        return CampaignReader.read(folder.resolve(id));
    }

    /**
     * When the campaign's rows to learn from were changed last.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}
     */
    public Instant utterancesChangedAt(String id) {
        entry(id);
        Path file = folder.resolve(id).resolve("utterances.csv");
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

    private static Entry read(Path directory) {
        String id = directory.getFileName().toString();
        return entry(id, CampaignReader.read(directory));
    }

    private static Entry entry(String id, Reading reading) {
        Optional<Campaign> campaign = reading.campaign();
        if (campaign.isEmpty()) {
            log.atError()
                    .addKeyValue("campaign", id)
                    .addKeyValue("problems", reading.problems().size())
                    .log("campaign is not offered: its folder has errors; parley validate lists them");
        }
        return new Entry(
                id,
                campaign.map(found -> new OfferedCampaign(found, new FlowMachine(found), reading.tests())),
                reading.problems());
    }

    private static List<Path> directories(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve("flow.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The campaigns' folder " + folder + " cannot be listed", e);
        }
    }
}
