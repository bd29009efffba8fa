package io.parley.standalone.stack;

import java.nio.file.Path;

/** Where Parley itself lies; what is kept and sold lies beside it unless somebody says otherwise. */
final class Home {

    /** Set by the launcher, so that it works from any folder. */
    private static final String PROPERTY = "parley.home";

    private Home() {}

    static Path resolve(String name) {
        return Path.of(System.getProperty(PROPERTY, "")).resolve(name);
    }
}
