package io.parley.gateway.sip;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Telephones of others that tests call with, where they are installed. */
final class Tools {

    private Tools() {}

    /**
     * The program; without it the test is skipped, or fails where nothing may be skipped.
     *
     * @param debian the package it comes with
     */
    static String require(String program, String debian) {
        Path path = Path.of("/usr/bin", program);
        if (!Files.isExecutable(path)) {
            String missing = program + " is not installed (Debian's " + debian + "; .ci/install gets it)";
            if ("1".equals(System.getenv("PARLEY_REQUIRE_ALL"))) {
                throw new AssertionError(missing);
            }
            Assumptions.abort(missing);
        }
        return path.toString();
    }
}
