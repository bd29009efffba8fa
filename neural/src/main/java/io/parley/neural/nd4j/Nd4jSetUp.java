package io.parley.neural.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares ND4J. To be called before anything else of ND4J, from whichever thread; further calls cost nothing.
 *
 * <p>Sums of floats depend on how the work is split, so everything runs on one thread: {@code OMP_NUM_THREADS=1} must
 * stand in the environment before the JVM starts, which the launcher and the images see to.
 */
public final class Nd4jSetUp {

    private static final Logger log = LoggerFactory.getLogger(Nd4jSetUp.class);
    /** What ND4J may take outside the Java heap, unless the JVM was started with another limit. */
    private static final String MAX_NATIVE = "1g";
    /** Of the whole process; Java's own memory counts too, so this is only a last resort. */
    private static final String MAX_PHYSICAL = "6g";

    private Nd4jSetUp() {}

    /** Loads ND4J with 32-bit floats, one thread and a limit on memory. Takes about a second the first time. */
    public static void prepare() {
        Once.touch();
    }

    private static void limit(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Initialised once a JVM, by the class loader. */
    private static final class Once {

        static {
            limit("org.bytedeco.javacpp.maxbytes", MAX_NATIVE);
            limit("org.bytedeco.javacpp.maxphysicalbytes", MAX_PHYSICAL);
            if (!"1".equals(System.getenv("OMP_NUM_THREADS"))) {
                log.atWarn()
                        .log("OMP_NUM_THREADS is not 1: trainings may not be reproducible, and slower than need be");
            }
            Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
            Nd4j.getEnvironment().setMaxThreads(1);
            Nd4j.getEnvironment().setMaxMasterThreads(1);
        }

        private Once() {}

        static void touch() {}
    }
}
