package io.parley.standalone.evaluate;

import io.parley.contracts.FaultException;
import java.io.PrintWriter;

/** Tells in a line or two what is wrong with a file. */
final class Failure {

    private Failure() {}

    /** @return the exit code */
    static int tell(Exception failure, PrintWriter err) {
        err.println("parley: " + failure.getMessage());
        if (failure instanceof FaultException fault) {
            fault.problems().forEach(problem -> err.println("  " + problem));
        }
        err.flush();
        return 1;
    }
}
