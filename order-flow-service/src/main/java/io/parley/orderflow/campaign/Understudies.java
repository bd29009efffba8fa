package io.parley.orderflow.campaign;

import io.parley.campaign.CampaignReader;
import io.parley.campaign.version.KeptVersion;
import io.parley.campaign.version.VersionShelf;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Versions of campaigns besides those on sale: kept ones that conversations began with, and those of tests. */
final class Understudies {

    private static final Logger log = LoggerFactory.getLogger(Understudies.class);

    private final VersionShelf shelf;
    private final Map<Name, OfferedCampaign> engaged = new ConcurrentHashMap<>();
    private final Map<Name, Optional<OfferedCampaign>> kept = new ConcurrentHashMap<>();

    Understudies(VersionShelf shelf) {
        this.shelf = shelf;
    }

    /** The version of a campaign, if there is such a one; it tells the facts of the one on sale. */
    Optional<OfferedCampaign> of(OfferedCampaign onSale, String version) {
        Name name = new Name(onSale.campaign().id(), version);
        OfferedCampaign forTests = engaged.get(name);
        if (forTests != null) {
            return Optional.of(forTests);
        }
        return kept.computeIfAbsent(name, this::read)
                .map(found -> found.withFacts(onSale.campaign().facts()));
    }

    Campaigns.Engagement engage(OfferedCampaign offered) {
        Name name = new Name(offered.campaign().id(), offered.campaign().version());
        engaged.put(name, offered);
        return () -> engaged.remove(name);
    }

    private Optional<OfferedCampaign> read(Name name) {
        try {
            return shelf.versions(name.campaign()).stream()
                    .filter(version -> version.campaignVersion().equals(name.version()))
                    .max(Comparator.comparingInt(KeptVersion::number))
                    .map(version -> CampaignReader.read(shelf.folder(name.campaign(), version.number())))
                    .flatMap(OfferedCampaign::of);
        } catch (UncheckedIOException e) {
            log.atError()
                    .addKeyValue("campaign", name.campaign())
                    .addKeyValue("version", name.version())
                    .setCause(e)
                    .log("a kept version cannot be read; its conversations go on with the one on sale");
            return Optional.empty();
        }
    }

    private record Name(String campaign, String version) {}
}
