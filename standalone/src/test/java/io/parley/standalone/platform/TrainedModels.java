package io.parley.standalone.platform;

import io.parley.standalone.stack.IsolatedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The models of the tea box: trained once in a run, by a Parley as a person would start it, and copied for each test. */
final class TrainedModels {

    private static final Path TRAINING = Path.of("target", "it", "trained").toAbsolutePath();

    private static boolean trained;

    private TrainedModels() {}

    /** Puts them where a Parley on that data folder looks for its models. */
    static void into(Path data) throws IOException, InterruptedException {
        copy(trained(), data.resolve("models"));
    }

    private static synchronized Path trained() throws IOException, InterruptedException {
        if (!trained) {
            delete(TRAINING);
            IsolatedStack.start(TRAINING, TeaBox.folder()).close();
            trained = true;
        }
        return TRAINING.resolve("models");
    }

    /** Copies a folder with everything in it. */
    static void copy(Path from, Path to) throws IOException {
        for (Path source : tree(from)) {
            Path target = to.resolve(from.relativize(source));
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else {
                Files.copy(source, target);
            }
        }
    }

    /** Deletes a folder with everything in it, if there is one. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : tree(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    /** Folders before what is in them. */
    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
