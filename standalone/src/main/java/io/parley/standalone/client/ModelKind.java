package io.parley.standalone.client;

/** The two networks, by the name they have in addresses and on the command line. */
public enum ModelKind {
    NEXT_STATE("next-state", "next states"),
    ANSWERS("answers", "answers");

    private final String path;
    private final String label;

    ModelKind(String path, String label) {
        this.path = path;
        this.label = label;
    }

    /** As it stands in addresses. */
    public String path() {
        return path;
    }

    /** What it learns, for people. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return path;
    }
}
