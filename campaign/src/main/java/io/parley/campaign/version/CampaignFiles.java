package io.parley.campaign.version;

import io.parley.campaign.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a campaign, and nothing else that may lie in its folder.
 *
 * @param content by name relative to the folder, with slashes; never changed
 */
public record CampaignFiles(Map<String, byte[]> content) {

    private static final Pattern NAME = Pattern.compile(
            "flow\\.yaml|facts\\.yaml|utterances\\.csv|held-out\\.csv|conversations/[A-Za-z0-9][A-Za-z0-9._-]*\\.ya?ml");

    /**
     * @throws IllegalArgumentException if a file is none of a campaign
     */
    public CampaignFiles {
        content = Collections.unmodifiableMap(new TreeMap<>(content));
        content.keySet().stream().filter(name -> !isOne(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'" + name + "' is no file of a campaign");
        });
    }

    /** Whether a campaign may have a file of that name. */
    public static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The files in a folder.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    public static CampaignFiles in(Path folder) {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 2, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (isOne(name)) {
                    found.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The campaign's folder " + folder + " cannot be read", e);
        }
        return new CampaignFiles(found);
    }

    /**
     * The same with some files changed.
     *
     * @param changes new content by name; nothing to remove the file
     */
    public CampaignFiles with(Map<String, Optional<byte[]>> changes) {
        Map<String, byte[]> changed = new TreeMap<>(content);
        changes.forEach(
                (name, file) -> file.ifPresentOrElse(bytes -> changed.put(name, bytes), () -> changed.remove(name)));
        return new CampaignFiles(changed);
    }

    /** Twelve hexadecimal digits that name the content. */
    public String hash() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        content.forEach((name, file) -> {
            all.writeBytes((name + "\0" + file.length + "\0").getBytes(StandardCharsets.UTF_8));
            all.writeBytes(file);
        });
        return ContentHash.of(all.toByteArray());
    }

    /** Writes them into a folder that is made if it is missing. */
    public void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
