package io.parley.neural.registry;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions of one kind of model, on disk as {@code <root>/<kind>/<campaign>/versions/<v>/}. Thread-safe within one
 * process; two processes must not share a root.
 *
 * <p>A version is written beside the others and moved into place when it is whole, so a crash leaves at most a folder
 * that nobody looks at. Which version is champion stands in {@code aliases.json}, replaced atomically.
 */
public final class ModelRegistry {

    private static final Logger log = LoggerFactory.getLogger(ModelRegistry.class);
    private static final Pattern CAMPAIGN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern VERSION_ID = Pattern.compile("v[1-9][0-9]{0,8}");

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
    public synchronized ModelVersion publish(String campaign, TrainedModel model) {
        Aliases aliases = aliases(campaign);
        int number = Math.max(aliases.published(), highestNumber(campaign)) + 1;
        Path unfinished = campaignFolder(campaign).resolve("unfinished");
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
            Files.createDirectories(versionsFolder(campaign));
            Trees.moveAtomically(unfinished, versionsFolder(campaign).resolve(version.version()));
            AliasFile.write(aliasFile(campaign), aliases.withPublished(number));
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a model of campaign " + campaign + " to " + root, e);
        }
    }

    /** Every version that can be read, latest first. Broken ones are left out and logged. */
    public List<ModelVersion> versions(String campaign) {
        return folders(campaign)
                .map(this::readLeniently)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt((ModelVersion version) -> number(version.version()))
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
        return AliasFile.read(aliasFile(campaign));
    }

    /** The version that answers, if there is one that can be read. */
    public Optional<ModelVersion> champion(String campaign) {
        String champion = aliases(campaign).champion();
        if (champion == null || !VERSION_ID.matcher(champion).matches()) {
            return Optional.empty();
        }
        return readLeniently(versionsFolder(campaign).resolve(champion));
    }

    /**
     * Makes a version the one that answers; the former champion is remembered.
     *
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND} or {@link Fault#MODEL_CORRUPT}
     */
    public synchronized Aliases activate(String campaign, String version) {
        files(campaign, version);
        return save(campaign, aliases(campaign).activated(version));
    }

    /**
     * Makes a version the one that is compared.
     *
     * @param version null to compare none
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND} or {@link Fault#MODEL_CORRUPT};
     *     {@link Fault#MODEL_VERSION_IN_USE} if it is the champion
     */
    public synchronized Aliases challenge(String campaign, @Nullable String version) {
        Aliases aliases = aliases(campaign);
        if (version != null) {
            files(campaign, version);
            if (version.equals(aliases.champion())) {
                throw new FaultException(
                        Fault.MODEL_VERSION_IN_USE,
                        version + " is the champion of " + campaign + " and cannot challenge itself");
            }
        }
        return save(campaign, aliases.challengedBy(version));
    }

    /**
     * Makes the latest former champion that still exists the champion again.
     *
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND} if there is none
     */
    public synchronized Aliases rollBack(String campaign) {
        Aliases aliases = aliases(campaign);
        String former = aliases.earlier().reversed().stream()
                .filter(version -> readable(campaign, version))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        Fault.MODEL_VERSION_NOT_FOUND,
                        "campaign " + campaign + " has no earlier champion; activate a version by its name"));
        return save(campaign, aliases.rolledBackTo(former));
    }

    /**
     * Deletes a version.
     *
     * @throws FaultException {@link Fault#MODEL_VERSION_IN_USE} for champion and challenger;
     *     {@link Fault#MODEL_VERSION_NOT_FOUND}
     */
    public synchronized void delete(String campaign, String version) {
        Path folder = existing(campaign, version);
        Aliases aliases = aliases(campaign);
        Role role = aliases.roleOf(version);
        if (role != null) {
            throw new FaultException(
                    Fault.MODEL_VERSION_IN_USE,
                    version + " is the " + role.label() + " of " + campaign + "; give that role to another first");
        }
        try {
            save(campaign, aliases.without(version));
            Trees.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private Aliases save(String campaign, Aliases aliases) {
        try {
            AliasFile.write(aliasFile(campaign), aliases);
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
        Path folder = versionsFolder(campaign).resolve(version.replace('/', '_'));
        if (!VERSION_ID.matcher(version).matches() || !Files.isDirectory(folder)) {
            throw new FaultException(
                    Fault.MODEL_VERSION_NOT_FOUND,
                    "campaign " + campaign + " has no " + kind + " version '" + version
                            + "'; the list of its versions has them all");
        }
        return folder;
    }

    private Optional<ModelVersion> readLeniently(Path folder) {
        try {
            return Optional.of(VersionFolder.read(folder));
        } catch (FaultException e) {
            log.atError().addKeyValue("folder", folder).setCause(e).log("a model version cannot be read");
            return Optional.empty();
        }
    }

    private Stream<Path> folders(String campaign) {
        Path versions = versionsFolder(campaign);
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(versions)) {
            return entries
                    .filter(entry ->
                            VERSION_ID.matcher(entry.getFileName().toString()).matches())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + versions, e);
        }
    }

    private int highestNumber(String campaign) {
        return folders(campaign)
                .mapToInt(folder -> number(folder.getFileName().toString()))
                .max()
                .orElse(0);
    }

    private static int number(String version) {
        return Integer.parseInt(version.substring(1));
    }

    private Path campaignFolder(String campaign) {
        if (!CAMPAIGN_ID.matcher(campaign).matches()) {
            throw new FaultException(
                    Fault.CAMPAIGN_NOT_FOUND,
                    "'" + campaign
                            + "' cannot be a campaign's id: those are letters, digits, hyphens, dots and underscores");
        }
        return root.resolve(campaign);
    }

    private Path versionsFolder(String campaign) {
        return campaignFolder(campaign).resolve("versions");
    }

    private Path aliasFile(String campaign) {
        return campaignFolder(campaign).resolve("aliases.json");
    }
}
