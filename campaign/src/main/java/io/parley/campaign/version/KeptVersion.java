package io.parley.campaign.version;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;

/**
 * A version of a campaign that is kept.
 *
 * @param number counted from 1
 * @param hash names its files: the same files have the same
 * @param campaignVersion names what is sold: flow and facts
 * @param origin where it came from
 * @param base the version that it was made of by editing; 0 for none
 * @param note what its author says about it; may be empty
 */
public record KeptVersion(
        int number, String hash, String campaignVersion, Origin origin, int base, String note, Instant keptAt) {

    /** Where a version came from. */
    public enum Origin {
        /** It stood in the campaigns' folder when a service started. */
        FOLDER,
        /** An operator sent it. */
        SENT;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static KeptVersion read(Path file, int number) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new KeptVersion(
                number,
                properties.getProperty("hash", ""),
                properties.getProperty("campaign-version", ""),
                Origin.valueOf(properties.getProperty("origin", "sent").toUpperCase(Locale.ROOT)),
                Integer.parseInt(properties.getProperty("base", "0")),
                properties.getProperty("note", ""),
                Instant.parse(properties.getProperty("kept-at", Instant.EPOCH.toString())));
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("hash", hash);
        properties.setProperty("campaign-version", campaignVersion);
        properties.setProperty("origin", origin.label());
        properties.setProperty("base", String.valueOf(base));
        properties.setProperty("note", note);
        properties.setProperty("kept-at", keptAt.toString());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
