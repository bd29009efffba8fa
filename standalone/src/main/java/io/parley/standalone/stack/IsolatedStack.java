package io.parley.standalone.stack;

import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A whole Parley for one command: on free ports, with data of its own, selling one campaign. */
public final class IsolatedStack implements AutoCloseable {

    private final Stack stack;
    private final GatewayClient gateway;
    private final Thread stop;

    private IsolatedStack(Stack stack, GatewayClient gateway, Thread stop) {
        this.stack = stack;
        this.gateway = gateway;
        this.stop = stop;
    }

    /**
     * Starts one and waits until its campaign can be sold.
     *
     * @param data the folder it keeps its data in; trained models stay there for the next time
     * @param campaign the campaign's folder
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public static IsolatedStack start(Path data, Path campaign) throws InterruptedException {
        Path folder = campaign.toAbsolutePath().normalize();
        String id = String.valueOf(folder.getFileName());
        Stack stack =
                Stack.prepare(new StackSettings(data, "127.0.0.1", 0, 0, only(folder, data.resolve("campaigns")), id));
        Thread stop = new Thread(stack::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        IsolatedStack isolated = null;
        try {
            stack.start();
            GatewayClient gateway = new GatewayClient(
                    stack.gateway(), Optional.of(stack.secrets().operatorPassword()));
            ProgressBar bar = ProgressBar.on(System.err);
            new Readiness(gateway, id).await(bar::show);
            bar.done();
            isolated = new IsolatedStack(stack, gateway, stop);
            return isolated;
        } finally {
            if (isolated == null) {
                stop(stack, stop);
            }
        }
    }

    /** A folder of campaigns that has that one alone. */
    private static Path only(Path campaign, Path folder) {
        try {
            Path link = Files.createDirectories(folder.toAbsolutePath()).resolve(campaign.getFileName());
            if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(campaign)) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, campaign);
            }
            return folder;
        } catch (IOException e) {
            throw new StartFailure(
                    "The folder " + folder + " cannot be written to: " + e,
                    "Give yourself the permission, or name another with --data",
                    e);
        }
    }

    /** A client of it that may do what operators may. */
    public GatewayClient gateway() {
        return gateway;
    }

    @Override
    public void close() {
        stop(stack, stop);
    }

    private static void stop(Stack stack, Thread hook) {
        stack.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and the hook runs.
        }
    }
}
