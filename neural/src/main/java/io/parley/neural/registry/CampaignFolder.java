package io.parley.neural.registry;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where one campaign's versions are and what stands beside them. */
record CampaignFolder(Path path) {

    private static final Pattern CAMPAIGN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern VERSION_ID = Pattern.compile("v[1-9][0-9]{0,8}");

    /**
     * A campaign's folder, whether it is there or not.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND} if no campaign can have that id
     */
    static CampaignFolder of(Path root, String campaign) {
        if (!CAMPAIGN_ID.matcher(campaign).matches()) {
            throw new FaultException(
                    Fault.CAMPAIGN_NOT_FOUND,
                    "'" + campaign
                            + "' cannot be a campaign's id: those are letters, digits, hyphens, dots and underscores");
        }
        return new CampaignFolder(root.resolve(campaign));
    }

    static boolean isVersion(String name) {
        return VERSION_ID.matcher(name).matches();
    }

    static int number(String version) {
        return Integer.parseInt(version.substring(1));
    }

    /** Holds every version's folder. */
    Path versions() {
        return path.resolve("versions");
    }

    /** The folder of a version, whether it is there or not. */
    Path version(String version) {
        return versions().resolve(version);
    }

    /** Where a version is written before it is whole. */
    Path unfinished() {
        return path.resolve("unfinished");
    }

    Path aliases() {
        return path.resolve("aliases.json");
    }

    /** Locked while anything here is changed. */
    Path lock() {
        return path.resolve("lock");
    }

    /** Locked by who trains the campaign on its own data. */
    Path training() {
        return path.resolve("training.lock");
    }

    /** The folder of every version there is, in no order. */
    List<Path> all() {
        if (!Files.isDirectory(versions())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(versions())) {
            return entries.filter(entry -> isVersion(entry.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + versions(), e);
        }
    }

    int highestNumber() {
        return all().stream()
                .mapToInt(folder -> number(folder.getFileName().toString()))
                .max()
                .orElse(0);
    }
}
