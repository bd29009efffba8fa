package io.parley.standalone.model;

import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayOptions;
import io.parley.standalone.client.ModelKind;
import io.parley.standalone.stack.DataOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which model of which campaign, of which running Parley. */
final class ModelOptions {

    @Parameters(index = "0", paramLabel = "MODEL", description = "next-state or answers.")
    private ModelKind kind = ModelKind.NEXT_STATE;

    @Parameters(index = "1", paramLabel = "CAMPAIGN", description = "The campaign's id.")
    private String campaign = "";

    @Mixin
    private GatewayOptions options = new GatewayOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    ModelKind kind() {
        return kind;
    }

    String campaign() {
        return campaign;
    }

    GatewayClient gateway() {
        return options.client(data.operatorPasswordFile());
    }
}
