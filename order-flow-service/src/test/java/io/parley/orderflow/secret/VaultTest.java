package io.parley.orderflow.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final String CARD = "4111111111111111";

    private final Vault vault = Vaults.withKey(1);

    @Test
    void givenASecret_whenSealed_thenOnlyTheSameConversationCanOpenIt() {
        String sealed = vault.seal(CARD, "conversation-1");

        assertThat(sealed).doesNotContain(CARD).matches(Vault::isSealed);
        assertThat(vault.open(sealed, "conversation-1")).isEqualTo(CARD);
        assertThatThrownBy(() -> vault.open(sealed, "conversation-2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Vaults.withKey(2).open(sealed, "conversation-1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("parley.secrets.key");
    }

    @Test
    void givenTheSameSecretTwice_whenSealed_thenNobodySeesThatItIsTheSame() {
        assertThat(vault.seal(CARD, "c")).isNotEqualTo(vault.seal(CARD, "c"));
    }

    @Test
    void givenABadKey_whenConfigured_thenTheMessageSaysHowToMakeOne() {
        assertThatThrownBy(() -> new SecretProperties("short")).hasMessageContaining("openssl rand -base64 32");
        assertThat(new SecretProperties(Base64.getEncoder().encodeToString(new byte[32])).toString())
                .doesNotContain("AAAA");
    }
}
