package io.parley.standalone.stack;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In which folder a command finds its campaigns. */
public final class CampaignsOption {

    @Option(
            names = "--campaigns",
            paramLabel = "DIR",
            description = "The folder of campaign folders (training-data, beside parley).")
    private Path folder = CampaignFolders.standard();

    public Path folder() {
        return folder;
    }

    /**
     * The campaign to begin with.
     *
     * @param wanted its id, if somebody named one
     * @throws io.parley.standalone.embedded.StartFailure if there is none, or not that one
     */
    public String choose(Optional<String> wanted) {
        return CampaignFolders.choose(folder, wanted);
    }
}
