package io.parley.modelservice.rest;

import java.nio.file.Path;
import org.springframework.web.multipart.MultipartFile;

/** Uploaded files as messages name them. */
final class Uploads {

    private static final String NAMELESS = "the file";

    private Uploads() {}

    /** The last part of the name that the client gave. */
    static String name(MultipartFile file) {
        String given = file.getOriginalFilename();
        if (given == null || given.isBlank()) {
            return NAMELESS;
        }
        Path last = Path.of(given.replace('\\', '/').replace('\0', ' ')).getFileName();
        return last == null ? NAMELESS : last.toString();
    }
}
