package io.parley.campaign.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where campaigns are read from: the campaigns' folder as people write it, and beside it the versions that are kept. The
 * version published last is what counts, until somebody edits the folder. Services share it by sharing the two folders; what
 * is kept is never changed.
 *
 * <p>A version lies in {@code <shelf>/<campaign>/<number>/<campaign>/}, what is known of it beside that.
 */
public final class VersionShelf {

    private static final String FLOW = "flow.yaml";
    private static final String ABOUT = "version.properties";
    private static final String PUBLICATIONS = "publications";

    private final Path folder;
    private final Path shelf;

    /**
     * @param folder one folder a campaign in it
     * @param shelf where versions are kept; made when the first is
     */
    public VersionShelf(Path folder, Path shelf) {
        this.folder = folder.toAbsolutePath().normalize();
        this.shelf = shelf.toAbsolutePath().normalize();
    }

    /** The ids of all campaigns, by name. */
    public List<String> ids() {
        Stream<String> written = children(folder)
                .filter(it -> Files.isRegularFile(it.resolve(FLOW)))
                .map(it -> it.getFileName().toString());
        Stream<String> published = children(shelf)
                .filter(it -> Files.isRegularFile(it.resolve(PUBLICATIONS)))
                .map(it -> it.getFileName().toString());
        return Stream.concat(written, published).distinct().sorted().toList();
    }

    /** The folder that holds the campaign as it is on sale. */
    public Path current(String campaign) {
        return published(campaign)
                .map(publication -> folder(campaign, publication.number()))
                .orElseGet(() -> folder.resolve(campaign));
    }

    /** The publication that counts; nothing where the campaigns' folder does. */
    public Optional<Publication> published(String campaign) {
        List<Publication> all = publications(campaign);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.getLast()).filter(last -> isUntouched(campaign, last));
    }

    /** Every publication, oldest first. */
    public List<Publication> publications(String campaign) {
        Path file = shelf.resolve(campaign).resolve(PUBLICATIONS);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(Publication::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The publications in " + file + " cannot be read", e);
        }
    }

    /** Every version that is kept, oldest first. */
    public List<KeptVersion> versions(String campaign) {
        return children(shelf.resolve(campaign))
                .filter(it -> it.getFileName().toString().matches("[1-9][0-9]{0,8}"))
                .map(it -> version(campaign, Integer.parseInt(it.getFileName().toString())))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(KeptVersion::number))
                .toList();
    }

    public Optional<KeptVersion> version(String campaign, int number) {
        Path about = shelf.resolve(campaign).resolve(String.valueOf(number)).resolve(ABOUT);
        if (!Files.isRegularFile(about)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeptVersion.read(about, number));
        } catch (IOException e) {
            throw new UncheckedIOException("The version in " + about + " cannot be read", e);
        }
    }

    /** The folder that holds the files of a version. */
    public Path folder(String campaign, int number) {
        return shelf.resolve(campaign).resolve(String.valueOf(number)).resolve(campaign);
    }

    /** The campaign as it stands in the campaigns' folder, if it is there. */
    public Optional<Path> written(String campaign) {
        return Optional.of(folder.resolve(campaign)).filter(it -> Files.isRegularFile(it.resolve(FLOW)));
    }

    /**
     * Keeps a version. Files that are kept already are not kept twice.
     *
     * @param campaignVersion names what is sold with them
     * @param base the version they were made of; 0 for none
     * @throws UncheckedIOException if they cannot be written
     */
    public KeptVersion keep(
            String campaign,
            CampaignFiles files,
            String campaignVersion,
            KeptVersion.Origin origin,
            int base,
            String note,
            Instant now) {
        String hash = files.hash();
        List<KeptVersion> kept = versions(campaign);
        Optional<KeptVersion> same =
                kept.stream().filter(it -> it.hash().equals(hash)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        Path place = shelf.resolve(campaign);
        Path draft = place.resolve("." + UUID.randomUUID());
        try {
            files.write(draft.resolve(campaign));
            for (int number = kept.isEmpty() ? 1 : kept.getLast().number() + 1; ; number++) {
                KeptVersion version = new KeptVersion(number, hash, campaignVersion, origin, base, note, now);
                version.write(draft.resolve(ABOUT));
                if (isMoved(draft, place.resolve(String.valueOf(number)))) {
                    return version;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No version can be kept in " + place + "; check that it may be written", e);
        }
    }

    /**
     * Puts a version on sale, for whoever reads {@link #current} from now on.
     *
     * @throws UncheckedIOException if it cannot be written down
     */
    public void publish(String campaign, int number, Instant now) {
        Path file = shelf.resolve(campaign).resolve(PUBLICATIONS);
        List<String> lines = Stream.concat(
                        publications(campaign).stream(), Stream.of(new Publication(number, now, folderHash(campaign))))
                .map(Publication::line)
                .toList();
        Path draft = file.resolveSibling("." + UUID.randomUUID());
        try {
            Files.write(draft, lines);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be written down in " + file + " that a version is on sale", e);
        }
    }

    /** Whether the campaigns' folder is as it was then. */
    private boolean isUntouched(String campaign, Publication publication) {
        return publication.folderHash().equals(folderHash(campaign));
    }

    private String folderHash(String campaign) {
        return written(campaign).map(it -> CampaignFiles.in(it).hash()).orElse("");
    }

    /** Whether nobody else took the place first. */
    private static boolean isMoved(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (Files.exists(place)) {
                return false;
            }
            throw e;
        }
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be listed", e);
        }
    }
}
