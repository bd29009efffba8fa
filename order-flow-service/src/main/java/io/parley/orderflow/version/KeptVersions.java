package io.parley.orderflow.version;

import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Proof;
import io.parley.campaign.Reading;
import io.parley.campaign.version.CampaignFiles;
import io.parley.campaign.version.KeptVersion;
import io.parley.campaign.version.Publication;
import io.parley.campaign.version.VersionShelf;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.version.CampaignVersionDetail;
import io.parley.contracts.version.CampaignVersionView;
import io.parley.contracts.version.CampaignVersionWish;
import io.parley.orderflow.campaign.UnheardAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Takes versions of campaigns in, checked and proved like a folder, and tells of those that are kept. */
@Component
final class KeptVersions {

    private static final Logger log = LoggerFactory.getLogger(KeptVersions.class);

    private static final Pattern CAMPAIGN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int LONGEST_NOTE = 2_000;

    private final VersionShelf shelf;
    private final Clock clock;

    KeptVersions(VersionShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Every version of a campaign, the latest first. */
    List<CampaignVersionView> all(String campaign) {
        require(campaign);
        return shelf.versions(campaign).reversed().stream()
                .map(version -> view(campaign, version))
                .toList();
    }

    CampaignVersionDetail detail(String campaign, int number) {
        KeptVersion version = kept(campaign, number);
        Path folder = shelf.folder(campaign, number);
        return detail(campaign, version, CampaignFiles.in(folder), CampaignReader.read(folder));
    }

    /**
     * One of its files.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_VERSION_NOT_FOUND}, {@link Fault#NOT_FOUND}
     */
    String file(String campaign, int number, String name) {
        kept(campaign, number);
        byte[] content =
                CampaignFiles.in(shelf.folder(campaign, number)).content().get(name);
        if (content == null) {
            throw new FaultException(
                    Fault.NOT_FOUND, "Version " + number + " of " + campaign + " has no file " + name + ".");
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    /**
     * Takes a version in if nothing is wrong with it.
     *
     * @return the version; the one that has the same files, if there is one already
     * @throws FaultException {@link Fault#REQUEST_INVALID}; {@link Fault#CAMPAIGN_INVALID} with every problem
     */
    CampaignVersionDetail keep(String campaign, CampaignVersionWish wish) {
        require(campaign, wish);
        int base = Optional.ofNullable(wish.base()).orElse(0);
        CampaignFiles before = base == 0
                ? new CampaignFiles(Map.of())
                : CampaignFiles.in(shelf.folder(campaign, kept(campaign, base).number()));
        CampaignFiles files = before.with(changes(wish));
        Reading reading = read(campaign, files);
        if (!reading.isValid() || reading.campaign().isEmpty()) {
            throw new FaultException(
                    Fault.CAMPAIGN_INVALID,
                    "Nothing was kept. Correct each of the problems and send it again.",
                    reading.errors().stream().map(CampaignProblem::toString).toList());
        }
        KeptVersion version = shelf.keep(
                campaign,
                files,
                reading.campaign().get().version(),
                KeptVersion.Origin.SENT,
                base,
                Optional.ofNullable(wish.note()).orElse(""),
                clock.instant());
        log.atInfo()
                .addKeyValue("campaign", campaign)
                .addKeyValue("version", version.number())
                .log("a version of a campaign is kept");
        return detail(campaign, version, files, reading);
    }

    /**
     * A version that is kept.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_VERSION_NOT_FOUND}
     */
    KeptVersion kept(String campaign, int number) {
        return Optional.of(campaign)
                .filter(it -> CAMPAIGN.matcher(it).matches())
                .flatMap(it -> shelf.version(it, number))
                .orElseThrow(() -> new FaultException(
                        Fault.CAMPAIGN_VERSION_NOT_FOUND,
                        "The campaign " + campaign + " has no version " + number + "; list those it has."));
    }

    CampaignVersionView view(String campaign, KeptVersion version) {
        return new CampaignVersionView(
                version.number(),
                version.hash(),
                version.campaignVersion(),
                version.origin().label(),
                version.base() == 0 ? null : version.base(),
                version.note(),
                version.keptAt(),
                isOnSale(campaign, version),
                shelf.publications(campaign).stream()
                        .filter(publication -> publication.number() == version.number())
                        .map(Publication::at)
                        .toList());
    }

    private boolean isOnSale(String campaign, KeptVersion version) {
        Optional<Publication> published = shelf.published(campaign);
        if (published.isPresent()) {
            return published.get().number() == version.number();
        }
        return shelf.written(campaign)
                .filter(folder -> CampaignFiles.in(folder).hash().equals(version.hash()))
                .isPresent();
    }

    private void require(String campaign) {
        if (!shelf.ids().contains(campaign) && shelf.versions(campaign).isEmpty()) {
            throw new FaultException(
                    Fault.CAMPAIGN_NOT_FOUND, "There is no campaign of that name; there are " + shelf.ids() + ".");
        }
    }

    private static void require(String campaign, CampaignVersionWish wish) {
        List<String> problems = new ArrayList<>();
        if (!CAMPAIGN.matcher(campaign).matches()) {
            problems.add("'" + campaign + "' cannot be the name of a campaign; use letters, digits and hyphens");
        }
        wish.files().keySet().stream()
                .filter(name -> !CampaignFiles.isOne(name))
                .map(name -> "'" + name + "' is no file of a campaign; there are flow.yaml, facts.yaml, utterances.csv,"
                        + " held-out.csv and conversations/*.yaml")
                .forEach(problems::add);
        if (wish.files().isEmpty()) {
            problems.add("there is no file; send those that are new or changed");
        }
        if (Optional.ofNullable(wish.note()).orElse("").length() > LONGEST_NOTE) {
            problems.add("the note has more than " + LONGEST_NOTE + " characters; shorten it");
        }
        if (!problems.isEmpty()) {
            throw new FaultException(Fault.REQUEST_INVALID, String.join("; ", problems), problems);
        }
    }

    private static Map<String, Optional<byte[]>> changes(CampaignVersionWish wish) {
        Map<String, Optional<byte[]>> changes = new TreeMap<>();
        wish.files()
                .forEach((String name, @Nullable String text) ->
                        changes.put(name, Optional.ofNullable(text).map(it -> it.getBytes(StandardCharsets.UTF_8))));
        return changes;
    }

    /** Reads files as if they stood in the campaigns' folder. */
    private static Reading read(String campaign, CampaignFiles files) {
        try {
            Path desk = Files.createTempDirectory("campaign-version");
            try {
                Path folder = Files.createDirectory(desk.resolve(campaign));
                files.write(folder);
                return CampaignReader.read(folder);
            } finally {
                FileSystemUtils.deleteRecursively(desk);
            }
        } catch (IOException e) {
            throw new FaultException(
                    Fault.SERVICE_UNAVAILABLE,
                    "The version cannot be looked at; is there room for temporary files?",
                    e);
        }
    }

    private CampaignVersionDetail detail(String campaign, KeptVersion version, CampaignFiles files, Reading reading) {
        return new CampaignVersionDetail(
                view(campaign, version),
                List.copyOf(files.content().keySet()),
                Stream.concat(reading.problems().stream(), UnheardAnswers.in(reading).stream())
                        .map(CampaignProblem::toString)
                        .toList(),
                reading.proofs().stream().map(Proof::view).toList(),
                reading.coverage().orElse(null));
    }
}
