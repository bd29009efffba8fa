package io.parley.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the gift-card campaign that a test may spoil. */
final class CampaignFolder {

    private static final Path ORIGINAL = Path.of("src/test/resources/gift-card");

    private final Path folder;

    private CampaignFolder(Path folder) {
        this.folder = folder;
    }

    static CampaignFolder in(Path temporary) {
        Path folder = temporary.resolve("gift-card");
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(ORIGINAL.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CampaignFolder(folder);
    }

    /** Replaces the first occurrence of some words, which must be there. */
    CampaignFolder replacing(String file, String words, String others) {
        String text = text(file);
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException(file + " has no '" + words + "'");
        }
        return with(file, text.substring(0, at) + others + text.substring(at + words.length()));
    }

    CampaignFolder with(String file, String text) {
        return with(file, text, StandardCharsets.UTF_8);
    }

    CampaignFolder with(String file, String text, Charset charset) {
        return with(file, text.getBytes(charset));
    }

    CampaignFolder with(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    CampaignFolder without(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line on which some words first stand, from 1. */
    int line(String file, String words) {
        String text = text(file);
        return 1
                + (int) text.substring(0, text.indexOf(words))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    Path path() {
        return folder;
    }

    Reading read() {
        return CampaignReader.read(folder);
    }
}
