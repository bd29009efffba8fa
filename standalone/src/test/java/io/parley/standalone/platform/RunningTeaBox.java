package io.parley.standalone.platform;

import static java.util.Objects.requireNonNull;

import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.stack.IsolatedStack;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Parley that sells the tea box with trained models, for all tests of a class. */
final class RunningTeaBox implements BeforeAllCallback, AfterAllCallback {

    private @Nullable Path data;
    private @Nullable IsolatedStack stack;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path folder = Files.createTempDirectory("tea-box");
        data = folder;
        TrainedModels.into(folder);
        stack = IsolatedStack.start(folder, TeaBox.folder());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (stack != null) {
            stack.close();
        }
        TrainedModels.delete(data());
    }

    GatewayClient gateway() {
        return requireNonNull(stack, "started before the first test").gateway();
    }

    /** Where it keeps its data. */
    Path data() {
        return requireNonNull(data, "made before the first test");
    }
}
