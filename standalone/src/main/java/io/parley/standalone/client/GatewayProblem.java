package io.parley.standalone.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway answered with a problem, or did not answer at all. */
public final class GatewayProblem extends RuntimeException {

    private final int status;
    private final boolean retriable;
    private final List<String> problems;

    private GatewayProblem(
            String message, int status, boolean retriable, List<String> problems, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.retriable = retriable;
        this.problems = List.copyOf(problems);
    }

    static GatewayProblem of(int status, String message, boolean retriable, List<String> problems) {
        return new GatewayProblem(message, status, retriable, problems, null);
    }

    static GatewayProblem unreachable(String where, Throwable cause) {
        return new GatewayProblem(
                "No Parley answers at " + where + ". Start one with 'parley up', or name another with --url",
                0,
                true,
                List.of(),
                cause);
    }

    /** The HTTP status; 0 where there was no answer. */
    public int status() {
        return status;
    }

    /** Whether the very same call may succeed later. */
    public boolean retriable() {
        return retriable;
    }

    /** Every single problem where there are many, such as the bad rows of a file. */
    public List<String> problems() {
        return problems;
    }
}
