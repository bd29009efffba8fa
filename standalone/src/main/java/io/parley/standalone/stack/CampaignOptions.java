package io.parley.standalone.stack;

import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A campaign's folder, and which Parley plays it: the running one that was named, or one of the command's own. */
public final class CampaignOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The campaign's folder.")
    private Path folder = Path.of("");

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    /**
     * What is done with a Parley that can sell the campaign.
     *
     * @param <T> what comes of it
     */
    public interface Play<T> {

        T with(GatewayClient gateway, String campaign) throws InterruptedException;
    }

    /**
     * The folder, absolute.
     *
     * @throws ParameterException if there is none
     */
    public Path folder() {
        Path campaign = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(campaign)) {
            throw new ParameterException(command.commandLine(), "There is no folder " + folder);
        }
        return campaign;
    }

    /** Plays; a Parley of its own is started and ended around it, and learns the campaign if its folder has changed. */
    public <T> T play(Play<T> play) throws InterruptedException {
        Path campaign = folder();
        String id = String.valueOf(campaign.getFileName());
        if (gateway.url().isPresent()) {
            return play.with(gateway.client(data.operatorPasswordFile()), id);
        }
        try (IsolatedStack stack =
                IsolatedStack.start(data.folder().resolve("test").resolve(id), campaign)) {
            return play.with(stack.gateway(), id);
        }
    }
}
