package io.parley.standalone.stack;

import io.parley.standalone.embedded.StartFailure;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;

/** Finds, in whatever a start failed with, what the person at the terminal can do something about. */
final class StartFailures {

    private StartFailures() {}

    static StartFailure explain(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        for (Throwable cause : causes) {
            switch (cause) {
                case StartFailure told -> {
                    return told;
                }
                case BindException e -> {
                    return new StartFailure(
                            "A port was taken in the meantime: " + e.getMessage(), "Start again", failure);
                }
                case OutOfMemoryError e -> {
                    return new StartFailure(
                            "The JVM ran out of memory: " + e.getMessage(),
                            "Give it more with PARLEY_JAVA_OPTIONS=-Xmx2g",
                            failure);
                }
                case LinkageError e
                when isNative(e) -> {
                    return new StartFailure(
                            "A native library cannot be loaded: " + e.getMessage(),
                            "ONNX Runtime and ND4J need 64-bit Linux with glibc 2.28, libstdc++ and libgomp (Debian,"
                                    + " Ubuntu: apt install libstdc++6 libgomp1), macOS or Windows",
                            failure);
                }
                default -> {
                    // Its cause may be one of those.
                }
            }
        }
        Throwable root = causes.getLast();
        String message = root.getMessage() == null ? root.getClass().getName() : root.getMessage();
        if (message.contains("File corrupted") || message.contains("MVStoreException")) {
            return new StartFailure(
                    "The database of orders is damaged: " + firstLine(message),
                    "Bring the folder orders back from a backup, or move it away to start without orders",
                    failure);
        }
        return new StartFailure("A service did not start: " + firstLine(message), "The log has the cause", failure);
    }

    private static boolean isNative(LinkageError e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof UnsatisfiedLinkError
                || message.contains("nd4j")
                || message.contains("onnxruntime")
                || message.contains("bytedeco");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
