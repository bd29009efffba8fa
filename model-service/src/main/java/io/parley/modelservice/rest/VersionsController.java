package io.parley.modelservice.rest;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.neural.registry.ListedVersion;
import io.parley.neural.registry.ModelRegistry;
import io.parley.neural.registry.VersionChoice;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a campaign's model and which of them is in use. */
@RestController
@RequestMapping("/models/{campaign}")
class VersionsController {

    private final ModelRegistry registry;
    private final ModelsInUse<?> models;
    private final Campaigns campaigns;

    VersionsController(ModelRegistry registry, ModelsInUse<?> models, Campaigns campaigns) {
        this.registry = registry;
        this.models = models;
        this.campaigns = campaigns;
    }

    @GetMapping("/versions")
    List<ListedVersion> list(@PathVariable String campaign) {
        campaigns.folder(campaign);
        return registry.listed(campaign);
    }

    @GetMapping("/versions/{version}")
    ListedVersion get(@PathVariable String campaign, @PathVariable String version) {
        return registry.listed(campaign, version);
    }

    @DeleteMapping("/versions/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String campaign, @PathVariable String version) {
        registry.delete(campaign, version);
    }

    /** Makes a version answer. Requests under way finish with the former one. */
    @PutMapping("/champion")
    ListedVersion activate(@PathVariable String campaign, @RequestBody VersionChoice choice) {
        String version = choice.version();
        if (version == null) {
            throw new FaultException(Fault.REQUEST_INVALID, "name the version: {\"version\": \"v2\"}");
        }
        // Reading it first keeps a model that cannot be loaded from ever becoming champion.
        models.version(campaign, version);
        registry.activate(campaign, version);
        models.refresh(campaign);
        return registry.listed(campaign, version);
    }

    /** Has a version compared with the champion; no version ends the comparison. */
    @PutMapping("/challenger")
    List<ListedVersion> challenge(@PathVariable String campaign, @RequestBody VersionChoice choice) {
        if (choice.version() != null) {
            models.version(campaign, choice.version());
        }
        registry.challenge(campaign, choice.version());
        models.refresh(campaign);
        return registry.listed(campaign);
    }

    /** Makes the former champion answer again. */
    @PostMapping("/rollback")
    ListedVersion rollBack(@PathVariable String campaign) {
        String version = registry.rollBack(campaign, former -> models.loads(campaign, former))
                .champion();
        models.refresh(campaign);
        return registry.listed(campaign, String.valueOf(version));
    }
}
