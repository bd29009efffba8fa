package io.parley.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Fault;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageTest extends GatewayTest {

    private static final Path PROBLEMS = Path.of("../docs/problems");

    @Test
    void givenAnyCaller_whenTheyOpenTheFrontPage_thenItIsThereUnderAStrictPolicy() {
        HttpResponse<String> page = client().send("GET /", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        // Built with or without the page, it names what to do.
        assertThat(page.body()).contains("Parley", "/swagger-ui/index.html");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void givenAFileOfThePage_whenAskedForAgain_thenItsETagSavesSendingIt() {
        HttpResponse<String> first = client().send("GET /page-test/plain.txt", "");
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = client().send("GET /page-test/plain.txt", "", "If-None-Match", etag);

        assertThat(first.body()).isEqualTo("a file of the page\n");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void givenAFileWhoseNameCarriesItsHash_whenAskedFor_thenItIsKeptForAYear() {
        HttpResponse<String> asset = client().send("GET /assets/page-test-3f2a.txt", "");

        assertThat(asset.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
    }

    @Test
    void givenAnAddressWithNothingBehind_whenCalled_thenAProblemSaysSo() {
        HttpResponse<String> response = client().send("GET /nothing/here", "");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Client.json(response).path("code").asString()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void givenAFault_whenItsTypeIsFollowed_thenItIsExplained(Fault fault) {
        HttpResponse<String> page = client().send("GET " + fault.type(), "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(page.body())
                .startsWith("# " + fault.title() + "\n`" + fault.code() + "`, HTTP status " + fault.status() + "\n")
                .contains("**What it means:**", "**Why it happens:**", "**What to do:**");
        assertThat(page.body().lines().count()).isLessThanOrEqualTo(14);
    }

    @Test
    void givenTheExplanations_whenListed_thenThereIsNoneTooMany() throws IOException {
        List<String> codes =
                Arrays.stream(Fault.values()).map(fault -> fault.code() + ".md").toList();

        try (Stream<Path> pages = Files.list(PROBLEMS)) {
            assertThat(pages.map(page -> page.getFileName().toString())).containsExactlyInAnyOrderElementsOf(codes);
        }
        assertThat(client().send("GET /problems/no-such", "").statusCode()).isEqualTo(404);
    }
}
