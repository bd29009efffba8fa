package io.parley.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.standalone.embedded.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path temp;

    @Test
    void givenNoSecrets_whenAskedTwice_thenTheyAreMadeOnceAndKept() {
        Secrets first = Secrets.in(temp.resolve("secrets"));
        Secrets second = Secrets.in(temp.resolve("secrets"));

        assertThat(first.firstTime()).isTrue();
        assertThat(second.firstTime()).isFalse();
        assertThat(second.operatorPassword())
                .isEqualTo(first.operatorPassword())
                .hasSizeGreaterThan(20);
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(Base64.getDecoder().decode(first.key())).hasSize(32);
    }

    @Test
    void givenNewSecrets_whenLookingAtTheFiles_thenOnlyTheirOwnerMayReadThem() throws Exception {
        Secrets.in(temp.resolve("secrets"));

        assertThat(permissions(temp.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(permissions(Secrets.operatorPasswordFile(temp))).isEqualTo("rw-------");
        assertThat(permissions(temp.resolve("secrets/key"))).isEqualTo("rw-------");
    }

    @Test
    void givenADamagedKey_whenAsked_thenItSaysWhichFileToBringBack() throws Exception {
        Secrets.in(temp);
        Files.writeString(temp.resolve("key"), "c2hvcnQ=");

        assertThatThrownBy(() -> Secrets.in(temp))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(temp.resolve("key").toString())
                .hasMessageContaining("backup");
    }

    @Test
    void givenSecrets_whenPrinted_thenNoneIsShown() {
        Secrets secrets = Secrets.in(temp);

        assertThat(secrets.toString()).doesNotContain(secrets.operatorPassword(), secrets.key());
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
