package io.parley.neural.registry;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions of one kind of model, on disk as {@code <root>/<kind>/<campaign>/versions/<v>/}. Thread-safe, and
 * any number of processes may share a root.
 *
 * <p>Whoever changes a campaign's versions holds its {@code lock}; whoever reads does not need to, since a version is
 * written beside the others and moved into place when it is whole, and {@code aliases.json}, where it stands which
 * version is champion, is replaced atomically. A crash leaves at most a folder that nobody looks at.
 */
public final class ModelRegistry {

    private static final Logger log = LoggerFactory.getLogger(ModelRegistry.class);

    private final Path root;
    private final String kind;
    private final Clock clock;

    /**
     * @param root the folder of all models; made when needed
     * @param kind {@code next-state} or {@code answers}
     */
    public ModelRegistry(Path root, String kind, Clock clock) {
        this.root = root.resolve(kind);
        this.kind = kind;
        this.clock = clock;
    }

    /** Keeps a model as a new version. It answers nothing until it is activated. */
    public ModelVersion publish(String campaign, TrainedModel model) {
        return alone(campaign, () -> add(campaign, model));
    }

    private ModelVersion add(String campaign, TrainedModel model) {
        Aliases aliases = aliases(campaign);
        CampaignFolder folder = folder(campaign);
        int number = Math.max(aliases.published(), folder.highestNumber()) + 1;
        Path unfinished = folder.unfinished();
        try {
            Trees.delete(unfinished);
            Files.createDirectories(unfinished);
            model.files().writeTo(unfinished);
            ModelVersion version = new ModelVersion(
                    "v" + number,
                    campaign,
                    kind,
                    model.dataHash(),
                    model.seed(),
                    model.settings(),
                    model.metrics(),
                    model.seconds(),
                    aliases.champion(),
                    model.source(),
                    clock.instant(),
                    VersionFolder.hashes(unfinished));
            VersionFolder.seal(unfinished, version);
            Files.createDirectories(folder.versions());
            Trees.moveAtomically(unfinished, folder.version(version.version()));
            AliasFile.write(folder.aliases(), aliases.withPublished(number));
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a model of campaign " + campaign + " to " + root, e);
        }
    }

    /** Every version that can be read, latest first. Broken ones are left out and logged. */
    public List<ModelVersion> versions(String campaign) {
        return folder(campaign).all().stream()
                .map(this::readLeniently)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt((ModelVersion version) -> CampaignFolder.number(version.version()))
                        .reversed())
                .toList();
    }

    /** Every version that can be read, latest first, with what it is used for. */
    public List<ListedVersion> listed(String campaign) {
        Aliases aliases = aliases(campaign);
        return versions(campaign).stream()
                .map(version -> new ListedVersion(version, aliases.roleOf(version.version())))
                .toList();
    }

    /** One version with what it is used for. */
    public ListedVersion listed(String campaign, String version) {
        return new ListedVersion(version(campaign, version), aliases(campaign).roleOf(version));
    }

    /**
     * What is known about a version.
     *
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND} or {@link Fault#MODEL_CORRUPT}
     */
    public ModelVersion version(String campaign, String version) {
        return VersionFolder.read(existing(campaign, version));
    }

    /**
     * The folder of a version's files, after comparing every file with its hash.
     *
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND} or {@link Fault#MODEL_CORRUPT}
     */
    public Path files(String campaign, String version) {
        Path folder = existing(campaign, version);
        VersionFolder.verify(folder, VersionFolder.read(folder));
        return folder;
    }

    /** Which version is used for what. An unreadable alias file counts as none and is logged; the versions stay. */
    public Aliases aliases(String campaign) {
        return AliasFile.read(folder(campaign).aliases());
    }

    /** The version that answers, if there is one that can be read. */
    public Optional<ModelVersion> champion(String campaign) {
        String champion = aliases(campaign).champion();
        if (champion == null || !CampaignFolder.isVersion(champion)) {
            return Optional.empty();
        }
        return readLeniently(folder(campaign).version(champion));
    }

    /**
     * Makes a version the one that answers; the former champion is remembered.
     *
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND} or {@link Fault#MODEL_CORRUPT}
     */
    public Aliases activate(String campaign, String version) {
        return alone(campaign, () -> {
            files(campaign, version);
            return decide(campaign, aliases -> aliases.activated(version));
        });
    }

    /**
     * Makes a version the one that is compared.
     *
     * @param version null to compare none
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND} or {@link Fault#MODEL_CORRUPT};
     *     {@link Fault#MODEL_VERSION_IN_USE} if it is the champion
     */
    public Aliases challenge(String campaign, @Nullable String version) {
        return alone(campaign, () -> {
            if (version != null) {
                files(campaign, version);
                if (version.equals(aliases(campaign).champion())) {
                    throw new FaultException(
                            Fault.MODEL_VERSION_IN_USE,
                            version + " is the champion of " + campaign + " and cannot challenge itself");
                }
            }
            return decide(campaign, aliases -> aliases.challengedBy(version));
        });
    }

    /**
     * Makes the latest former champion that still exists the champion again.
     *
     * @param usable whether a version whose files are whole can be loaded
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND} if there is none
     */
    public Aliases rollBack(String campaign, Predicate<String> usable) {
        return alone(campaign, () -> {
            String former = aliases(campaign).earlier().reversed().stream()
                    .filter(version -> readable(campaign, version) && usable.test(version))
                    .findFirst()
                    .orElseThrow(() -> new FaultException(
                            Fault.MODEL_VERSION_NOT_FOUND,
                            "campaign " + campaign + " has no earlier champion that can be loaded; activate a version"
                                    + " by its name"));
            return decide(campaign, aliases -> aliases.rolledBackTo(former));
        });
    }

    /**
     * Follows a decision that was heard of from elsewhere, if it is later than what stands here. Here stands less where the
     * folder came back from a backup or the alias file was lost.
     *
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND} or {@link Fault#MODEL_CORRUPT} if the champion it
     *     names is not in this folder; what stands here stays
     */
    public Aliases adopt(String campaign, String champion, @Nullable String challenger, Instant decidedAt) {
        if (!decidedAt.isAfter(aliases(campaign).changedAt())) {
            return aliases(campaign);
        }
        return alone(campaign, () -> {
            Aliases aliases = aliases(campaign);
            if (!decidedAt.isAfter(aliases.changedAt())) {
                return aliases;
            }
            files(campaign, champion);
            String stillThere = challenger != null && readable(campaign, challenger) ? challenger : null;
            Aliases adopted =
                    aliases.activated(champion).challengedBy(stillThere).withChangedAt(decidedAt);
            return save(campaign, adopted);
        });
    }

    /** Takes the right to train a campaign on its own data, if no process has it. */
    public Optional<TrainingClaim> claimTraining(String campaign) {
        return TrainingClaim.on(folder(campaign).training());
    }

    /**
     * Deletes a version.
     *
     * @throws FaultException {@link Fault#MODEL_VERSION_IN_USE} for champion and challenger;
     *     {@link Fault#MODEL_VERSION_NOT_FOUND}
     */
    public void delete(String campaign, String version) {
        existing(campaign, version);
        alone(campaign, () -> remove(campaign, version));
    }

    private Aliases remove(String campaign, String version) {
        Path folder = existing(campaign, version);
        Aliases aliases = aliases(campaign);
        Role role = aliases.roleOf(version);
        if (role != null) {
            throw new FaultException(
                    Fault.MODEL_VERSION_IN_USE,
                    version + " is the " + role.label() + " of " + campaign + "; give that role to another first");
        }
        try {
            Aliases without = save(campaign, aliases.without(version));
            Trees.delete(folder);
            return without;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private Aliases decide(String campaign, UnaryOperator<Aliases> change) {
        Aliases now = aliases(campaign);
        Aliases next = change.apply(now);
        return next.equals(now) ? now : save(campaign, next.decidedAt(clock.instant()));
    }

    private <T> T alone(String campaign, Supplier<T> change) {
        return CampaignLock.holding(folder(campaign).lock(), change);
    }

    private Aliases save(String campaign, Aliases aliases) {
        try {
            AliasFile.write(folder(campaign).aliases(), aliases);
            return aliases;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the aliases of campaign " + campaign, e);
        }
    }

    private boolean readable(String campaign, String version) {
        try {
            files(campaign, version);
            return true;
        } catch (FaultException e) {
            return false;
        }
    }

    private Path existing(String campaign, String version) {
        CampaignFolder campaignFolder = folder(campaign);
        if (!CampaignFolder.isVersion(version) || !Files.isDirectory(campaignFolder.version(version))) {
            throw new FaultException(
                    Fault.MODEL_VERSION_NOT_FOUND,
                    "campaign " + campaign + " has no " + kind + " version '" + version
                            + "'; the list of its versions has them all");
        }
        return campaignFolder.version(version);
    }

    private Optional<ModelVersion> readLeniently(Path folder) {
        try {
            return Optional.of(VersionFolder.read(folder));
        } catch (FaultException e) {
            log.atError().addKeyValue("folder", folder).setCause(e).log("a model version cannot be read");
            return Optional.empty();
        }
    }

    private CampaignFolder folder(String campaign) {
        return CampaignFolder.of(root, campaign);
    }
}
